"""Agressie en intimidatie: help first, filing by default, and politie and OM know no more."""

import pytest

from casework.models import Contribution, InformationClass, Subject
from partners.acting import acting_as
from tests.journeys.company import Company, lines

FAMILY, VICTIM = "P. Voorbeeld", "W. Voorbeeld"


@pytest.fixture
def company(company: Company) -> Company:
    company.theme = "agressie"
    return company


def walks_to_filing(company: Company, **reaction: object) -> None:
    company.coordinator.reports()
    company.coordinator.does("receive")
    company.coordinator.does("react", **reaction)


def test_from_the_report_to_the_lesson(company: Company) -> None:
    walks_to_filing(company)
    company.new_entries()
    company.coordinator.does("file_report")
    company.police.does("police_progress", course="continue")
    company.police.does("police_progress")
    company.prosecutor.does("prosecution")
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss participation.begun
            oss participation.begun
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss step.file_report
            politie disclosure.given
            politie disclosure.given
            om disclosure.given
        """),
        "politie": lines("""
            oss participation.begun
            oss disclosure.given
            politie contribution.made
            politie disclosure.given
            politie step.police_progress
            politie contribution.made
            politie disclosure.given
            politie step.police_progress
        """),
        "om": lines("""
            oss participation.begun
            oss disclosure.given
            om contribution.made
            om weighing.given
            om disclosure.given
            om step.prosecution
        """),
    }
    company.coordinator.does("damage")
    company.mayor.does("threat_picture")
    company.goes_on(days=80)
    company.coordinator.does("evaluate")
    assert "Afgesloten" in company.coordinator.opens(company.coordinator.case_address).text
    with acting_as(company.coordinator.actor):
        kept = {one.information_class for one in Contribution.objects.all()}
        kept |= {one.information_class for one in Subject.objects.all()}
        people = Subject.objects.filter(kind="person").values_list("label", "details__part")
        assert (FAMILY, "at_risk") in list(people)
    assert kept == {InformationClass.W}


def test_politie_and_om_see_the_filing_and_nobody_by_name(company: Company) -> None:
    walks_to_filing(company)
    company.police.may_not_open(company.coordinator.case_address)
    company.coordinator.does("file_report")
    for one in (company.police, company.prosecutor):
        one.sees("Bedreiging aan de deur", but_not=(VICTIM, FAMILY, "Tijdelijk een ander adres"))
    for one in (company.second_police, company.person("iv2.oss"), company.secretary):
        one.may_not_open(company.coordinator.case_address)


def test_filing_is_the_default_and_not_filing_needs_a_reason(company: Company) -> None:
    walks_to_filing(company)
    address = company.coordinator.task("file_report")
    page = company.coordinator.opens(address)
    assert "Aan Politie-eenheid" in page.text
    assert "Aan Arrondissementsparket" in page.text
    form = page.form()
    assert form.values["is_filed"] == ["filed"]
    assert form.values["anonymity"] == ["domicile"]
    refused = company.coordinator.fills_in("file_report", is_filed="not", status=422)
    assert "Waarom doet de werkgever geen aangifte?" in refused.text
    company.coordinator.does("file_report", is_filed="not", why_not="Een vergissing.")
    company.police.may_not_open(company.coordinator.case_address)
    company.coordinator.does("damage")
    company.mayor.does("threat_picture", course="none")
    company.coordinator.task("evaluate")


def test_the_burgemeester_alone_decides_on_an_area_ban(company: Company) -> None:
    walks_to_filing(company, measures=["talk", "area_ban"], until="")
    company.coordinator.has_no_task("area_ban")
    company.coordinator.has_no_task("file_report")
    company.mayor.does("area_ban")
    company.coordinator.task("file_report")


def test_an_official_has_no_threat_picture(company: Company) -> None:
    company.coordinator.reports(function="official")
    company.coordinator.does("receive")
    company.coordinator.does("react")
    company.coordinator.does("file_report")
    company.mayor.has_no_task("threat_picture")
    company.police.does("police_progress", course="ended")
    company.coordinator.does("damage", has_damage="no", amount="", recovery="")
    company.coordinator.task("evaluate")


@pytest.mark.parametrize("course", ["dismissed", "prosecuted"])
def test_the_om_tells_each_step_until_it_decides(company: Company, course: str) -> None:
    walks_to_filing(company)
    company.coordinator.does("file_report")
    company.police.does("police_progress")
    company.prosecutor.does("prosecution", course="continue")
    company.prosecutor.does("prosecution", news="Beslist.", course=course)
    assert "Beslist." in company.coordinator.reads("Terugkoppeling van het OM").text


@pytest.mark.parametrize(
    ("node", "changes", "question"),
    [
        ("receive", {"safety_measures": ""}, "veiligheid thuis"),
        ("react", {"measures": []}, "Waarom neemt u geen maatregel?"),
        ("react", {"until": ""}, "Tot wanneer geldt een pandverbod?"),
        ("react", {"offender_told": "no"}, "Waarom hoort de dader dit niet?"),
    ],
)
def test_what_the_course_makes_necessary_is_asked(
    company: Company, node: str, changes: dict[str, object], question: str
) -> None:
    company.coordinator.reports()
    if node == "react":
        company.coordinator.does("receive")
    assert question in company.coordinator.fills_in(node, status=422, **changes).text
