"""Each hears of its own condition alone; risk information is for named people."""

import pytest

from config.demo.themes import nazorg
from tests.journeys.company import Company

HOUSING = "Een kamer vanaf de vrijlating."
CARE = "Begeleiding bij een verslaving."
RISK = "Conflict met een buurtgenoot."


@pytest.fixture
def asked(company: Company) -> Company:
    """The prison, the probation service, the landlord and the care provider were asked."""
    company.theme = "nazorg"
    company.person("liaison.dji").reports()
    company.person("liaison.dji").does("screen")
    company.coordinator.does("open_case")
    company.coordinator.does("start_plan")
    company.coordinator.does("triage")
    company.coordinator.does("ask")
    return company


def test_the_landlord_sees_housing_and_the_care_provider_care(asked: Company) -> None:
    asked.landlord.sees(HOUSING, but_not=(CARE, RISK, "Schulden"))
    asked.person("liaison.zorg").sees(CARE, but_not=(HOUSING, RISK, "Schulden"))
    asked.person("liaison.reclassering").sees(HOUSING, CARE, but_not=(RISK,))


def test_what_the_care_provider_answers_reaches_the_gemeente_alone(asked: Company) -> None:
    told = nazorg.answer_on_condition() | {"answer": "Intake bij de kliniek op dag een."}
    asked.person("liaison.zorg").does("answer", told)
    asked.coordinator.sees("Intake bij de kliniek")
    asked.landlord.does_not_see("Intake bij de kliniek")
    asked.person("liaison.dji").does_not_see("Intake bij de kliniek")


def test_risk_information_is_for_the_named_people_of_the_gemeente(asked: Company) -> None:
    asked.coordinator.sees(RISK)
    colleague = asked.person("iv2.oss")
    colleague.sees("Startplan", but_not=(RISK,))
    colleague.may_not_open(asked.coordinator.reads("Risico-informatie").address)


def test_politie_and_om_take_no_part(asked: Company) -> None:
    for outsider in (asked.police, asked.prosecutor, asked.stranger):
        outsider.may_not_open(outsider.case_address)


def test_without_a_ground_in_the_start_plan_a_condition_is_not_shared(company: Company) -> None:
    company.theme = "nazorg"
    company.person("liaison.dji").reports()
    company.person("liaison.dji").does("screen")
    company.coordinator.does("open_case")
    company.coordinator.does("start_plan", care_basis="none")
    company.coordinator.does("triage")
    page = company.coordinator.fills_in("ask", status=422)
    assert "geen grond om de zorgvraag te delen" in page.text
    company.coordinator.does("ask", partners=["dji", "corporatie"])
    company.landlord.sees(HOUSING, but_not=(CARE,))
