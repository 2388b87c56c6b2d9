"""The page of a request: answer it late, ask for more time, grant that or not."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import access, policies
from casework.models import Extension, Request
from casework.services import requests
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, Refused, require
from workflows.forms.more_time import MoreTimeForm
from workflows.models import Step
from workflows.services import advice_round


@require_safe
def request_page(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.request(request.actor, pk)
    requests.note_reading(request=found, actor=request.actor, at=moment())
    extensions = list(found.extensions.all())
    context = {
        "asked": found,
        "case": found.case,
        "step": _open_step(request, found),
        "extensions": extensions,
        "why_not_answer": policies.why_not_answer(request.actor, found),
        "why_not_more_time": policies.why_not_ask_more_time(request.actor, found),
        "settleable": [
            one.pk
            for one in extensions
            if policies.why_not_settle_extension(request.actor, one) is None
        ],
        "now": moment(),
    }
    return render(request, "workflows/request/page.html", context)


def answer_late(request: ActorRequest, pk: UUID) -> HttpResponse:
    """After the round was closed; before that, the answer is the step's."""
    found = access.request(request.actor, pk)
    require(policies.why_not_answer(request.actor, found), object_type="request", object_id=pk)
    if (live := _open_step(request, found)) is not None:
        return redirect("step", live.pk)
    step = Step.objects.visible_to(request.actor).filter(request=found).first()
    if step is None:
        raise Hidden("request", pk)
    if request.method != "POST":
        requests.note_reading(request=found, actor=request.actor, at=moment())
    asks = step.flow_task.form
    form = asks(request.POST or None, request.FILES or None, step=step, actor=request.actor)
    if form.is_valid():
        advice_round.answer_late(
            request=found, step=step, form=form, actor=request.actor, at=moment()
        )
        messages.success(request, _("Uw antwoord is verzonden."))
        return redirect("case", found.case.reference)
    context = {"asked": found, "case": found.case, "form": form}
    return render(
        request, "workflows/request/answer.html", context, status=422 if form.is_bound else 200
    )


def ask_more_time(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.request(request.actor, pk)
    require(
        policies.why_not_ask_more_time(request.actor, found),
        object_type="request",
        object_id=pk,
    )
    form = MoreTimeForm(request.POST or None, request=found)
    if form.is_valid():
        requests.ask_more_time(
            request=found,
            until=form.until(),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("Uw vraag om meer tijd is verzonden."))
        return redirect("request", pk)
    context = {"asked": found, "case": found.case, "form": form}
    return render(
        request, "workflows/request/more_time.html", context, status=422 if form.is_bound else 200
    )


@require_POST
def settle_extension(request: ActorRequest, pk: int) -> HttpResponse:
    extension: Extension = access.extension(request.actor, pk)
    answer = request.POST.get("answer")
    if answer not in ("grant", "refuse"):
        raise Refused(_("Kies of u meer tijd geeft."), object_type="extension", object_id=str(pk))
    advice_round.settle_extension(
        extension=extension, is_granted=answer == "grant", actor=request.actor, at=moment()
    )
    messages.success(request, _("De partner krijgt bericht van uw beslissing."))
    return redirect("request", extension.request_id)


def _open_step(request: ActorRequest, found: Request) -> Step | None:
    return Step.objects.for_hand_of(request.actor).filter(request=found).first()
