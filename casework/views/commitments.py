"""Propose a commitment; its own party accepts it, refuses it, or reports it done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from casework import access, policies
from casework.forms.commitment import CommitmentForm
from casework.models import Commitment
from casework.services import commitments
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Refused, require

SETTLED = frozenset(Commitment.Status.values) - {Commitment.Status.PROPOSED}


def propose(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    require(policies.why_not_overview(request.actor, case), object_type="case", object_id=reference)
    form = CommitmentForm(request.POST or None, case=case, actor=request.actor)
    if form.is_valid():
        given = dict(form.cleaned_data)
        take_once(key=given.pop("submission"), actor=request.actor, at=moment())
        commitments.propose(case=case, actor=request.actor, at=moment(), **given)
        messages.success(request, _("De afspraak is voorgesteld. De partij beslist er zelf over."))
        return redirect("case", reference)
    return render(
        request,
        "casework/commitment/new.html",
        {"case": case, "form": form},
        status=422 if form.is_bound else 200,
    )


@require_POST
def settle(request: ActorRequest, pk: int) -> HttpResponse:
    commitment = access.commitment(request.actor, pk)
    status = request.POST.get("status", "")
    if status not in SETTLED:
        raise Refused(
            _("Kies wat u met de afspraak doet."), object_type="commitment", object_id=str(pk)
        )
    commitments.settle(
        commitment=commitment,
        status=Commitment.Status(status),
        actor=request.actor,
        at=moment(),
    )
    messages.success(request, _("De afspraak is bijgewerkt."))
    return redirect("case", commitment.case.reference)
