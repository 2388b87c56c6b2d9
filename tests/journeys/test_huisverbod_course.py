"""Huisverbod: from the night it is imposed on, as pages and trails tell it."""

# ruff: noqa: F811  a fixture has the name of what it is given as
import pytest

from casework.models import Contribution
from config.demo.themes import huisverbod
from partners.acting import acting_as
from partners.models import Ground
from tests.journeys.company import Company
from tests.journeys.huisverbod import (  # noqa: F401  fixtures among them
    care,
    company,
    due,
    imposes,
    officer,
)
from tests.journeys.person import Person


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
