"""Signals that this gemeente gave and got, and the answers."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework import access, waterbed_policies
from casework.forms.waterbed import ReceiptForm, SignalForm
from casework.models import SignalReceipt, WaterbedOrigin, WaterbedSignal
from casework.services import waterbed
from casework.services.submissions import take_once
from casework.throughput import labels
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require

PAGE = 50


@require_safe
def signal_list(request: ActorRequest) -> HttpResponse:
    """`?gegeven` shows those that this gemeente gave itself."""
    is_sent = "gegeven" in request.GET
    own = {"gemeente": request.actor.organisation}
    rows = WaterbedSignal.objects.visible_to(request.actor).select_related("gemeente")
    rows = rows.filter(**own) if is_sent else rows.exclude(**own)
    receipts = SignalReceipt.objects.visible_to(request.actor)
    rows = rows.prefetch_related(Prefetch("receipts", receipts, to_attr="answers"))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "is_sent": is_sent}
    return render(request, "casework/waterbed/list.html", context)


def give(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    require(
        waterbed_policies.why_not_signal(request.actor, case),
        object_type="case",
        object_id=reference,
    )
    form = SignalForm(request.POST or None, case=case, actor=request.actor)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        given = waterbed.signal(case=case, **form.answers(), actor=request.actor, at=moment())
        messages.success(request, _("Het signaal is gegeven. Uw buurgemeenten hebben bericht."))
        return redirect("signal", given.pk)
    context = {"case": case, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "casework/waterbed/give.html", context, status=status)


def signal(request: ActorRequest, pk: UUID) -> HttpResponse:
    """To who gave it with all answers, to a neighbour with its own."""
    found = access.waterbed_signal(request.actor, pk)
    receipts = SignalReceipt.objects.visible_to(request.actor).filter(signal=found)
    answers = list(receipts.select_related("gemeente", "signal", "answered_by__person"))
    is_own = found.gemeente_id == request.actor.organisation_id
    mine = None if is_own else answers[0]
    form = ReceiptForm(request.POST or None)
    why_not = mine and waterbed_policies.why_not_be_signalled(request.actor, mine)
    if request.method == "POST":
        require(
            why_not if mine else _("Uw gemeente gaf dit signaal zelf."),
            object_type="waterbedsignal",
            object_id=pk,
        )
    if mine is not None and form.is_valid():
        waterbed.answer(
            receipt=mine,
            answer=SignalReceipt.Answer(form.cleaned_data["answer"]),
            remark=form.cleaned_data["remark"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("Uw antwoord is verzonden."))
        return redirect("signal", pk)
    context = {
        "signal": found,
        "theme": labels.theme_title(found.theme),
        "answers": answers,
        "is_own": is_own,
        "mine": mine,
        "form": form,
        "why_not": mine and waterbed_policies.why_not_answer_signal(request.actor, mine),
        "origin": WaterbedOrigin.objects.filter(signal=found).select_related("case").first(),
        "wants_data": [one.gemeente.name for one in answers if one.answer == "data"],
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/waterbed/signal.html", context, status=status)
