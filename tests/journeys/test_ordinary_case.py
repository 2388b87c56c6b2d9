"""A hennep case from the signal to its evaluation: premises close, and open again on their day."""

import logging

import pytest

from tests.journeys.company import Company
from tests.journeys.ordinary_trails import TRAILS

PERSON = "Pietersen-Proef"


def test_a_case_goes_from_the_signal_of_politie_to_its_evaluation(company: Company) -> None:
    police, coordinator, mayor = company.police, company.coordinator, company.mayor
    police.reports()
    police.does("visit")
    police.does("report")
    company.goes_on(days=1)
    coordinator.does("open_case")
    assert "240 hennepplanten." in coordinator.reads("Bestuurlijke rapportage").text
    coordinator.does("weigh", premises="business")
    company.goes_on(days=6)
    company.partners_answer()
    mayor.does("urgency")
    page = mayor.opens(mayor.task("choose_measure"))
    assert "Lokaal, Softdrugs (lijst II), vondst 1: Sluiting" in page.text
    assert page.form().values["months"] == ["3"]
    mayor.does("choose_measure", {})
    company.goes_on(days=10)
    coordinator.does("hear")
    mayor.does("decide")
    assert "Uiterlijk: 1 mei 2026" in coordinator.opens(coordinator.task("objection")).text
    company.goes_on(days=4)
    coordinator.does("close_premises", closed_on=company.day())
    coordinator.does("recover_costs")
    company.goes_on(days=43)
    coordinator.does("objection")
    coordinator.has_no_task("evaluate")
    company.goes_on(days=48)
    coordinator.does("closure_period")
    coordinator.does("reopen")
    assert "Het pand is weer open." in company.landlord.reads("Bericht van heropening").text
    coordinator.does("evaluate")

    case = coordinator.opens(coordinator.case_address)
    assert "Afgesloten op 23 juni 2026" in case.text
    assert company.new_entries() == TRAILS


def test_no_log_tells_of_a_person_or_a_home(
    company: Company, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    company.police.reports()
    company.police.does("visit", notes=f"Gesproken met {PERSON}.")
    company.police.fills_in("report", status=422, weapons="", antecedents=f"{PERSON}: geen.")
    company.police.does("report", antecedents=f"{PERSON}: geen.")
    company.stranger.may_not_open(company.stranger.case_address)
    company.coordinator.does("open_case")
    company.coordinator.does("weigh", interested=f"Huurder {PERSON}.")
    company.partners_answer()
    token = {"csrfmiddlewaretoken": [company.coordinator.token]}
    company.coordinator.posts(company.mayor.task("urgency"), token, status=403)

    assert caplog.records
    for one in caplog.records:
        told = f"{one.getMessage()} {one.__dict__}"
        assert PERSON not in told, one.name
        assert "Kanaalstraat" not in told, one.name
