"""Move what a change in the equalled days moves: each deadline recorded, and told to who has it.

Only what was due by the days as they were: a date that somebody set stays. Nobody acts in a job;
the entry is in the name of a coordinator of the lead, who accounts for the case.
"""

import logging
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, datetime

from django.db import DatabaseError, connection
from viewflow.workflow.status import STATUS

from casework.services import requests
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Role
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict
from workflows import actions, arrival
from workflows.equalled_days import supposing
from workflows.models import CaseProcess, CaseTerm, Step
from workflows.services.asking import end_of
from workflows.terms import end_of_day
from workflows.watch.round import reader_of

logger = logging.getLogger(__name__)

Days = AbstractSet[date]


class Unfinished(Exception):
    """Some cases could not be looked at; what was moved stays so, and the rest is tried again."""


def move(*, before: Days, after: Days, at: datetime) -> int:
    """Returns how many deadlines moved; each case in a transaction of its own.

    :raises Unfinished: when a case could not be looked at now.
    """
    moved = failed = 0
    for case_id, lead_id in _cases():
        try:
            moved += _moved_in(case_id, lead_id, before, after, at)
        except (DatabaseError, Conflict):
            logger.exception("the deadlines of case %s could not be moved", case_id)
            failed += 1
    if failed:
        raise Unfinished(f"{failed} cases")
    return moved


def _cases() -> list[tuple[int, int]]:
    """Those in which something runs, and their leads: ids alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT case_id, lead_id FROM term_cases()")
        return list(cursor.fetchall())


def _moved_in(case_id: int, lead_id: int, before: Days, after: Days, at: datetime) -> int:
    reader = reader_of(lead_id, (Role.COORDINATOR,), case_id, at=at) or reader_of(
        lead_id, sorted(CASE_ROLES), case_id, at=at
    )
    if reader is None:
        logger.warning("nobody accounts for case %s, whose deadlines stay", case_id)
        return 0
    with acting_as(reader, at=at), engine_sees(case_id):
        process = CaseProcess.objects.get(case_id=case_id)
        with process.flow_class.lock(process.pk):
            moved = [*_terms(case_id, before, after), *_steps(case_id, before, after)]
            for thing in moved:
                _note(thing, reader, at)
    return len(moved)


def _terms(case_id: int, before: Days, after: Days) -> Iterator[CaseTerm | Step]:
    """The running terms that moved, each with the steps that last as long."""
    rows = CaseTerm.objects.running().filter(case=case_id, due_on__isnull=False)
    for term in rows.select_related("case").prefetch_related("pauses").order_by("pk"):
        was, will_be = term.reckoned(before), term.reckoned(after)
        if was is None or will_be is None or not was.day == term.due_on != will_be.day:
            continue
        term.due_on = will_be.day
        term.save(update_fields=["due_on"])
        with supposing(after):
            followed = arrival.follow(term)
        yield term
        yield from followed


def _steps(case_id: int, before: Days, after: Days) -> Iterator[Step]:
    rows = Step.objects.human().filter(case=case_id, status=STATUS.NEW, due_at__isnull=False)
    parts = ("case", "process__formule_version", "request")
    for step in rows.select_related(*parts).order_by("pk"):
        if step.is_parked:
            continue
        was, will_be = _due_by(step, before), _due_by(step, after)
        if will_be is None or not was == step.due_at != will_be:
            continue
        if step.request is not None:
            requests.move_due(request=step.request, due_at=will_be)
        step.due_at = will_be
        step.save(update_fields=["due_at"])
        yield step


def _due_by(step: Step, days: Days) -> datetime | None:
    """None where that cannot be told, because another than the lead asked for it."""
    with supposing(days):
        if step.request_id is None:
            return arrival.due_at(step, came=step.created)
        if step.request is None:
            return None
        asked = (step.request.kind, step.request.question)
        for partner in step.process.formule.partners:
            if (partner.request, partner.question) == asked:
                return end_of(partner, step.request.asked_at)
    return None


def _note(thing: CaseTerm | Step, reader: Actor, at: datetime) -> None:
    if isinstance(thing, Step):
        holder_id, role, link = thing.holder_id or 0, thing.role, f"/taken/{thing.pk}"
        due_at = thing.due_at
    else:
        holder_id, role, link = thing.case.lead_id, thing.owner, f"/zaken/{thing.case.reference}"
        due_at = end_of_day(thing.due_on) if thing.due_on else None
    record(
        actions.TERM_MOVED,
        actor=reader,
        at=at,
        thing=thing,
        case_reference=thing.case.reference,
        touched=[holder_id],
    )
    tell(
        News(
            kind="term_moved",
            case_reference=thing.case.reference,
            organisation_id=holder_id,
            roles=(Role(role),),
            at=at,
            by=None,
            link=link,
            due_at=due_at,
        )
    )
