"""Persoonsgerichte aanpak: from the report to the end, with a plan that several parties carry."""

from datetime import timedelta

import pytest

from casework.models import AvePhase
from partners.acting import acting_as
from tests.journeys.company import Company, lines
from tests.journeys.pga.stages import ZVH, due, settles, take_to


def test_from_report_to_the_end(company: Company) -> None:
    take_to(company, "carry_out")
    assert due(company, "carry_out") == company.day(42)
    settles(company.police, "Aanvaarden")
    settles(company.police, "Gereed melden")
    settles(company.landlord, "Aanvaarden")
    care = company.person("liaison.zorg")
    care.does("carry_out", course="on_track")
    company.goes_on(days=35)
    care.does("carry_out")
    zvh = company.person(ZVH)
    assert due(company, "review") == "2026-06-10"
    zvh.does("review")
    page = zvh.fills_in("evaluate", status=422, open_motive="")
    assert "Waarom sluit u af terwijl er nog afspraken openstaan?" in page.text
    zvh.does("evaluate")
    with acting_as(zvh.actor):
        assert not AvePhase.objects.filter(ended_at=None).exists()
    assert company.new_entries() == {
        "politie": lines("""
            politie case.viewed
            politie commitment.accepted
            politie commitment.done
            zvh disclosure.given
            zvh case.closed
        """),
        "corporatie": lines("""
            corporatie case.viewed
            corporatie commitment.accepted
            zvh case.closed
        """),
        "zvh": lines("""
            politie commitment.accepted
            politie commitment.done
            corporatie commitment.accepted
            zorg disclosure.given
            zorg disclosure.given
            zvh contribution.made
            zvh step.review
            zvh contribution.made
            zvh outcome.filled
            zvh outcome.filled
            zvh outcome.filled
            zvh contribution.made
            zvh disclosure.given
            zvh term.ended
            zvh case.closed
            zvh step.evaluate
        """),
        "zorg": lines("""
            zorg contribution.made
            zorg disclosure.given
            zorg step.carry_out
            zorg contribution.made
            zorg disclosure.given
            zorg step.carry_out
            zvh case.closed
        """),
        "oss": ["zvh case.closed"],
    }


def test_the_triage_is_the_next_one_whose_bound_is_still_to_come(company: Company) -> None:
    """In before Monday noon is weighed on Tuesday; what comes later waits a week."""
    company.theme = "pga"
    company.police.reports()
    assert due(company, "triage") == "2026-03-10"
    company.goes_on(days=6)
    company.police.reports()
    assert due(company, "triage") == "2026-03-10"
    company.clock.shift(timedelta(hours=4))
    company.police.reports()
    assert due(company, "triage") == "2026-03-17"


def test_an_incomplete_report_comes_back_to_the_reporter(company: Company) -> None:
    company.theme = "pga"
    care = company.person("liaison.zorg")
    care.reports(criteria=[], why_not_regular="")
    zvh = company.person(ZVH)
    zvh.does("triage", {"course": "incomplete", "told": "Welke ketens zijn nodig?"})
    assert "Welke ketens zijn nodig?" in care.reads("Terugkoppeling op de aanmelding").text
    care.does("supplement")
    zvh.sees("De hulp liep twee keer vast.")
    zvh.does("triage")
    care.does("inform")
    assert due(company, "invite") == company.day(14)


def test_the_gemeente_supplements_by_its_coordinator(company: Company) -> None:
    company.theme = "pga"
    company.coordinator.reports()
    zvh = company.person(ZVH)
    zvh.does("triage", {"course": "incomplete", "told": "Welke ketens zijn nodig?"})
    company.coordinator.does("supplement")
    zvh.does("triage")
    company.coordinator.does("inform")


