"""What is set for events: terms of a gemeente, counted back, and what services can give a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.throughput import labels
from workflows.equalled_days import equalled_days
from workflows.events.calendar import capacity_in, claim_of, near
from workflows.formules.in_force import agreed_version
from workflows.models import EventTerm, RegionalEvent, Service
from workflows.terms import Length, Term, reckon


@dataclass(frozen=True)
class FromDay:
    """From which day something holds, and where that was laid down."""

    valid_from: date
    source: str


@dataclass(frozen=True)
class Due:
    """`what` is to be done by `day`, which is `length` before the event."""

    what: str
    day: date
    length: Length
    source: str


def dues_of(event: RegionalEvent, today: date) -> list[Due]:
    """Counted back from the event, the first to come first; such days never roll."""
    begins = timezone.localdate(event.begins_at)
    found = [_due(what, begins, length, source) for what, length, source in _said(event, today)]
    return sorted(found, key=lambda one: one.day)


def _said(event: RegionalEvent, today: date) -> Iterator[tuple[str, Length, str]]:
    own = EventTerm.objects.in_force(today).filter(organisation=event.gemeente_id)
    for one in own.of_class(event.event_class):
        yield _("Melden of aanvragen"), Length.parse(f"{one.weeks}w"), one.source
    version = agreed_version(theme="evenement", region=event.region, day=today)
    for node, term in (version.formule.terms if version else {}).items():
        if term.is_backward:
            yield labels.step_title("evenement", node), term.length, term.source


def _due(what: str, begins: date, length: Length, source: str) -> Due:
    term = Term(length, is_backward=True)
    return Due(what, reckon(term, begins, equalled_days()).day, length, source)


@dataclass(frozen=True)
class Load:
    """What is asked of a service on a day of the event, by all events of the region together."""

    day: date
    service: str
    asked: int
    capacity: int | None

    @property
    def is_over(self) -> bool:
        return self.capacity is not None and self.asked > self.capacity


def loads_of(event: RegionalEvent) -> list[Load]:
    """For each day of the event the services of which anything is asked or known."""
    claims = [claim_of(one) for one in (event, *near(event))]
    capacity_on = capacity_in(event.region_id)
    loads = [
        Load(
            day,
            str(service.label),
            sum(one.asked.get(service.value, 0) for one in claims if day in set(one.days)),
            capacity_on(service.value, day),
        )
        for day in claims[0].days
        for service in Service
    ]
    return [one for one in loads if one.asked or one.capacity is not None]
