"""Signals that this gemeente gave and got, and the answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

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
        given = waterbed.signal(
            case=case,
            period=waterbed.Period(form.cleaned_data["starts_on"], form.cleaned_data["ends_on"]),
            **form.answers(),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("Het signaal is gegeven. Uw buurgemeenten hebben bericht."))
        return redirect("signal", given.pk)
    context = {"case": case, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "casework/waterbed/give.html", context, status=status)


def signal(request: ActorRequest, pk: UUID) -> HttpResponse:
    """To who gave it with all answers, to a neighbour with its own."""
    found = access.waterbed_signal(request.actor, pk)
    rows = SignalReceipt.objects.visible_to(request.actor).filter(signal=found)
    answers = list(rows.select_related("gemeente", "signal", "answered_by__person"))
    is_own = found.gemeente_id == request.actor.organisation_id
    form = ReceiptForm(request.POST or None)
    if request.method == "POST":
        require(
            waterbed_policies.why_not_be_signalled(request.actor, answers[0]),
            object_type="waterbedsignal",
            object_id=pk,
        )
        if form.is_valid():
            return _answer(request, answers[0], form)
    context = {
        "signal": found,
        "theme": labels.theme_title(found.theme),
        "answers": answers,
        "is_own": is_own,
        "mine": None if is_own else answers[0],
        "form": form,
        "why_not": waterbed_policies.why_not_answer_signal(request.actor, answers[0]),
        **_asked_for(request, found, answers),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/waterbed/signal.html", context, status=status)


def _answer(request: ActorRequest, receipt: SignalReceipt, form: ReceiptForm) -> HttpResponse:
    waterbed.answer(
        receipt=receipt,
        answer=SignalReceipt.Answer(form.cleaned_data["answer"]),
        remark=form.cleaned_data["remark"],
        actor=request.actor,
        at=moment(),
    )
    messages.success(request, _("Uw antwoord is verzonden."))
    return redirect("signal", receipt.signal_id)


def _asked_for(
    request: ActorRequest, found: WaterbedSignal, answers: list[SignalReceipt]
) -> dict[str, Any]:
    """For who gave it: the case, and which neighbours want data of it."""
    origin = WaterbedOrigin.objects.filter(signal=found).select_related("case").first()
    if origin is None:
        return {}
    wanting = [one for one in answers if one.answer == SignalReceipt.Answer.DATA]
    return {
        "origin": origin,
        "wants_data": [
            (one, waterbed_policies.why_not_let_in(request.actor, one, origin.case))
            for one in wanting
        ],
    }


@require_POST
def let_in(request: ActorRequest, pk: int) -> HttpResponse:
    """Who gave the signal lets the gemeente that asks for data take part in the case."""
    found = access.receipt(request.actor, pk)
    require(
        waterbed_policies.why_not_own_signal(request.actor, found.signal),
        object_type="waterbedsignal",
        object_id=found.signal_id,
    )
    case = waterbed.let_in(receipt=found, actor=request.actor, at=moment())
    messages.success(request, _("De gemeente neemt deel. Verstrek nu wat zij nodig heeft."))
    return redirect("case", case.reference)
