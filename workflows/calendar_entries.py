"""What stands in someone's calendar: when something of theirs is due, and nothing of persons."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.actor import Actor
from workflows.models import CaseTerm, Step
from workflows.terms import end_of_day

MOST = 500
"""Of each kind, the first to fall due: a calendar is no archive."""


@dataclass(frozen=True)
class CalendarEntry:
    """`key` stays the same while the thing does; `when` is a day, or a moment with its time."""

    key: str
    title: str
    when: date | datetime
    link: str


Source = Callable[[Actor], Iterable[CalendarEntry]]


def own_steps(actor: Actor) -> Iterator[CalendarEntry]:
    """The open steps that this actor may do."""
    rows = Step.objects.for_hand_of(actor).filter(due_at__isnull=False).select_related("case")
    for step in rows.order_by("due_at", "pk")[:MOST]:
        yield CalendarEntry(
            key=f"taak-{step.pk}",
            title=f"{step.case.reference}: {step.flow_task.task_title}",
            when=_day_or_moment(step.due_at),
            link=f"/taken/{step.pk}",
        )


def own_case_terms(actor: Actor) -> Iterator[CalendarEntry]:
    """The running terms of cases that one's own organisation leads, and that one's role owns."""
    rows = (
        CaseTerm.objects.visible_to(actor)
        .running()
        .filter(case__lead=actor.organisation, owner=actor.role, due_on__isnull=False)
    )
    for term in rows.select_related("case").order_by(F("due_on"), "pk")[:MOST]:
        yield CalendarEntry(
            key=f"termijn-{term.pk}",
            title=_("%(case)s: termijn %(term)s")
            % {"case": term.case.reference, "term": term.title},
            when=term.due_on or date.max,
            link=f"/zaken/{term.case.reference}",
        )


SOURCES: tuple[Source, ...] = (own_steps, own_case_terms)
"""Meetings come here as well: a function that yields the entries of an actor."""


def entries_of(actor: Actor) -> list[CalendarEntry]:
    return [entry for source in SOURCES for entry in source(actor)]


def _day_or_moment(due_at: datetime) -> date | datetime:
    day = timezone.localdate(due_at)
    return day if due_at == end_of_day(day) else due_at
