"""Awb 4:14 to 4:17: the coordinator suspends, resumes and extends the term, or is in default.

The application of Tuesday 3 March 2026, put aside for its questionnaire from the 4th, is complete
the same day: eight weeks end on 28 April 2026.
"""

from datetime import date

import pytest

from tests.journeys.bibob import begins, ends_on
from tests.journeys.company import Company
from tests.journeys.page import Page


@pytest.fixture
def running(company: Company) -> Company:
    begins(company)
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form")
    company.new_entries()
    return company


def test_a_suspension_moves_the_end_by_the_days_it_took(running: Company) -> None:
    start = date(2026, 3, 10)
    running.goes_to(start)
    before = ends_on(running, "decision")
    _moves(running, {"act": "pause", "on": running.day(), "ground": "consent"})
    assert ends_on(running, "decision") is None
    assert "pause" not in _form(running).html
    running.goes_on(days=14)
    _moves(running, {"act": "resume", "on": running.day()})
    assert before == date(2026, 4, 28)
    assert ends_on(running, "decision") == date(2026, 5, 12)
    assert running.new_entries()["oss"] == ["oss term.paused", "oss term.resumed"]


def test_an_extension_is_given_once_and_with_a_reason(running: Company) -> None:
    given = {"act": "extend", "on": running.day()}
    refused = _moves(running, given, status=422)
    assert "Toelichting: Dit veld is vereist." in refused.text
    _moves(running, given | {"reason": "Het onderzoek duurt langer."})
    assert ends_on(running, "decision") == date(2026, 6, 23)
    assert "Verdagen" not in _form(running).text.split("Termijnen")[0]


def test_a_notice_of_default_sets_the_penalty_running_after_two_weeks(running: Company) -> None:
    """Notice on 30 April: the penalty from 15 May, for 42 days: until Thursday 25 June 2026."""
    running.goes_to(date(2026, 4, 28))
    early = _moves(running, {"act": "default", "on": running.day()}, status=422)
    assert "De beslistermijn was op die dag nog niet voorbij." in early.text
    running.goes_to(date(2026, 4, 30))
    _moves(running, {"act": "default", "on": running.day()})
    assert ends_on(running, "default_notice") == date(2026, 5, 14)
    assert ends_on(running, "penalty") == date(2026, 6, 25)
    assert "ingebrekestelling vastleggen (Awb" not in _form(running).text


def test_the_penalty_ends_with_the_decision(running: Company) -> None:
    running.goes_to(date(2026, 4, 30))
    _moves(running, {"act": "default", "on": running.day()})
    running.coordinator.does("close_round")
    running.coordinator.does("research")
    running.mayor.does("conclude", danger="none")
    running.mayor.does("decide", ruling="granted")
    for code in ("decision", "default_notice", "penalty"):
        assert ends_on(running, code) is None


def test_a_day_outside_the_term_is_refused(running: Company) -> None:
    late = {"act": "pause", "on": "2026-04-29", "ground": "force"}
    refused = _moves(running, late, status=422)
    assert "tot en met 28 april 2026" in refused.text


def test_it_is_the_coordinators_alone(running: Company) -> None:
    address = f"{running.coordinator.case_address}/termijnen/beslistermijn"
    steps = f"{running.coordinator.case_address}/stappen"
    assert address in running.coordinator.opens(steps).html
    assert address not in running.mayor.opens(steps).html
    running.mayor.opens(address, status=403)
    running.police.opens(address, status=403)
    running.stranger.may_not_open(address)


def _form(company: Company) -> Page:
    return company.coordinator.opens(f"{company.coordinator.case_address}/termijnen/beslistermijn")


def _moves(company: Company, given: dict[str, str], *, status: int = 302) -> Page:
    page = _form(company)
    return company.coordinator.posts(page.address, page.form("act").filled(given), status=status)
