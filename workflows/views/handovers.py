"""Offer the lead of a case, and answer such an offer or take it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework import access
from casework import handover_policies as policies
from casework.forms.handover import OfferForm, RefusalForm
from casework.models import Handover
from casework.services import handovers
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require
from workflows.services import handover as taking_over


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    why_not = policies.why_not_hand_over(request.actor, case)
    require(why_not, object_type="case", object_id=reference)
    form = OfferForm(request.POST or None, case=case, actor=request.actor)
    if form.is_valid():
        given = dict(form.cleaned_data)
        take_once(key=given.pop("submission"), actor=request.actor, at=moment())
        made = handovers.offer(
            case=case,
            receiver=given.pop("receiver"),
            terms=handovers.Terms(**given),
            actor=request.actor,
            at=moment(),
        )
        messages.success(
            request, _("De zaak is aangeboden. U houdt de regie tot de ontvanger aanvaardt.")
        )
        return redirect("handover", made.pk)
    context = {"case": case, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "workflows/handover/offer.html", context, status=status)


@require_http_methods(["GET", "HEAD"])
def handover(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, pk, RefusalForm(), 200)


@require_POST
def accept(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.handover(request.actor, pk)
    case = taking_over.accept(handover=found, actor=request.actor, at=moment())
    messages.success(request, _("Uw organisatie heeft nu de regie, en u bent de eigenaar."))
    return redirect("case", case.reference)


@require_POST
def refuse(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.handover(request.actor, pk)
    why_not = policies.why_not_answer_offer(request.actor, found)
    require(why_not, object_type="handover", object_id=pk)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form, 422)
    reason = form.cleaned_data["reason"]
    handovers.refuse(handover=found, reason=reason, actor=request.actor, at=moment())
    messages.success(request, _("U hebt de zaak geweigerd. De aanbieder krijgt bericht."))
    return redirect("handover", pk)


@require_POST
def revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.handover(request.actor, pk)
    handovers.revoke(handover=found, actor=request.actor, at=moment())
    messages.success(request, _("Het aanbod is ingetrokken."))
    return redirect("case", found.case_reference)


def _page(request: ActorRequest, pk: UUID, form: RefusalForm, status: int) -> HttpResponse:
    found = access.handover(request.actor, pk)
    handovers.note_viewing(handover=found, actor=request.actor, at=moment())
    is_open = found.status == Handover.Status.OFFERED
    context = {
        "handover": found,
        "form": form,
        "is_sender": found.sender_id == request.actor.organisation_id,
        "may_answer": is_open and policies.why_not_answer_offer(request.actor, found) is None,
        "may_revoke": is_open and policies.why_not_revoke(request.actor, found) is None,
        "promised": handovers.promised(handover=found, actor=request.actor),
        "promised_subjects": handovers.promised_subjects(handover=found, actor=request.actor),
    }
    return render(request, "workflows/handover/page.html", context, status=status)
