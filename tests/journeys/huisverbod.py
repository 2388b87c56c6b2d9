"""A huisverbod from a Saturday night on: who is there, and the way to what the tests are about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

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
