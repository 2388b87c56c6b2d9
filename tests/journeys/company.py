"""All who work on one case, the clock they share, and what is new in the trail of each partner."""

from datetime import date, timedelta
from typing import Any

import time_machine
from django.utils import timezone

from partners.acting import acting_as
from partners.audit.models import Entry, Result, TrailEntry
from tests.cases import a_case
from tests.cast import Cast, actor_of
from tests.journeys.person import Person

PARTNERS = {
    "PE-OOST-BRABANT": "politie",
    "GM0828": "oss",
    "AP-OOST-BRABANT": "om",
    "NB-ENEXIS": "netbeheerder",
    "WC-VOORBEELDHUIS": "corporatie",
    "GM1948": "meierijstad",
    "RIEC-DEMO": "riec",
    "ZVH-DEMO": "zvh",
    "BRW-DEMO": "brandweer",
    "GHOR-DEMO": "ghor",
    "PI-DEMO": "dji",
    "RECL-DEMO": "reclassering",
    "VT-DEMO": "veiligthuis",
    "ZORG-DEMO": "zorg",
    "OD-DEMO": "omgevingsdienst",
    "PRORAIL-DEMO": "prorail",
}
COMING_IN = frozenset({"session.begun"})
Trails = dict[str, list[str]]


class Company:
    def __init__(self, cast: Cast, clock: time_machine.Traveller) -> None:
        self.case = ""
        self.theme = "hennep"
        self.cast = cast
        self.clock = clock
        self._told = 0
        self.police = Person(cast.police, self)
        self.second_police = Person(cast.second_police, self)
        self.coordinator = Person(cast.coordinator, self)
        self.mayor = Person(cast.mayor, self)
        self.prosecutor = Person(cast.prosecutor, self)
        self.grid = Person(cast.grid, self)
        self.landlord = Person(cast.landlord, self)
        self.secretary = Person(cast.secretary, self)
        self.stranger = Person(cast.stranger, self)

    def person(self, login: str) -> Person:
        """Someone of the demo region beside the standing cast, by the name before the @."""
        return Person(actor_of(login), self)

    @property
    def everyone(self) -> list[Person]:
        """All who hear something in the ordinary case: whoever acts is not told of it."""
        partners = [self.second_police, self.prosecutor, self.grid, self.landlord]
        return [self.coordinator, self.mayor, *partners]

    @property
    def today(self) -> date:
        return timezone.localdate()

    def day(self, days: int = 0) -> str:
        """A day from today, as a form takes it."""
        return (self.today + timedelta(days=days)).isoformat()

    def goes_on(self, *, days: int) -> None:
        self.clock.shift(timedelta(days=days))

    def goes_to(self, day: date) -> None:
        self.goes_on(days=(day - self.today).days)

    def walks_to(self, node: str, **weighing: Any) -> None:
        """The ordinary case up to where `node` has to be done; its trails so far are old news."""
        self.case = a_case(self.cast, at=node, **weighing).reference
        self.new_entries()

    def partners_answer(self) -> None:
        for partner in (self.prosecutor, self.grid, self.landlord):
            partner.does("answer")

    def new_entries(self) -> Trails:
        """What each trail tells since the last time this was asked, oldest first.

        A line is who did what; a refusal says so. Coming in is left out: that is each morning.
        """
        found = {name: self._entries_of(name, self._told) for name in PARTNERS.values()}
        every = [one for entries in found.values() for one in entries]
        self._told = max([self._told, *(one.pk for one in every)])
        return _lines_of(found)

    def all_entries(self) -> Trails:
        """What each trail tells from the beginning."""
        return _lines_of({name: self._entries_of(name, 0) for name in PARTNERS.values()})

    def _entries_of(self, name: str, after: int) -> list[Entry]:
        """By the trail of that organisation, as its privacy officer may see it."""
        reader = actor_of(f"fg.{name}")
        with acting_as(reader):
            rows = TrailEntry.objects.filter(
                organisation=reader.organisation_id, entry__gt=after
            ).exclude(entry__action__in=COMING_IN)
            ordered = rows.select_related("entry__organisation").order_by("entry")
            return [row.entry for row in ordered]


def _lines_of(found: dict[str, list[Entry]]) -> Trails:
    return {name: [_line(one) for one in entries] for name, entries in found.items() if entries}


def _line(entry: Entry) -> str:
    who = PARTNERS.get(entry.organisation.code, entry.organisation.name.lower())
    refused = " (geweigerd)" if entry.result == Result.DENIED else ""
    return f"{who} {entry.action}{refused}"


def lines(text: str) -> list[str]:
    """One entry a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]
