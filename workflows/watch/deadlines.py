"""What the watch sees of a deadline, and the moments at which it speaks of it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from partners.models import Role
from partners.models.membership import CASE_ROLES
from workflows.terms import end_of_day
from workflows.terms.calendar import working_day_until
from workflows.terms.term import nth_working_day

REMINDER = "reminder"
OVERDUE = "overdue"
COORDINATOR = "coordinator"
DECISION_MAKER = "decision_maker"

IDS_AND_MOMENTS = (
    *("case_id", "step_id", "term_id", "escalation_id", "referral_id", "disclosure_request_id"),
    *("lead_id", "holder_id", "role", "began_at", "due_at"),
)
MORNING = time(8)
LONGEST_BEFORE = timedelta(days=3)
WORKING_DAYS_AFTER = {COORDINATOR: 1, DECISION_MAKER: 3}
HOURS_AFTER = {COORDINATOR: 1, DECISION_MAKER: 4}
"""Agreed in the region; a term that ends by the clock is escalated within the day."""


@dataclass(frozen=True)
class Deadline:
    """Of an open step, a running term, an unanswered step up or referral, or what is asked of one.

    The holder of a term, and of a referral to nobody who works here, is the lead. Without a `role`
    anyone there who works cases may answer. Of a disclosure request nobody knows but its ends: who
    asked it stands in the place of the lead.
    """

    case_id: int
    step_id: int | None
    term_id: int | None
    escalation_id: UUID | None
    referral_id: UUID | None
    disclosure_request_id: UUID | None
    lead_id: int
    holder_id: int
    role: str
    began_at: datetime
    due_at: datetime
    warn_days: tuple[int, ...]
    given: frozenset[str]

    @property
    def is_by_the_clock(self) -> bool:
        return self.due_at != end_of_day(self.due_on)

    @property
    def due_on(self) -> date:
        return timezone.localdate(self.due_at)

    @property
    def roles(self) -> tuple[Role, ...]:
        return (Role(self.role),) if self.role else tuple(sorted(CASE_ROLES))

    def addressee(self, level: str) -> tuple[int, tuple[Role, ...]] | None:
        """The organisation and roles that hear it; None where they heard the one before."""
        if level not in (COORDINATOR, DECISION_MAKER):
            return self.holder_id, self.roles
        heard_before = self.lead_id == self.holder_id and Role(level) in self.roles
        return None if heard_before else (self.lead_id, (Role(level),))

    def levels(self, equalled: AbstractSet[date]) -> list[tuple[datetime, str]]:
        """When to speak, from least to most serious."""
        reminders = self._reminders(equalled)
        return [
            *sorted(one for one in reminders if self.began_at < one[0] < self.due_at),
            (self.due_at, OVERDUE),
            *((self._after(level, equalled), level) for level in (COORDINATOR, DECISION_MAKER)),
        ]

    def _reminders(self, equalled: AbstractSet[date]) -> list[tuple[datetime, str]]:
        if self.term_id is not None:
            return [
                (_morning(self.due_on - timedelta(days=days), equalled), f"{REMINDER}_{days}")
                for days in self.warn_days
            ]
        before = min((self.due_at - self.began_at) / 4, LONGEST_BEFORE)
        moment = self.due_at - before
        if not self.is_by_the_clock:
            moment = _morning(timezone.localdate(moment), equalled)
        return [(moment, REMINDER)]

    def _after(self, level: str, equalled: AbstractSet[date]) -> datetime:
        if self.is_by_the_clock:
            return self.due_at + timedelta(hours=HOURS_AFTER[level])
        day = nth_working_day(self.due_on, WORKING_DAYS_AFTER[level], [], equalled)
        return _at(day)


def _morning(day: date, equalled: AbstractSet[date]) -> datetime:
    """On a working day: whoever is reminded on a Saturday reads it too late."""
    return _at(working_day_until(day, equalled))


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def deadlines(at: datetime) -> list[Deadline]:
    """All that is or comes due and was not escalated to the last: ids and moments alone."""
    with connection.cursor() as cursor:
        columns = ", ".join((*IDS_AND_MOMENTS, "warn_days", "given"))
        cursor.execute(f"SELECT {columns} FROM term_watch(%s)", [at])  # noqa: S608  constants
        return [_deadline(*row) for row in cursor.fetchall()]


def _deadline(*row: Any) -> Deadline:
    *ids_and_moments, warn_days, given = row
    values = dict(zip(IDS_AND_MOMENTS, ids_and_moments, strict=True))
    return Deadline(**values, warn_days=tuple(warn_days), given=frozenset(given))
