"""Ondermijningssignaal: weighed by two, a hit before contents, and a pointer to the RIEC."""

import pytest

from config.demo.themes import ondermijning
from tests.journeys.company import Company, lines


@pytest.fixture
def company(company: Company) -> Company:
    company.theme = "ondermijning"
    return company


def walks_to_confirm(company: Company, **assessment: str) -> None:
    company.coordinator.reports()
    company.coordinator.does("open_case")
    company.coordinator.does("weigh")
    company.coordinator.does("assess", **assessment)


def walks_to_plan(company: Company) -> None:
    walks_to_confirm(company)
    company.mayor.does("confirm")
    company.coordinator.does("select_sources")
    company.police.does("answer", ondermijning.answer_of_police())
    company.person("liaison.riec").does("answer")


def test_a_signal_is_weighed_researched_and_handed_to_the_riec(company: Company) -> None:
    walks_to_plan(company)
    company.coordinator.does("plan")
    company.coordinator.does("hand_to_riec")
    company.new_entries()
    company.coordinator.does("act", done="Eerste controle.", course="more")
    company.coordinator.does("act")
    company.coordinator.does("evaluate")
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss step.act
            oss contribution.made
            oss step.act
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        "politie": lines("""
            oss case.closed
        """),
        "riec": lines("""
            oss case.closed
        """),
    }


def test_the_sources_tell_whether_there_is_anything_and_no_more(company: Company) -> None:
    walks_to_plan(company)
    riec = company.person("liaison.riec")
    riec.sees("Nijverheidsweg 8", but_not=("lege vaten", "Geen hit"))
    company.coordinator.sees("Hit: er is informatie", "Geen hit")
    form = company.police.opens(company.police.case_address)
    assert "lege vaten" not in form.text


def test_the_answer_of_a_source_asks_for_no_contents(company: Company) -> None:
    walks_to_confirm(company)
    company.mayor.does("confirm")
    company.coordinator.does("select_sources")
    asked = company.police.opens(company.police.task("answer")).form()
    assert "hit" in asked.names
    assert not {"answer", "attachments"} & asked.names
    refused = company.police.fills_in(
        "answer", ondermijning.answer_of_police() | {"hit": ""}, status=422
    )
    assert "Is er informatie?: Dit veld is vereist." in refused.text


@pytest.mark.parametrize("question", ["is_undermining", "is_municipal", "is_local"])
def test_what_is_not_for_the_gemeente_ends_at_the_intake(company: Company, question: str) -> None:
    company.coordinator.reports()
    company.coordinator.does("open_case")
    refused = company.coordinator.fills_in("weigh", **{question: "no"}, status=422)
    assert "Aan wie draagt u het over" in refused.text
    company.coordinator.does("weigh", **{question: "no"}, handed_to="Naar de buurgemeente.")
    assert "Afgesloten" in company.coordinator.opens(company.coordinator.case_address).text


def test_the_second_person_may_ask_to_weigh_again(company: Company) -> None:
    walks_to_confirm(company)
    company.mayor.does("confirm", agrees="no", remarks="Hoe actueel is het?")
    company.coordinator.does("assess", course="none")
    company.mayor.does("confirm")
    assert "Afgesloten" in company.coordinator.opens(company.coordinator.case_address).text


def test_what_the_gemeente_can_do_itself_it_does(company: Company) -> None:
    walks_to_confirm(company, course="internal")
    company.mayor.does("confirm")
    company.coordinator.does("act", spin_off="2026-VR21-000007")


def test_the_riec_may_give_a_signal_back(company: Company) -> None:
    walks_to_confirm(company, course="riec")
    company.mayor.does("confirm")
    company.coordinator.does("hand_to_riec", response="returned", riec_reference="")
    company.coordinator.task("assess")


def test_a_pointer_to_the_riec_is_a_number_and_no_text(company: Company) -> None:
    walks_to_confirm(company, course="riec")
    company.mayor.does("confirm")
    company.coordinator.fills_in("hand_to_riec", riec_reference="Zaak over J. Jansen", status=422)
    company.coordinator.does("hand_to_riec")


@pytest.mark.parametrize("course", ["none", "act"])
def test_the_plan_may_end_it_or_keep_it_with_the_gemeente(company: Company, course: str) -> None:
    walks_to_plan(company)
    company.coordinator.does("plan", course=course)
    if course == "act":
        company.coordinator.task("act")
    else:
        company.coordinator.has_no_task("act")


def test_a_colleague_who_is_not_named_finds_nothing(company: Company) -> None:
    walks_to_confirm(company)
    colleague = company.person("iv2.oss")
    colleague.may_not_open(company.coordinator.case_address)
    colleague.has_no_task("assess")
    assert company.case not in colleague.opens("/zaken").text
    colleague.opens("/melden/ondermijning", status=403)
