"""The ways of a Bibob case beside the refusal after an advice."""

import pytest

from tests.journeys.bibob import advised, answered, begins, researched
from tests.journeys.company import Company, lines

NO_ADVICE = {"copy_given_on": None, "is_secrecy_told": None}
REPAIR = {"result": "repair", "repair_by": "2026-03-24"}


def test_what_does_not_fall_under_the_policy_ends_at_once(company: Company) -> None:
    company.theme = "bibob"
    company.coordinator.reports()
    company.coordinator.does("open_case")
    company.coordinator.does("weigh", falls="outside")
    assert "Afgesloten op" in company.coordinator.opens(company.coordinator.case_address).text


def test_no_danger_leads_to_a_permit_and_no_signal(company: Company) -> None:
    begins(company)
    researched(company)
    company.new_entries()
    company.mayor.does("conclude", danger="none")
    company.mayor.does("decide", ruling="granted")
    company.coordinator.does("report_conclusion", degree="none")
    company.coordinator.has_no_task("signal_neighbours")
    company.goes_on(days=43)
    company.coordinator.does("objection")
    company.coordinator.does("evaluate")
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss step.conclude
            oss contribution.made
            oss decision.taken
            oss term.ended
            oss step.decide
            oss contribution.made
            oss step.report_conclusion
            oss contribution.made
            oss step.objection
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        **{party: ["oss case.closed"] for party in ("om", "politie", "riec")},
    }


def test_a_lesser_danger_leads_to_conditions(company: Company) -> None:
    """Art. 3 lid 7."""
    begins(company)
    researched(company)
    company.mayor.does("conclude", danger="lesser", grounds=["b"], relations=["control"])
    refused = company.mayor.fills_in("intend", degree="lesser", status=422)
    assert "Bij mindere mate van gevaar passen voorschriften" in refused.text
    conditions = {"intent": "conditions", "conditions": "De financier treedt terug."}
    company.mayor.does("intend", degree="lesser", **conditions)
    hearing = company.coordinator.opens(company.coordinator.task("hear"))
    assert "copy_given_on" not in hearing.form().names
    company.coordinator.does("hear", **NO_ADVICE)
    company.mayor.does("decide", ruling="conditions", conditions="De financier treedt terug.")
    company.coordinator.task("report_conclusion")


def test_a_refusal_needs_an_intention_and_a_view(company: Company) -> None:
    begins(company)
    researched(company)
    company.mayor.does("conclude", danger="none")
    refused = company.mayor.fills_in("decide", status=422)
    assert "Zonder voornemen en zienswijze kan dit niet" in refused.text


def test_a_view_is_kept_once_copy_and_notice_are_given(company: Company) -> None:
    """Art. 28 lid 3."""
    advised(company)
    company.coordinator.does("test_advice")
    company.mayor.does("intend")
    lacks = company.coordinator.fills_in("hear", copy_given_on="", status=422)
    assert "Afschrift van het advies gegeven op: Dit veld is vereist." in lacks.text
    refused = company.coordinator.fills_in("hear", is_secrecy_told="no", status=422)
    assert "Geef eerst de schriftelijke mededeling" in refused.text
    company.coordinator.does("hear")
    company.mayor.task("decide")


def test_a_questionnaire_that_stays_away_may_count_as_serious_danger(company: Company) -> None:
    """Art. 4, after the occasion to supply what lacks."""
    begins(company)
    company.coordinator.does("ask_form")
    early = company.coordinator.fills_in("check_form", {"result": "failed"}, status=422)
    assert "Geef betrokkene eerst de gelegenheid om aan te vullen" in early.text
    company.coordinator.does("check_form", REPAIR)
    page = company.coordinator.opens(company.coordinator.task("check_form"))
    assert "Uiterlijk: 24 mrt 2026" in page.text
    company.coordinator.does("check_form", {"result": "failed"})
    company.mayor.does("judge_missing")
    company.mayor.does("intend")
    company.coordinator.does("hear", **NO_ADVICE)
    company.mayor.does("decide")


def test_or_the_application_is_put_aside(company: Company) -> None:
    """Awb 4:5."""
    begins(company)
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form", REPAIR)
    company.coordinator.does("check_form", {"result": "failed"})
    company.mayor.does("judge_missing", course="dismiss")
    refused = company.mayor.fills_in("decide", ruling="granted", status=422)
    assert "U koos eerder om de aanvraag buiten behandeling te stellen." in refused.text
    company.mayor.does("decide", ruling="dismissed")
    company.coordinator.task("objection")


@pytest.mark.parametrize(
    ("given_on", "years"),
    [("2021-03-02", "5 jaar"), ("2020-07-31", "2 jaar")],
)
def test_an_old_advice_is_used_no_more(company: Company, given_on: str, years: str) -> None:
    """Five years since 1 August 2020, two before; on Tuesday 3 March 2026."""
    begins(company)
    researched(company)
    reuse = {"danger": "reuse", "motive": "Zelfde betrokkene."}
    refused = company.mayor.fills_in("conclude", reuse, advice_on=given_on, status=422)
    assert f"Dit advies is te oud om te gebruiken: het telt {years}" in refused.text


def test_an_advice_of_less_than_five_years_is_tested_anew(company: Company) -> None:
    begins(company)
    researched(company)
    reuse = {"danger": "reuse", "motive": "Zelfde betrokkene.", "advice_on": "2021-03-03"}
    company.mayor.does("conclude", reuse)
    company.coordinator.does("test_advice", new_facts="Geen.")
    company.mayor.task("intend")


def test_a_withdrawal_ends_all_that_is_open_and_is_reported(company: Company) -> None:
    begins(company)
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form")
    company.police.task("answer")
    company.new_entries()
    company.coordinator.does("withdrawal")
    company.police.has_no_task("answer")
    company.coordinator.has_no_task("close_round")
    company.coordinator.does("report_withdrawal")
    assert "Afgesloten op" in company.coordinator.opens(company.coordinator.case_address).text
    assert company.new_entries()["oss"] == lines("""
        oss contribution.made
        oss term.ended
        oss step.withdrawal
        oss contribution.made
        oss case.closed
        oss step.report_withdrawal
        oss case.viewed
    """)


@pytest.mark.parametrize("node", ["ask_form", "conclude", "receive_advice", "intend", "hear"])
def test_an_applicant_may_withdraw_at_any_step(company: Company, node: str) -> None:
    begins(company)
    if node != "ask_form":
        researched(company)
    if node != "ask_form" and node != "conclude":
        company.mayor.does("conclude")
        company.coordinator.does("request_advice")
    if node in ("intend", "hear"):
        company.coordinator.does("receive_advice")
        company.coordinator.does("test_advice")
    if node == "hear":
        company.mayor.does("intend")
    company.coordinator.does("withdrawal")
    for person in (company.coordinator, company.mayor):
        person.has_no_task(node)
    company.coordinator.does("report_withdrawal")


def test_the_round_may_be_closed_before_all_answered(company: Company) -> None:
    begins(company)
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form")
    company.coordinator.does("close_round")
    company.coordinator.does("research")
    company.mayor.task("conclude")


def test_only_the_lead_hears_what_partners_answer(company: Company) -> None:
    begins(company)
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form")
    answered(company)
    company.police.does_not_see("liaison OM", "RIEC (demo)")
