"""Where events clash: on the means of a service on a day, or on one place at one time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import combinations

from django.utils import timezone

PLACE = "place"
CapacityOn = Callable[[str, date], int | None]
"""How much a service has for events on a day; None where that was not laid down."""


@dataclass(frozen=True)
class Claim:
    """What one event takes: a place for a time, and of each service so much a day."""

    key: int
    gemeente: int
    place: str
    begins_at: datetime
    ends_at: datetime
    asked: dict[str, int] = field(default_factory=dict)

    @property
    def days(self) -> Iterator[date]:
        """Each day on which it takes place; midnight sharp is the end of the day before."""
        day = timezone.localdate(self.begins_at)
        last = timezone.localdate(self.ends_at - timedelta(microseconds=1))
        while day <= last:
            yield day
            day += timedelta(days=1)


@dataclass(frozen=True)
class Clash:
    """`reasons` are services, or "place"; `days` those on which it shows."""

    first: int
    second: int
    reasons: frozenset[str]
    days: tuple[date, ...]

    def other(self, key: int) -> int:
        return self.second if key == self.first else self.first


def clashes(claims: Iterable[Claim], capacity_on: CapacityOn) -> list[Clash]:
    """Each pair that clashes, once, the lower key first."""
    known = sorted(claims, key=lambda one: one.key)
    found: dict[tuple[int, int], set[tuple[str, date]]] = defaultdict(set)
    for reason, day, pair in (*_short(known, capacity_on), *_double_booked(known)):
        found[pair].add((reason, day))
    return [
        Clash(
            first,
            second,
            frozenset(reason for reason, _day in why),
            tuple(sorted({day for _reason, day in why})),
        )
        for (first, second), why in sorted(found.items())
    ]


def clashes_of(claim: Claim, others: Iterable[Claim], capacity_on: CapacityOn) -> list[Clash]:
    """Those of one event alone; it need not be among the others."""
    rest = [one for one in others if one.key != claim.key]
    return [
        one for one in clashes([claim, *rest], capacity_on) if claim.key in (one.first, one.second)
    ]


Reason = tuple[str, date, tuple[int, int]]


def _short(known: list[Claim], capacity_on: CapacityOn) -> Iterator[Reason]:
    """On a day on which a service is asked more than it has, all who ask it clash."""
    asking: dict[tuple[str, date], list[Claim]] = defaultdict(list)
    for claim in known:
        for day in claim.days:
            for service, amount in claim.asked.items():
                if amount:
                    asking[service, day].append(claim)
    for (service, day), those in asking.items():
        there_is = capacity_on(service, day)
        if there_is is not None and sum(one.asked[service] for one in those) > there_is:
            for first, second in combinations(those, 2):
                yield service, day, (first.key, second.key)


def _double_booked(known: list[Claim]) -> Iterator[Reason]:
    places: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in known:
        places[claim.gemeente, _plain(claim.place)].append(claim)
    for there in places.values():
        for first, second in combinations(there, 2):
            begins = max(first.begins_at, second.begins_at)
            if begins < min(first.ends_at, second.ends_at):
                yield PLACE, timezone.localdate(begins), (first.key, second.key)


def _plain(place: str) -> str:
    return " ".join(place.casefold().split())