@pytest.mark.parametrize("course", ["rejected", "advice"])
def test_what_belongs_elsewhere_ends_with_a_word_to_the_reporter(
    company: Company, course: str
) -> None:
    company.theme = "pga"
    company.police.reports()
    zvh = company.person(ZVH)
    zvh.does("triage", {"course": course, "told": "Het wijkteam kan dit oppakken."})
    assert "Het wijkteam kan dit oppakken." in (
        company.police.reads("Terugkoppeling op de aanmelding").text
    )
    zvh.has_no_task("triage")
    company.coordinator.may_not_open(company.coordinator.case_address)


def test_what_does_not_meet_the_criteria_gets_no_overleg(company: Company) -> None:
    company.theme = "pga"
    company.police.reports()
    page = company.person(ZVH).fills_in("triage", status=422, criteria=["multi", "chains"])
    assert "Volgens de criteria hoort dit in de gewone keten." in page.text
    company.person(ZVH).does("triage", criteria=["area"])


def test_who_keeps_silent_says_why(company: Company) -> None:
    take_to(company, "inform")
    page = company.police.fills_in("inform", {"is_informed": "no"}, status=422)
    assert "Waarom nog niet?" in page.text
    silent = {"is_informed": "no", "silence": "inquiry", "explanation": "Tot de aanhouding."}
    company.police.does("inform", silent)
    company.person(ZVH).sees("Het belang van een onderzoek")


def test_straight_up_does_not_wait_for_the_person_to_know(company: Company) -> None:
    company.theme = "pga"
    company.police.reports()
    mayor = company.mayor.actor.membership.pk
    up = {"course": "escalated", "phase": 4, "phase_reason": "safety", "leader": mayor}
    page = company.person(ZVH).fills_in("triage", status=422, **up)
    assert "Waarom weet de betrokkene het nog niet?" in page.text
    company.person(ZVH).does("triage", **up, silence="safety")
    assert "Fase 4: donkerrood" in company.mayor.opens(company.mayor.case_address).text
    company.police.has_no_task("inform")
    assert company.person(ZVH).task("invite")


def test_the_overleg_is_put_on_record_after_its_day(company: Company) -> None:
    take_to(company, "meet")
    zvh = company.person(ZVH)
    page = zvh.fills_in("meet", status=422)
    assert "Het overleg is op 10 maart 2026" in page.text
    company.goes_on(days=7)
    zvh.does("meet", result="settled")
    zvh.has_no_task("draw_plan")
    zvh.does("evaluate", result="stopped", open_motive=None)


def test_a_party_that_declines_or_is_late_blocks_nothing(company: Company) -> None:
    take_to(company, "answer")
    decline = {"response": "decline", "decline_ground": "Beroepsgeheim"}
    company.person("liaison.zorg").does("answer", decline)
    company.person(ZVH).does("close_round")
    assert company.person(ZVH).task("meet")


def test_the_approach_goes_on_and_up_and_is_planned_anew(company: Company) -> None:
    take_to(company, "carry_out")
    care, zvh = company.person("liaison.zorg"), company.person(ZVH)
    care.does("carry_out", course="stagnation")
    coordinator = company.coordinator.actor.membership.pk
    up = {
        "course": "escalate",
        "phase": 2,
        "phase_reason": "stagnation",
        "leader": coordinator,
        "review": "review_6m",
    }
    wrong = up | {"phase": 1, "leader": care.actor.membership.pk}
    assert "Kies een hogere fase dan nu." in zvh.fills_in("review", status=422, **wrong).text
    zvh.does("review", **up)
    assert "Fase 2: oranje" in company.coordinator.opens(company.coordinator.case_address).text
    care.does("carry_out")
    assert due(company, "review") == "2026-09-10"
    zvh.does("review", course="replan")
    zvh.does("draw_plan", director=company.police.actor.membership.pk)
    company.police.does("carry_out", sender_ground=None)
    care.has_no_task("carry_out")


def test_a_casusregisseur_reads_the_plan(company: Company) -> None:
    take_to(company, "draw_plan")
    landlord = company.landlord.actor.membership.pk
    page = company.person(ZVH).fills_in("draw_plan", status=422, director=landlord)
    assert "Deze partij krijgt het plan niet te lezen." in page.text
