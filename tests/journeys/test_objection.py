"""After the decision: six weeks for an objection, its decision in time, appeal, and injunction."""

from datetime import date

from tests.journeys.company import Company, lines
from tests.journeys.person import Person

FILED = {"filed": "filed", "filed_on": "2026-04-10", "has_committee": "no"}
POSTPONED = {"result": "postponed", "motive": "De hoorzitting is later."}


def test_nobody_says_that_no_objection_came_before_its_term_is_over(company: Company) -> None:
    """Decided on Tuesday 3 March 2026: the last day for an objection is Tuesday 14 April."""
    company.walks_to("objection")
    company.goes_to(date(2026, 4, 14))
    refused = company.coordinator.fills_in("objection", status=422)
    assert "De termijn loopt nog tot en met 14 april 2026" in refused.text
    company.goes_on(days=1)
    company.coordinator.does("objection")
    company.mayor.has_no_task("decide_objection")


def test_an_objection_is_decided_within_six_weeks_after_its_term(company: Company) -> None:
    """Awb 7:10: counted from the end of the term, whenever the objection came."""
    _objects(company)
    assert "Uiterlijk: 26 mei 2026" in _page(company.mayor, "decide_objection")


def test_a_committee_makes_that_twelve_weeks(company: Company) -> None:
    """Twelve weeks after Tuesday 14 April 2026 is Tuesday 7 July."""
    _objects(company, has_committee="yes")
    assert "Uiterlijk: 7 jul 2026" in _page(company.mayor, "decide_objection")


def test_a_decision_is_postponed_once_and_by_six_weeks_at_most(company: Company) -> None:
    _objects(company)
    late = company.mayor.fills_in(
        "decide_objection", POSTPONED, status=422, postponed_to="2026-07-08"
    )
    assert "Verdagen kan hoogstens tot en met 7 juli 2026." in late.text
    early = company.mayor.fills_in(
        "decide_objection", POSTPONED, status=422, postponed_to="2026-05-26"
    )
    assert "Verdagen kan alleen tot na de termijn die nu loopt." in early.text
    company.mayor.does("decide_objection", POSTPONED, postponed_to="2026-07-07")
    assert "Uiterlijk: 7 jul 2026" in _page(company.mayor, "decide_objection")
    again = company.mayor.fills_in(
        "decide_objection", POSTPONED, status=422, postponed_to="2026-07-08"
    )
    assert "De beslissing is al een keer verdaagd" in again.text


def test_an_objection_goes_through_appeal_to_its_end(company: Company) -> None:
    _objects(company)
    company.new_entries()
    company.goes_to(date(2026, 5, 20))
    company.mayor.does("decide_objection")
    refused = company.coordinator.fills_in("appeal", status=422)
    assert "De termijn loopt nog tot en met 1 juli 2026" in refused.text
    company.coordinator.does("appeal", result="filed")
    assert "Hoe is het beroep afgelopen?" in _page(company.coordinator, "appeal")
    company.coordinator.task("injunction")
    company.coordinator.does("appeal", {"result": "quashed"})
    company.coordinator.has_no_task("injunction")
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss step.decide_objection
            oss contribution.made
            oss step.appeal
            oss contribution.made
            oss step.appeal
        """)
    }


def test_a_withdrawn_objection_is_no_decision_and_ends_it(company: Company) -> None:
    _objects(company)
    company.new_entries()
    company.mayor.does("decide_objection", {"result": "withdrawn", "motive": "Ingetrokken."})
    company.coordinator.has_no_task("appeal")
    company.coordinator.has_no_task("injunction")
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss step.decide_objection
        """)
    }


def test_a_revised_decision_opens_the_premises(company: Company) -> None:
    _objects(company)
    refused = company.coordinator.fills_in("closure_period", {"event": "revised"}, status=422)
    assert "Leg eerst vast dat op bezwaar is herzien." in refused.text
    company.mayor.does("decide_objection", result="revised")
    company.coordinator.does("closure_period", {"event": "revised"})
    company.coordinator.task("reopen")


def test_premises_are_not_closed_while_an_injunction_suspends_the_decision(
    company: Company,
) -> None:
    company.walks_to("close_premises")
    company.coordinator.does("objection", FILED, filed_on=company.day())
    assert "geschorst" not in _page(company.coordinator, "close_premises")
    company.coordinator.does("injunction", result="granted", until=company.day(30))
    assert "Het besluit is geschorst" in _page(company.coordinator, "close_premises")
    refused = company.coordinator.fills_in("close_premises", status=422)
    assert "De rechter heeft het besluit geschorst." in refused.text
    company.coordinator.does("suspension")
    company.coordinator.does("close_premises")


def test_an_injunction_that_is_refused_stops_nothing(company: Company) -> None:
    company.walks_to("close_premises")
    company.coordinator.does("objection", FILED, filed_on=company.day())
    company.coordinator.does("injunction", result="refused")
    company.coordinator.does("close_premises")


def test_an_injunction_goes_no_further_than_the_objection(company: Company) -> None:
    company.walks_to("close_premises")
    company.coordinator.does("objection", FILED, filed_on=company.day())
    company.coordinator.does("injunction", result="granted")
    company.mayor.does("decide_objection", {"result": "withdrawn", "motive": "Ingetrokken."})
    company.coordinator.has_no_task("suspension")
    company.coordinator.does("close_premises")


def _objects(company: Company, **changes: str) -> None:
    company.walks_to("objection")
    company.coordinator.does("objection", FILED, **changes)


def _page(person: Person, node: str) -> str:
    return person.opens(person.task(node)).text
