"""Escalate a case, answer that, step down, and refer it sideways."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import access, ladder_policies
from casework.forms.ladder import (
    AnswerEscalationForm,
    EscalateForm,
    FeedbackForm,
    ReferForm,
    StepDownForm,
)
from casework.models import Case, Level, Referral
from casework.services import escalations, referrals
from casework.services.submissions import take_once
from casework.views.looking import note_look
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


def escalate(request: ActorRequest, reference: str) -> HttpResponse:
    case = _led(request, reference)
    present = escalations.level_of(case)
    form = EscalateForm(request.POST or None, case=case, present=present)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        raised = escalations.escalate(
            case=case,
            to_level=Level(given["to_level"]),
            reason=given["reason"],
            asked=given["asked"],
            addressee=escalations.Addressee(given["organisation"], given["role"]),
            due_on=given["due_on"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De zaak is opgeschaald. Wie moet antwoorden, heeft bericht."))
        return redirect("escalation", raised.pk)
    return _form(request, case, form, present, _("Opschalen"))


def step_down(request: ActorRequest, reference: str) -> HttpResponse:
    case = _led(request, reference)
    present = escalations.level_of(case)
    require(
        ladder_policies.why_not_step_down(request.actor, case, present, None),
        object_type="case",
        object_id=reference,
    )
    form = StepDownForm(request.POST or None, present=present)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        escalations.step_down(
            case=case,
            to_level=Level(given["to_level"]),
            reason=given["reason"],
            result=given["result"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De zaak is afgeschaald."))
        return redirect("case", reference)
    return _form(request, case, form, present, _("Afschalen"))


def refer(request: ActorRequest, reference: str) -> HttpResponse:
    case = _led(request, reference)
    form = ReferForm(request.POST or None, case=case)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        made = referrals.refer(
            case=case,
            domain=Referral.Domain(given["domain"]),
            organisation=given["organisation"],
            reason=given["reason"],
            due_on=given["due_on"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De zaak is doorverwezen. Uw organisatie houdt de regie."))
        return redirect("referral", made.pk)
    return _form(request, case, form, None, _("Doorverwijzen"))


def escalation(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show it to both its ends; its addressee answers here."""
    found = access.escalation(request.actor, pk)
    why_not = ladder_policies.why_not_answer_escalation(request.actor, found)
    form = AnswerEscalationForm(request.POST or None)
    if request.method == "POST" and ladder_policies.why_not_open_escalation(found) is None:
        require(why_not, object_type="escalation", object_id=pk)
    if form.is_valid():
        text = form.cleaned_data["text"]
        escalations.answer(escalation=found, text=text, actor=request.actor, at=moment())
        messages.success(request, _("Uw antwoord is verzonden."))
        return redirect("escalation", pk)
    note_look(request, found.case)
    context = {
        "escalation": found,
        "case": found.case,
        "why_not": why_not,
        "form": form,
        "is_overdue": found.is_overdue(timezone.localdate(moment())),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/ladder/escalation.html", context, status=status)


def referral(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show it to who got it and to the lead; either records what came of it."""
    found = access.referral(request.actor, pk)
    why_not = ladder_policies.why_not_feed_back(request.actor, found)
    form = FeedbackForm(request.POST or None)
    if request.method == "POST" and found.answered_at is None:
        require(why_not, object_type="referral", object_id=pk)
    if form.is_valid():
        referrals.feed_back(
            referral=found, text=form.cleaned_data["text"], actor=request.actor, at=moment()
        )
        messages.success(request, _("De terugkoppeling is vastgelegd."))
        return redirect("referral", pk)
    note_look(request, found.case)
    context = {
        "referral": found,
        "case": found.case,
        "why_not": why_not,
        "form": form,
        "is_overdue": found.is_overdue(timezone.localdate(moment())),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/ladder/referral.html", context, status=status)


def _led(request: ActorRequest, reference: str) -> Case:
    case = access.case(request.actor, reference)
    require(
        ladder_policies.why_not_climb(request.actor, case),
        object_type="case",
        object_id=reference,
    )
    return case


def _form(
    request: ActorRequest, case: Case, form: Form, present: Level | None, title: str
) -> HttpResponse:
    context = {"case": case, "form": form, "title": title, "present": present and present.label}
    status = 422 if form.is_bound else 200
    return render(request, "casework/ladder/form.html", context, status=status)
