"""Casusgericht overleg: from a proposal to an evaluation, and the ways out of it."""

import pytest

from config.demo.themes import adhoc
from tests.journeys.company import Company, lines
from workflows.formules import exchange

DISAGREED = {"agreement": "disagreed", "views": "De politie wil eerst cameratoezicht."}


@pytest.fixture
def company(company: Company) -> Company:
    company.theme = "adhoc"
    return company


def walks_to_meet(company: Company) -> None:
    company.coordinator.reports()
    for node in ("open_case", "weigh", "compose"):
        company.coordinator.does(node)
    company.police.does("answer", adhoc.answer_of_police())
    company.person("liaison.zorg").does("answer")


def test_parties_agree_carry_out_and_evaluate(company: Company) -> None:
    walks_to_meet(company)
    company.new_entries()
    company.coordinator.does("meet")
    accepts(company)
    company.goes_on(days=28)
    company.coordinator.does("follow_up", {"state": "Nog niet klaar.", "course": "continue"})
    company.goes_on(days=28)
    company.coordinator.does("follow_up")
    company.coordinator.does("evaluate")
    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
            oss commitment.proposed
            politie case.viewed
            politie commitment.accepted
            oss case.closed
        """),
        "oss": lines("""
            oss contribution.made
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss commitment.proposed
            oss step.meet
            politie commitment.accepted
            oss contribution.made
            oss step.follow_up
            oss contribution.made
            oss step.follow_up
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        "zorg": lines("""
            oss disclosure.given
            oss case.closed
        """),
    }


def accepts(company: Company) -> None:
    """Only politie can say that it does what politie does."""
    police = company.police
    page = police.opens(police.case_address)
    form = next(one for one in page.forms if one.action.startswith("/afspraken/"))
    police.posts(form.action, form.filled({"status": "accepted"}))


def test_the_composition_is_kept_as_a_formule_that_can_be_read_in(company: Company) -> None:
    walks_to_meet(company)
    address = f"{company.coordinator.case_address}/formule"
    company.coordinator.opens(address, status=403)
    company.coordinator.does("meet", **DISAGREED)
    company.mayor.does("step_up", course="ended")
    company.coordinator.does("evaluate")
    company.mayor.opens(address, status=403)
    kept = company.coordinator.opens(address).html
    received = exchange.read(kept.encode())
    assert [one["kind"] for one in received.content["partners"]] == ["politie", "zorg"]
    assert "nachtbus" not in kept


def test_each_reads_its_own_commitments_and_what_was_shared(company: Company) -> None:
    walks_to_meet(company)
    company.coordinator.does("meet")
    company.police.sees("toezicht bij de opstapplaats", "De groep verzamelt zich")
    company.person("liaison.zorg").sees(
        "De groep verzamelt zich", but_not=("Drie meldingen in een maand", "toezicht bij de")
    )
    company.prosecutor.may_not_open(company.coordinator.case_address)


@pytest.mark.parametrize("course", ["existing", "referred", "declined"])
def test_what_needs_no_overleg_of_its_own_ends_at_the_intake(company: Company, course: str) -> None:
    company.coordinator.reports()
    company.coordinator.does("open_case")
    refused = company.coordinator.fills_in("weigh", course=course, status=422)
    assert "Waarheen, of waarom niet?: Dit veld is vereist." in refused.text
    company.coordinator.does("weigh", course=course, explanation="Het past in het jeugdoverleg.")
    assert "Afgesloten" in company.coordinator.opens(company.coordinator.case_address).text


def test_politie_proposes_and_the_gemeente_takes_the_lead(company: Company) -> None:
    company.police.reports()
    company.coordinator.does("open_case")
    company.coordinator.does("weigh")
    company.coordinator.does("compose")
    company.person("liaison.zorg").task("answer")


def test_no_agreement_goes_a_step_up_and_comes_back(company: Company) -> None:
    walks_to_meet(company)
    refused = company.coordinator.fills_in("meet", agreement="disagreed", views="", status=422)
    assert "Welke partij denkt er anders over" in refused.text
    company.coordinator.does("meet", **DISAGREED)
    company.coordinator.has_no_task("follow_up")
    company.mayor.does("step_up")
    company.coordinator.does("meet")
    company.coordinator.task("follow_up")


def test_the_step_up_may_end_it(company: Company) -> None:
    walks_to_meet(company)
    company.coordinator.does("meet", **DISAGREED)
    company.mayor.does("step_up", course="ended")
    company.coordinator.does("evaluate")


def test_an_agreement_without_commitments_is_none(company: Company) -> None:
    walks_to_meet(company)
    empty = {"party_1": "", "text_1": "", "due_1": ""}
    refused = company.coordinator.fills_in("meet", **empty, status=422)
    assert "Leg ten minste één afspraak vast." in refused.text
    half = company.coordinator.fills_in("meet", due_1="", status=422)
    assert "Afspraak 1: uiterlijk wanneer?: Dit veld is vereist." in half.text


def test_progress_may_call_for_a_new_overleg(company: Company) -> None:
    walks_to_meet(company)
    company.coordinator.does("meet")
    company.coordinator.does("follow_up", course="adjust")
    company.coordinator.task("meet")


def test_it_does_not_end_over_open_commitments_without_a_reason(company: Company) -> None:
    walks_to_meet(company)
    company.coordinator.does("meet")
    refused = company.coordinator.fills_in("follow_up", open_motive="", status=422)
    assert "Waarom beëindigt u het terwijl er nog afspraken openstaan?" in refused.text
    company.coordinator.does("follow_up")
