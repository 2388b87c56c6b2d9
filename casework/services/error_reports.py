"""Tell the holder of an error, and let the holder decide on that."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework import actions, correction_policies
from casework.models import ErrorReport
from casework.things import Thing, of_thing
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Role
from partners.news import News, tell
from partners.refusals import Conflict, require

DESK = (Role.COORDINATOR, Role.LIAISON)


@transaction.atomic
def report(*, thing: Thing, text: str, actor: Actor, at: datetime) -> ErrorReport:
    """
    :raises Refused: when the actor does not see it, or may correct it itself.
    """
    require(correction_policies.why_not_report_error(actor, thing))
    made = ErrorReport.objects.create(
        **of_thing(thing),
        case_id=thing.case_id,
        case_reference=thing.case.reference,
        reporter=actor.organisation,
        holder=thing.organisation,
        text=text,
        reported_by=actor.membership,
        reported_at=at,
    )
    _record(actions.ERROR_REPORTED, made, actor, at)
    _tell("error_reported", made, thing.organisation_id, actor, at)
    return made


@transaction.atomic
def reject(*, report: ErrorReport, answer: str, actor: Actor, at: datetime) -> ErrorReport:
    """
    :raises Refused: when it is another holder's, or was granted to the person concerned.
    :raises Conflict: when it was settled meanwhile.
    """
    if report.status == ErrorReport.Status.OPEN:
        require(correction_policies.why_not_reject_report(actor, report))
    report = _settle(report, ErrorReport.Status.REJECTED, answer, actor, at)
    _record(actions.ERROR_REJECTED, report, actor, at)
    _tell("error_rejected", report, report.reporter_id, actor, at)
    return report


@transaction.atomic
def accept(*, report: ErrorReport, actor: Actor, at: datetime) -> ErrorReport:
    """Together with the correction; one's own organisation needs no news of it.

    :raises Refused: when it is another holder's.
    :raises Conflict: when it was settled meanwhile.
    """
    report = _settle(report, ErrorReport.Status.ACCEPTED, "", actor, at)
    _record(actions.ERROR_ACCEPTED, report, actor, at)
    if not report.is_binding:
        _tell("error_accepted", report, report.reporter_id, actor, at)
    return report


def note_viewing(*, report: ErrorReport, actor: Actor, at: datetime) -> None:
    _record(actions.ERROR_VIEWED, report, actor, at)


def _settle(
    report: ErrorReport, status: ErrorReport.Status, answer: str, actor: Actor, at: datetime
) -> ErrorReport:
    if report.status == ErrorReport.Status.OPEN:
        require(correction_policies.why_not_settle_report(actor, report))
    report = ErrorReport.objects.select_for_update().get(pk=report.pk)
    if report.status != ErrorReport.Status.OPEN:
        raise Conflict(_("Over deze foutmelding is al beslist."))
    report.status, report.answer = status, answer
    report.settled_by, report.settled_at = actor.membership, at
    report.save(update_fields=["status", "answer", "settled_by", "settled_at"])
    return report


def _record(action: str, report: ErrorReport, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=report,
        case_reference=report.case_reference,
        touched=[report.reporter_id, report.holder_id],
    )


def _tell(kind: str, report: ErrorReport, organisation_id: int, actor: Actor, at: datetime) -> None:
    tell(
        News(
            kind=kind,
            case_reference=report.case_reference,
            organisation_id=organisation_id,
            roles=DESK,
            at=at,
            by=actor,
            link=f"/foutmeldingen/{report.pk}",
            clearance=report.needs_clearance,
        )
    )
