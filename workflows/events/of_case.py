"""The event that a case is about: its days, its class, and whether one applied in time."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from casework.models import Case
from workflows.equalled_days import equalled_days
from workflows.kept import kept
from workflows.models import EventClass, EventTerm, RegionalEvent
from workflows.terms import Length, Term, reckon


def event_of(case: Case) -> RegionalEvent | None:
    """None until the application was weighed."""
    return RegionalEvent.objects.filter(case=case).select_related("gemeente", "region").first()


def begins_on(case: Case) -> date | None:
    event = event_of(case)
    return timezone.localdate(event.begins_at) if event else None


def ends_on(case: Case) -> date | None:
    event = event_of(case)
    return timezone.localdate(event.ends_at) if event else None


def class_of(case: Case) -> EventClass | None:
    event = event_of(case)
    return EventClass(event.event_class) if event else None


@dataclass(frozen=True)
class Deadline:
    """The last day to apply for this class, as the gemeente set it; it never rolls."""

    last_day: date
    received_on: date
    weeks: int
    source: str

    @property
    def is_late(self) -> bool:
        return self.received_on > self.last_day


def deadline_of(case: Case) -> Deadline | None:
    """None where the gemeente has no term in force for the class that was applied for."""
    applied = kept(case, "application")
    received_on = date.fromisoformat(applied["received_on"])
    rows = EventTerm.objects.in_force(received_on).filter(organisation=case.lead_id)
    said = rows.of_class(applied["expected_class"]).first()
    if said is None:
        return None
    term = Term(Length.parse(f"{said.weeks}w"), is_statutory=False, is_backward=True)
    begins = timezone.localdate(datetime.fromisoformat(applied["begins_at"]))
    last_day = reckon(term, begins, equalled_days()).end
    if isinstance(last_day, datetime):
        raise TypeError("a term in weeks ends on a day")
    return Deadline(last_day, received_on, said.weeks, said.source)


def thresholds(case: Case, on: date) -> list[EventTerm]:
    """The classes of the gemeente with the score each begins at, from low to high."""
    rows = EventTerm.objects.in_force(on).filter(organisation=case.lead_id)
    return sorted(rows, key=lambda row: row.from_score)


def provisional_class(rows: list[EventTerm], score: int) -> EventClass | None:
    """What the scan comes to; a person chooses, whatever it says."""
    reached = [row for row in rows if row.from_score <= score]
    return EventClass(reached[-1].event_class) if reached else None
