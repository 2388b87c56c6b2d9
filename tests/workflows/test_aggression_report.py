"""The secretary of a gemeente counts aggression by quarter: no persons, and no small numbers."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from config.demo.walk import reported
from partners.acting import acting_as
from partners.audit.models import Entry
from tests.cast import Cast
from workflows.aggression_quarters import Quarter, closed_quarters, report_of

PAGE = "/agressie/kwartaalrapport"


def last_quarter() -> Quarter:
    return closed_quarters(timezone.localdate())[0]


def happened(quarter: Quarter, days: int = 40) -> str:
    first = datetime(quarter.year, 3 * quarter.number - 2, 1, 12)  # noqa: DTZ001  as typed
    return (first + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def reports(cast: Cast, number: int, channel: str, shape: str, **changes: Any) -> None:
    given = {"happened_at": happened(last_quarter()), "channel": channel, "shape": shape}
    for _each in range(number):
        reported(cast.coordinator, "agressie", **(given | changes))


@pytest.fixture
def quarter(cast: Cast) -> Quarter:
    """Twelve at the desk, seven on the phone, one at home; one of the quarter before."""
    reports(cast, 12, "desk", "verbal")
    reports(cast, 7, "phone", "threat")
    reports(cast, 1, "home", "threat")
    reports(cast, 1, "desk", "verbal", happened_at=happened(last_quarter().before))
    return last_quarter()


def test_counts_are_rounded_and_small_ones_stay_out_with_what_would_tell_them(
    cast: Cast, quarter: Quarter
) -> None:
    with acting_as(cast.secretary):
        found = report_of(quarter)
    assert found is not None
    assert found.whole == 20
    channels = {line.label: line.count for line in found.channels}
    assert channels.pop("Balie") == 10
    assert channels.pop("Telefoon") == 5
    assert set(channels.values()) == {None}
    shapes = {line.label: line.count for line in found.shapes}
    assert (shapes["Verbaal"], shapes["Doxing"]) == (10, None)


def test_of_a_few_nothing_is_told(cast: Cast) -> None:
    reports(cast, 4, "desk", "verbal")
    with acting_as(cast.secretary):
        found = report_of(last_quarter())
    assert found is not None
    assert found.whole is None
    assert {line.count for line in (*found.channels, *found.shapes)} == {None}


def test_the_page_and_its_file_hold_counts_and_nothing_of_anybody(
    cast: Cast, quarter: Quarter, log_in: Any
) -> None:
    client = log_in(cast.secretary)
    page = client.get(PAGE).content.decode()
    file = client.get(f"{PAGE}.csv?kwartaal={quarter}").content.decode()
    assert "ongeveer 20" in page
    assert f"{quarter};Plaats;Balie;10" in file
    assert f"{quarter};Plaats;Thuis;< 5" in file
    for held in ("Voorbeeld", "Onbekend", "VR21-", "deur"):
        assert held not in page + file, held
    with acting_as(cast.privacy_officer):
        seen = Entry.objects.filter(action="aggression_report.viewed").order_by("pk")
        assert list(seen.values_list("object_id", flat=True)) == [str(quarter)] * 2


def test_a_quarter_that_runs_is_not_there_yet(cast: Cast, log_in: Any) -> None:
    client = log_in(cast.secretary)
    running = Quarter.of(timezone.localdate())
    for written in (str(running), "2026-5", "gisteren", "2026-03"):
        assert client.get(f"{PAGE}?kwartaal={written}").status_code == 404, written
    with acting_as(cast.secretary, at=timezone.now() + timedelta(days=200)):
        assert report_of(running) is None


def test_the_database_answers_the_secretary_of_the_gemeente_alone(
    cast: Cast, quarter: Quarter
) -> None:
    ask = "SELECT aggression_quarter(%s, %s)"
    for actor in (None, cast.coordinator, cast.mayor, cast.administrator, cast.regional_staff):
        with acting_as(actor), connection.cursor() as cursor:
            cursor.execute(ask, [quarter.year, quarter.number])
            assert cursor.fetchone() in (None, (None,)), actor
    with acting_as(cast.secretary), connection.cursor() as cursor:
        cursor.execute(ask, [quarter.year, quarter.number])
        (answer,) = cursor.fetchone()
        assert {one["axis"] for one in json.loads(answer)["rows"]} == {"channel", "shape"}


def test_each_secretary_counts_the_own_gemeente(cast: Cast, quarter: Quarter, log_in: Any) -> None:
    with acting_as(cast.stranger):
        assert report_of(quarter) is None
    for actor in (cast.coordinator, cast.mayor, cast.police, cast.administrator):
        assert log_in(actor).get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("day", "named"),
    [
        (date(2026, 1, 1), "2026-1"),
        (date(2026, 3, 31), "2026-1"),
        (date(2026, 4, 1), "2026-2"),
        (date(2026, 12, 31), "2026-4"),
    ],
)
def test_a_day_lies_in_its_quarter(day: date, named: str) -> None:
    assert str(Quarter.of(day)) == named
    assert Quarter.parse(named) == Quarter.of(day)
    assert Quarter(2026, 1).before == Quarter(2025, 4)
