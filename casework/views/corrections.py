"""Correct one's own, report an error in another's, decide on that, and confirm a correction."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from casework import access, correction_policies
from casework.forms.correction import CorrectForm, ErrorForm, RejectForm
from casework.models import Case, Contribution, CorrectionNotice, ErrorReport, Subject
from casework.services import contributions, corrections, error_reports, subjects
from casework.services.submissions import take_once
from casework.things import Thing, reference_of_own
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


def correct_contribution(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _correct(request, access.contribution_to_correct(request.actor, pk))


def correct_subject(request: ActorRequest, pk: int) -> HttpResponse:
    return _correct(request, access.subject_to_correct(request.actor, pk))


def report_on_contribution(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _report(request, access.contribution(request.actor, pk))


def report_on_subject(request: ActorRequest, pk: int) -> HttpResponse:
    return _report(request, access.subject(request.actor, pk))


def error_report(request: ActorRequest, pk: UUID) -> HttpResponse:
    """To both ends; the holder says by POST why nothing is wrong."""
    found = access.error_report(request.actor, pk)
    form = RejectForm(request.POST if request.method == "POST" else None)
    why_not = correction_policies.why_not_settle_report(request.actor, found)
    why_not_reject = correction_policies.why_not_reject_report(request.actor, found)
    if request.method == "POST":
        require(why_not_reject, object_type="errorreport", object_id=pk)
        if form.is_valid():
            error_reports.reject(
                report=found,
                answer=form.cleaned_data["answer"],
                actor=request.actor,
                at=moment(),
            )
            messages.success(request, _("De melder heeft bericht gekregen."))
            return redirect("error_report", pk)
    error_reports.note_viewing(report=found, actor=request.actor, at=moment())
    context = {
        "report": found,
        "form": form,
        "why_not": why_not,
        "why_not_reject": why_not_reject,
        "address": _correcting(found),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/correction/report.html", context, status=status)


def correction_notice(request: ActorRequest, pk: UUID) -> HttpResponse:
    """To both ends; the receiver confirms by POST that it processed the correction."""
    found = access.correction_notice(request.actor, pk)
    if request.method == "POST":
        corrections.confirm(notice=found, actor=request.actor, at=moment())
        messages.success(request, _("U hebt bevestigd dat u de correctie verwerkt."))
        return redirect("correction_notice", pk)
    corrections.note_viewing(notice=found, actor=request.actor, at=moment())
    context = {
        "notice": found,
        "followed_by": CorrectionNotice.objects.filter(pk=pk).followed_by(),
        "why_not": correction_policies.why_not_confirm(request.actor, found),
        "thing": _still_seen(request, found.contribution_id, found.subject_id),
    }
    return render(request, "casework/correction/notice.html", context)


def _correct(request: ActorRequest, found: Thing) -> HttpResponse:
    require(
        correction_policies.why_not_correct(request.actor, found, moment()),
        object_type=found._meta.model_name or "",
        object_id=found.pk,
    )
    report = _report_of(request, found)
    form = CorrectForm(request.POST or None, thing=found)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        corrections.correct(
            thing=found, change=form.change(), report=report, actor=request.actor, at=moment()
        )
        messages.success(request, _("Gecorrigeerd. Wie het ooit kreeg, heeft bericht gekregen."))
        return redirect(_back(request, found, report))
    reference = reference_of_own(found)
    _note_reading(request, found, reference)
    context = {"reference": reference, "report": report, "back": _back(request, found, report)}
    return _form(request, "correct", form, context)


def _report(request: ActorRequest, found: Thing) -> HttpResponse:
    require(
        correction_policies.why_not_report_error(request.actor, found),
        object_type=found._meta.model_name or "",
        object_id=found.pk,
    )
    form = ErrorForm(request.POST or None)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        report = error_reports.report(
            thing=found, text=form.cleaned_data["text"], actor=request.actor, at=moment()
        )
        messages.success(request, _("De houder heeft bericht gekregen."))
        return redirect("error_report", report.pk)
    context = {"thing": found, "case": found.case, "back": _name(found)}
    return _form(request, "error", form, context)


def _form(
    request: ActorRequest, name: str, form: CorrectForm | ErrorForm, context: dict[str, Any]
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    template = f"casework/correction/{name}.html"
    return render(request, template, context | {"form": form}, status=status)


def _report_of(request: ActorRequest, found: Thing) -> ErrorReport | None:
    """The open report that this correction answers, if it is of this thing."""
    which = {_name(found): found, "status": ErrorReport.Status.OPEN}
    rows = ErrorReport.objects.visible_to(request.actor).filter(**which)
    try:
        return rows.filter(pk=UUID(request.GET.get("melding", ""))).first()
    except ValueError:
        return None


def _note_reading(request: ActorRequest, found: Thing, reference: str) -> None:
    if isinstance(found, Contribution):
        contributions.note_reading(
            contribution=found, actor=request.actor, at=moment(), reference=reference
        )
    else:
        subjects.note_reading(subject=found, actor=request.actor, at=moment(), reference=reference)


def _back(request: ActorRequest, found: Thing, report: ErrorReport | None) -> str:
    """To its page, unless the organisation left the case: then there is none any more."""
    if Case.objects.visible_to(request.actor).filter(pk=found.case_id).exists():
        return reverse(_name(found), args=[found.pk])
    return reverse("error_report", args=[report.pk]) if report else reverse("cases")


def _still_seen(request: ActorRequest, contribution: Any, subject: Any) -> Thing | None:
    rows: Any = (
        Contribution.objects.filter(pk=contribution)
        if contribution is not None
        else Subject.objects.filter(pk=subject)
    )
    seen: Thing | None = rows.visible_to(request.actor).first()
    return seen


def _correcting(report: ErrorReport) -> tuple[str, Any]:
    """The name of the page on which its holder corrects it, and of what."""
    if report.contribution_id is not None:
        return "contribution_correct", report.contribution_id
    return "subject_correct", report.subject_id


def _name(thing: Thing) -> str:
    return "contribution" if isinstance(thing, Contribution) else "subject"
