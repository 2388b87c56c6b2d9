"""One round of the watch: it says of each deadline what is due to be said, once.

Whatever else became due meanwhile is marked as passed: after a day without a worker nobody gets
three notices of one step.
"""

import logging
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from viewflow.workflow.status import STATUS

from casework.models import Case, DisclosureRequest, Escalation, Referral
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.models import Membership, Role
from partners.news import News, tell
from workflows.equalled_days import equalled_days
from workflows.models import CaseTerm, Step, TermNotice
from workflows.watch.deadlines import COORDINATOR, DECISION_MAKER, OVERDUE, Deadline, deadlines

logger = logging.getLogger(__name__)

KINDS = {
    OVERDUE: "term_overdue",
    COORDINATOR: "term_escalated",
    DECISION_MAKER: "term_escalated",
}


def watch(at: datetime) -> int:
    """Returns how many notices went out; each deadline is settled in a transaction of its own."""
    equalled = equalled_days()
    sent = 0
    for deadline in deadlines(at):
        reached = [level for moment, level in deadline.levels(equalled) if moment <= at]
        fresh = [level for level in reached if level not in deadline.given]
        if fresh:
            sent += _settle(deadline, fresh, at)
    return sent


def _settle(deadline: Deadline, fresh: list[str], at: datetime) -> bool:
    """Tell the most serious of these that there is somebody for; another worker may be first."""
    level, reader = _most_serious(deadline, fresh, at)
    try:
        # As whoever is to hear it, the way mail is sent: the walls let nobody tell as no one.
        with acting_as(reader, at=at), engine_sees(deadline.case_id):
            if not _still_runs(deadline, at):
                return False
            _mark(deadline, fresh, level, at)
            if level:
                _tell(deadline, level, at)
    except IntegrityError:
        logger.info("another worker was first with a notice")
        return False
    except DatabaseError:
        # One that fails, now and again, must not keep the others from their notice.
        logger.exception("a deadline of case %s could not be watched", deadline.case_id)
        return False
    return bool(level)


def _most_serious(deadline: Deadline, fresh: list[str], at: datetime) -> tuple[str, Actor | None]:
    """No level where each is for nobody: heard before, or a role without people."""
    for level in reversed(fresh):
        addressee = deadline.addressee(level)
        if addressee is None:
            continue
        asked = deadline.disclosure_request_id
        reader = reader_of(*addressee, deadline.case_id, at=at, asked=asked)
        if reader is not None:
            return level, reader
    return "", None


def reader_of(
    organisation: int,
    roles: Iterable[Role],
    case_id: int,
    *,
    at: datetime,
    asked: UUID | None = None,
) -> Actor | None:
    """The first at a party who may know the case and what was `asked` for: cleared where needed."""
    found = Membership.objects.in_force(timezone.localdate(at)).filter(
        organisation_id=organisation, role__in=roles, person__is_active=True
    )
    for one in found.select_related("person", "organisation").order_by("pk"):
        actor = Actor(one)
        with acting_as(actor, at=at):
            if _knows(actor, case_id, asked):
                return actor
    return None


def _knows(actor: Actor, case_id: int, asked: UUID | None) -> bool:
    if not Case.objects.visible_to(actor).filter(pk=case_id).exists():
        return False
    return asked is None or DisclosureRequest.objects.visible_to(actor).filter(pk=asked).exists()


def _still_runs(deadline: Deadline, at: datetime) -> bool:
    if deadline.step_id is not None:
        rows = Step.objects.filter(pk=deadline.step_id, status=STATUS.NEW, due_at=deadline.due_at)
        return bool(rows.exists())
    if deadline.escalation_id is not None:
        raised = Escalation.objects.open().filter(due_on=deadline.due_on)
        return raised.filter(pk=deadline.escalation_id).exists()
    if deadline.referral_id is not None:
        referred = Referral.objects.filter(answered_at__isnull=True, due_on=deadline.due_on)
        return referred.filter(pk=deadline.referral_id).exists()
    if deadline.disclosure_request_id is not None:
        asked = DisclosureRequest.objects.undecided().filter(paused_at__isnull=True)
        same = asked.filter(pk=deadline.disclosure_request_id, due_at=deadline.due_at)
        return same.exists()
    terms = CaseTerm.objects.running().filter(due_on=deadline.due_on)
    term = terms.filter(pk__in=[deadline.term_id]).first()
    return term is not None and not term.is_paused(timezone.localdate(at))


def _mark(deadline: Deadline, fresh: list[str], level: str, at: datetime) -> None:
    """
    :raises IntegrityError: when another worker marked one of these since.
    """
    with transaction.atomic():
        TermNotice.objects.bulk_create(
            TermNotice(
                case_id=deadline.case_id,
                step_id=deadline.step_id,
                term_id=deadline.term_id,
                escalation_id=deadline.escalation_id,
                referral_id=deadline.referral_id,
                disclosure_request_id=deadline.disclosure_request_id,
                level=one,
                due_at=deadline.due_at,
                is_sent=one == level,
                given_at=at,
            )
            for one in reversed(fresh)
        )


def _tell(deadline: Deadline, level: str, at: datetime) -> None:
    addressee = deadline.addressee(level)
    if addressee is None:
        return
    organisation, roles = addressee
    reference = Case.objects.values_list("reference", flat=True).get(pk=deadline.case_id)
    tell(
        News(
            kind=KINDS.get(level, "term_reminder"),
            case_reference=reference,
            organisation_id=organisation,
            roles=roles,
            at=at,
            by=None,
            link=_link(deadline, reference),
            due_at=deadline.due_at,
            clearance=_clearance(deadline),
        )
    )


def _clearance(deadline: Deadline) -> str:
    """What is asked for may be for named people, also where the case is for all."""
    if deadline.disclosure_request_id is None:
        return ""
    return DisclosureRequest.objects.get(pk=deadline.disclosure_request_id).needs_clearance


def _link(deadline: Deadline, reference: str) -> str:
    if deadline.step_id is not None:
        return f"/taken/{deadline.step_id}"
    if deadline.escalation_id is not None:
        return f"/opschalingen/{deadline.escalation_id}"
    if deadline.referral_id is not None:
        return f"/doorverwijzingen/{deadline.referral_id}"
    if deadline.disclosure_request_id is not None:
        return f"/verstrekkingsverzoeken/{deadline.disclosure_request_id}"
    return f"/zaken/{reference}"
