"""The term of the decision stands still for the questionnaire and the Bureau, and no longer.

The application of Tuesday 3 March 2026 has eight weeks: until 28 April. Its questionnaire is away
from the 4th to the 10th: six days. The Bureau is asked on 1 April 2026 and has eight weeks: until
27 May, and extended until 24 June (art. 15).
"""

from datetime import date

import pytest

from tests.journeys.bibob import answered, begins, ends_on
from tests.journeys.company import Company

ASKED = date(2026, 4, 1)


@pytest.fixture
def asked(company: Company) -> Company:
    begins(company)
    company.coordinator.does("ask_form")
    assert ends_on(company, "decision") == date(2026, 5, 12)
    company.goes_to(date(2026, 3, 10))
    company.coordinator.does("check_form")
    assert ends_on(company, "decision") == date(2026, 5, 4)
    answered(company)
    company.coordinator.does("research")
    company.mayor.does("conclude")
    company.goes_to(ASKED)
    company.coordinator.does("request_advice")
    return company


def test_the_bureau_has_eight_weeks_and_the_decision_waits_as_long(asked: Company) -> None:
    assert ends_on(asked, "lbb") == date(2026, 5, 27)
    assert ends_on(asked, "decision") == date(2026, 6, 29)
    page = asked.coordinator.opens(asked.coordinator.task("receive_advice"))
    assert "Uiterlijk: 27 mei 2026" in page.text


def test_an_early_advice_lets_the_term_run_again_from_its_day(asked: Company) -> None:
    _tells(asked, date(2026, 5, 20), "received")
    assert ends_on(asked, "lbb") is None
    assert ends_on(asked, "decision") == date(2026, 6, 22)


def test_an_extension_of_the_bureau_moves_both(asked: Company) -> None:
    _tells(asked, date(2026, 5, 20), "extended")
    assert ends_on(asked, "lbb") == date(2026, 6, 24)
    assert ends_on(asked, "decision") == date(2026, 7, 27)
    page = asked.coordinator.opens(asked.coordinator.task("receive_advice"))
    assert "Uiterlijk: 24 jun 2026" in page.text
    assert "verlengt zijn termijn" not in page.text


def test_what_the_bureau_waits_for_data_counts_for_neither(asked: Company) -> None:
    """Art. 12: fourteen days."""
    _tells(asked, date(2026, 4, 15), "extra", asked="De leningsovereenkomst.")
    assert ends_on(asked, "lbb") is None
    assert ends_on(asked, "decision") is None
    _tells(asked, date(2026, 4, 29), "supplied")
    assert ends_on(asked, "lbb") == date(2026, 6, 10)
    assert ends_on(asked, "decision") == date(2026, 7, 13)


def test_a_late_advice_holds_the_decision_up_no_longer(asked: Company) -> None:
    _tells(asked, date(2026, 6, 20), "received")
    assert ends_on(asked, "decision") == date(2026, 6, 29)


def test_the_gemeente_need_not_wait_for_a_late_advice(asked: Company) -> None:
    """Awb 3:6."""
    page = asked.coordinator.opens(asked.coordinator.task("receive_advice"))
    assert "verder zonder advies" not in page.text
    _tells(asked, date(2026, 5, 28), "without")
    asked.mayor.does("conclude", danger="none")
    asked.mayor.does("decide", ruling="granted")
    assert ends_on(asked, "decision") is None


def test_questions_back_to_the_bureau_cost_the_applicant_no_time(asked: Company) -> None:
    """Awb 3:9: the test of the advice, and B7 once more."""
    _tells(asked, date(2026, 5, 20), "received")
    back = {"result": "questions", "report": "De bron ontbreekt.", "by_lawyer": "yes"}
    refused = asked.coordinator.fills_in("test_advice", back, status=422)
    assert "Wanneer verwacht u het antwoord van het LBB?: Dit veld is vereist." in refused.text
    asked.coordinator.does("test_advice", back, answer_by="2026-06-03")
    page = asked.coordinator.opens(asked.coordinator.task("receive_advice"))
    assert "Uiterlijk: 3 jun 2026" in page.text
    asked.coordinator.does("receive_advice", on=asked.day(), degree="none")
    asked.coordinator.does("test_advice", result="none")
    assert ends_on(asked, "decision") == date(2026, 6, 22)
    asked.mayor.task("decide")


def _tells(company: Company, day: date, event: str, **more: str) -> None:
    company.goes_to(day)
    given = {"event": event, "on": day.isoformat(), **more}
    if event == "received":
        given |= {"degree": "serious", "summary": "De lening is verdacht."}
    company.coordinator.does("receive_advice", given)
