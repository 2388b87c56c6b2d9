"""How a huisverbod ends: by the hour, the judge or the burgemeester; and how long it is kept."""

# ruff: noqa: F811  a fixture has the name of what it is given as
import pytest

from config.demo.themes import huisverbod
from tests.journeys.company import Company
from tests.journeys.huisverbod import (  # noqa: F401  fixtures among them
    advises,
    care,
    company,
    due,
    imposes,
    officer,
)
from tests.journeys.person import Person


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


@pytest.mark.parametrize("ruling", ["annulled", "suspended"])
def test_what_the_judge_ends_is_over_at_once(
    company: Company, officer: Person, care: Person, ruling: str
) -> None:
    imposes(officer)
    company.coordinator.does("open_case")
    company.coordinator.does("arrange")
    company.coordinator.does("injunction")
    # Asked on a Saturday, three days: two of them working days (Algemene termijnenwet, art. 2).
    assert due(company.coordinator, "hearing").startswith("31 mrt 2027")
    company.goes_on(days=2)
    company.coordinator.does("hearing")
    assert due(company.coordinator, "judge").startswith("30 mrt 2027 ")
    company.coordinator.does("judge", ruling=ruling)
    assert "Afgesloten" in company.coordinator.opens(company.coordinator.case_address).text
    care.has_no_task("answer")
    company.mayor.has_no_task("decide")
    officer.has_no_task("breach")
    officer.sees("De rechter heeft het huisverbod")


def test_what_stands_in_court_goes_on_beside_the_rest(
    company: Company, officer: Person, care: Person
) -> None:
    imposes(officer)
    company.coordinator.does("injunction")
    advises(company, care)
    company.coordinator.does("hearing")
    company.coordinator.does("judge")
    company.coordinator.task("injunction")
    company.mayor.task("decide")


def test_withdrawing_asks_that_help_was_accepted_and_confirmed(
    company: Company, officer: Person, care: Person
) -> None:
    imposes(officer)
    advises(company, care)
    withdrawal = huisverbod.withdraw() | {"ruling": "withdraw"}
    company.mayor.fills_in("decide", withdrawal | {"help_accepted_on": ""}, status=422)
    company.mayor.fills_in("decide", withdrawal | {"help_confirmed": "no"}, status=422)
    company.mayor.does("decide", withdrawal)
    officer.has_no_task("breach")
    care.sees("Het huisverbod is ingetrokken.")
    care.task("wind_up")


def test_it_may_run_out_or_be_withdrawn_on_the_way(
    company: Company, officer: Person, care: Person
) -> None:
    imposes(officer)
    advises(company, care)
    company.mayor.does("decide", {"ruling": "lapse", "motive": "Het is rustig."})
    company.coordinator.does("watch_end", event="withdraw")
    company.mayor.does("withdraw", ruling="stays")
    company.coordinator.does("watch_end", event="withdraw")
    company.mayor.does("withdraw")
    care.task("wind_up")


def test_after_the_tenth_day_it_cannot_be_extended(
    company: Company, officer: Person, care: Person
) -> None:
    imposes(officer)
    advises(company, care)
    company.goes_on(days=10)
    assert "al afgelopen" in company.mayor.fills_in("decide", status=422).text
    company.mayor.does("decide", {"ruling": "lapse", "motive": "Te laat."})
    company.coordinator.does("watch_end")


def test_papers_are_kept_for_five_years_to_the_day(company: Company, officer: Person) -> None:
    imposes(officer)
    officer.does("write_down")
    page = officer.reads("Beschikking op schrift")
    assert "27 maart 2032" in page.text
    assert "27 maart 2032" in officer.reads("Risicotaxatie (RiHG)").text
    # Put in before the decision by politie, after it by the gemeente: one and the same day.
    company.coordinator.does("reachability")
    assert "27 maart 2032" in company.coordinator.reads("Bereikbaarheid en raadsman").text
