"""The calendar as a list: as many queries however long it is, and clashes over its edges."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.demo.themes import evenement
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Region
from tests.cast import Cast
from workflows.events.calendar import capacity_in
from workflows.events.listing import Row, rows
from workflows.models import RegionalEvent
from workflows.services import regional_events
from workflows.services.regional_events import EventFacts

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture(autouse=True)
def in_march() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 3, 3, 9, tzinfo=AMSTERDAM)):
        yield


def reserve(by: Actor, begins: datetime, ends: datetime, *, hours: int = 150) -> RegionalEvent:
    facts = EventFacts(
        "Feest", "B", begins, ends, "Dorp", f"Plein {begins}", 500, police_hours=hours
    )
    region = Region.objects.get(code="VR21")
    return regional_events.reserve(region=region, facts=facts, actor=by, at=timezone.now())


def june(day: int, hour: int) -> datetime:
    return datetime(2026, 6, day, hour, tzinfo=AMSTERDAM)


def looked(by: Actor, **wanted: str) -> tuple[list[Row], int]:
    with CaptureQueriesContext(connection) as caught:
        found = rows(by, wanted)
    return found, len(caught)


def test_a_longer_calendar_takes_no_more_queries(cast: Cast) -> None:
    with acting_as(cast.coordinator):
        for hour in (10, 12):
            reserve(cast.coordinator, june(6, hour), june(6, hour + 1))
        few, taken = looked(cast.coordinator)
        for hour in range(1, 20):
            reserve(cast.coordinator, june(6, hour), june(6, hour + 1))
        many, taken_by_many = looked(cast.coordinator)
    assert (len(few), len(many)) == (2, 21)
    assert taken_by_many == taken


def test_a_clash_with_an_event_of_the_month_before_is_seen(cast: Cast) -> None:
    with acting_as(cast.coordinator):
        reserve(cast.coordinator, june(30, 20), datetime(2026, 7, 1, 2, tzinfo=AMSTERDAM))
        july = datetime(2026, 7, 1, 14, tzinfo=AMSTERDAM)
        reserve(cast.coordinator, july, july.replace(hour=20))
        (night, day), _taken = looked(cast.coordinator, maand="2026-07")
        assert night.open == day.open == 1
        (alone,), _taken = looked(cast.coordinator, maand="2026-06")
    assert alone.open == 1


def test_before_a_capacity_was_laid_down_there_is_none(cast: Cast) -> None:
    with acting_as(cast.coordinator):
        capacity_on = capacity_in(Region.objects.get(code="VR21").pk)
        assert capacity_on("politie", date(2026, 6, 1)) == 200
        assert capacity_on("politie", date(2022, 1, 1)) is None


def test_the_demo_case_and_its_calendar_load_as_its_people_would(cast: Cast) -> None:
    evenement.load()
    with acting_as(cast.stranger):
        found, _taken = looked(cast.stranger)
    assert {row.event.name: row.open for row in found} == {
        "Zomerfeest Oss": 1,
        "Kermis Veghel": 1,
        "Wielerronde Heesch": 0,
    }
