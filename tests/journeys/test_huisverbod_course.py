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


def test_without_danger_it_ends_with_a_report_to_care(company: Company, officer: Person) -> None:
    officer.reports()
    refused = officer.fills_in("risk", danger="none", status=422)
    assert "Zorgmelding" in refused.text
    officer.does("risk", danger="none", care_report="Aan Veilig Thuis.")
    assert "Afgesloten" in officer.opens(officer.case_address).text
    with acting_as(officer.actor):
        named = Contribution.objects.filter(information_class="H")
        assert not named.exclude(retain_until=None).exists()


def test_a_minor_gets_no_huisverbod(company: Company, officer: Person) -> None:
    officer.reports()
    officer.does("risk")
    officer.fills_in("conditions", is_adult="no", status=422)
    officer.does("conditions", is_adult="no", course="not", reason="Minderjarig.")
    assert "Afgesloten" in officer.opens(officer.case_address).text


def test_with_child_abuse_veilig_thuis_comes_before_imposing(
    company: Company, officer: Person
) -> None:
    officer.reports()
    officer.does("risk")
    officer.does("conditions", has_child_abuse="yes")
    officer.has_no_task("impose")
    officer.does("consult")
    officer.does("impose")
    company.coordinator.sees("Veilig Thuis komt morgen langs.")


@pytest.mark.parametrize("course", ["mayor", "not"])
def test_after_the_consultation_it_may_go_to_the_mayor_or_end(
    company: Company, officer: Person, course: str
) -> None:
    officer.reports()
    officer.does("risk")
    officer.does("conditions", has_child_abuse="yes")
    officer.does("consult", course=course, reason="Ander plan." if course == "not" else "")
    officer.has_no_task("impose")
    if course == "mayor":
        company.mayor.task("impose_in_person")
    else:
        assert "Afgesloten" in officer.opens(officer.case_address).text


@pytest.mark.parametrize("is_oral", ["yes", "no"])
def test_the_mayor_imposes_in_person(company: Company, officer: Person, is_oral: str) -> None:
    officer.reports()
    officer.does("risk")
    officer.does("conditions", course="mayor")
    written = {"is_oral": "yes", "written_at": ""} if is_oral == "yes" else {}
    company.mayor.does("impose_in_person", **written)
    officer.sees("Geweld en dreiging in de woning.")
    if is_oral == "yes":
        company.coordinator.does("write_down_in_person", huisverbod.write_down())
    else:
        company.coordinator.has_no_task("write_down_in_person")


def test_the_mayor_may_refrain(company: Company, officer: Person) -> None:
    officer.reports()
    officer.does("risk")
    officer.does("conditions", course="mayor")
    company.mayor.does("impose_in_person", {"ruling": "refrain", "motive": "Te weinig gevaar."})
    assert "Afgesloten" in company.mayor.opens(company.mayor.case_address).text


def test_the_mayor_hears_at_once(company: Company, officer: Person) -> None:
    before = company.mayor.notifications()
    imposes(officer)
    heard = company.mayor.notifications()[len(before) :]
    assert any("verstrekt" in one or "disclosure_given" in one for one in heard), heard
    company.mayor.sees("Geweld en dreiging in de woning.", "M. Voorbeeld en S. Voorbeeld")


def test_each_partner_finds_it_in_its_trail(company: Company, officer: Person) -> None:
    officer.reports()
    officer.does("risk")
    officer.does("conditions")
    page = officer.opens(officer.task("impose")).text
    for receiver in ("Oss", "Veilig Thuis (demo)", "Hulpverlening (demo)", "Arrondissements"):
        assert f"Aan {receiver}" in page
    company.new_entries()
    officer.does("impose")
    told = company.new_entries()
    assert told["oss"] == ["politie decision.taken", "politie disclosure.given"]
    assert told["om"] == ["politie participation.begun", "politie disclosure.given"]
    for partner in ("veiligthuis", "zorg"):
        assert told[partner] == [
            "politie participation.begun",
            *["politie disclosure.given"] * 5,
        ]
    assert told["politie"][-1] == "politie step.impose"
    assert set(told) == {"oss", "om", "veiligthuis", "zorg", "politie"}


def test_breaches_are_told_as_often_as_they_come(company: Company, officer: Person) -> None:
    imposes(officer)
    company.police.does("breach")
    company.goes_on(days=1)
    company.police.does("breach", facts="Hij belde haar.")
    for one in (company.coordinator, company.prosecutor):
        one.sees("Hij stond voor de deur.", "Hij belde haar.")
    company.person("liaison.zorg").does_not_see("Hij belde haar.")


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


def test_who_was_not_there_and_the_neighbours_see_nothing(
    company: Company, officer: Person
) -> None:
    imposes(officer)
    for one in (
        company.second_police,
        company.person("iv2.oss"),
        company.landlord,
        company.secretary,
        company.stranger,
        company.person("liaison.reclassering"),
    ):
        one.may_not_open(officer.case_address)
    reading = company.prosecutor
    reading.sees("Geweld en dreiging", but_not=("Loop de drie onderdelen langs", "RiHG)"))


def test_papers_are_kept_for_five_years_to_the_day(company: Company, officer: Person) -> None:
    imposes(officer)
    officer.does("write_down")
    page = officer.reads("Beschikking op schrift")
    assert "27 maart 2032" in page.text
    assert "27 maart 2032" in officer.reads("Risicotaxatie (RiHG)").text
    # Put in before the decision by politie, after it by the gemeente: one and the same day.
    company.coordinator.does("reachability")
    assert "27 maart 2032" in company.coordinator.reads("Bereikbaarheid en raadsman").text


def test_each_own_law_is_a_ground_to_answer_on(company: Company, officer: Person) -> None:
    imposes(officer)
    company.coordinator.does("open_case")
    company.coordinator.does("arrange", partners=["politie", "om", "reclassering"])
    for login, ground in (
        ("liaison1.politie", "wpg-16-1-c"),
        ("liaison1.om", "wjsg-39f-1-d"),
        ("liaison.reclassering", "avg-6-1-e"),
    ):
        given = Ground.objects.get(code=ground).pk
        company.person(login).does("answer", sender_ground=given)
    company.coordinator.task("care_meeting")


def test_a_late_partner_does_not_hold_the_mayor_up(company: Company, officer: Person) -> None:
    imposes(officer)
    company.coordinator.does("open_case")
    company.coordinator.does("arrange")
    assert due(company.coordinator, "close_round").startswith("4 apr 2027 20:00")
    company.coordinator.does("close_round")
    company.coordinator.does("care_meeting")
    company.mayor.task("decide")
