"""Huisverbod: from the night it is imposed to the follow-up, as pages and trails tell it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from casework.models import Contribution
from config.demo.themes import huisverbod
from partners.acting import acting_as
from partners.models import Ground
from tests.journeys.company import Company
from tests.journeys.person import Person

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = datetime(2027, 3, 27, 20, 0, tzinfo=AMSTERDAM)
"""The weekday, the hour and the change of the clocks of the case that was published."""


@pytest.fixture
def company(company: Company) -> Company:
    company.theme = "huisverbod"
    company.clock.move_to(SATURDAY)
    return company


@pytest.fixture
def officer(company: Company) -> Person:
    return company.person("hovj.politie")


@pytest.fixture
def care(company: Company) -> Person:
    return company.person("liaison.zorg")


def imposes(officer: Person, **changes: str) -> None:
    officer.reports()
    officer.does("risk")
    officer.does("conditions")
    officer.does("impose", **changes)


def advises(company: Company, care: Person) -> None:
    """From opening up to the decision of the burgemeester."""
    company.coordinator.does("open_case")
    company.coordinator.does("arrange")
    care.does("answer")
    company.person("liaison.veiligthuis").does("answer")
    company.coordinator.does("care_meeting")


def due(person: Person, node: str) -> str:
    """As the page of the task says it."""
    text = person.opens(person.task(node)).text
    return text.split("Uiterlijk: ", 1)[1].split(" Te laat")[0][:18]


def test_it_ends_on_the_hour_and_is_extended_to_four_weeks(
    company: Company, officer: Person, care: Person
) -> None:
    imposes(officer)
    # Twenty-four real hours, in the night that skips one.
    assert due(company.coordinator, "reachability").startswith("28 mrt 2027 21:00")
    officer.does("write_down")
    company.coordinator.does("reachability")
    care.does("triage")
    advises(company, care)
    assert due(company.mayor, "decide").startswith("6 apr 2027 20:00")
    company.goes_on(days=8)
    company.mayor.fills_in("decide", days=19, status=422)
    company.mayor.does("decide", days=18)
    assert due(company.coordinator, "watch_end").startswith("24 apr 2027 20:00")
    company.goes_on(days=19)
    company.coordinator.fills_in("watch_end", status=422)
    company.goes_on(days=1)
    company.coordinator.does("watch_end")
    officer.has_no_task("breach")
    company.coordinator.has_no_task("injunction")
    care.does("wind_up")
    company.goes_on(days=90)
    care.does("follow_up")
    company.coordinator.does("evaluate")
    assert "Afgesloten" in company.coordinator.opens(company.coordinator.case_address).text
