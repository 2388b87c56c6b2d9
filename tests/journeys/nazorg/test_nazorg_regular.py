"""Nazorg: from the report of the prison to six months after the release."""

from datetime import timedelta

import pytest
from django.utils import timezone

from config.demo.themes import nazorg
from partners.acting import acting_as
from tests.journeys.company import Company, lines
from workflows.models import Step


@pytest.fixture
def nazorg_case(company: Company) -> Company:
    """At the five conditions: the prison reported and screened."""
    company.theme = "nazorg"
    company.new_entries()
    company.person("liaison.dji").reports()
    company.person("liaison.dji").does("screen")
    company.coordinator.does("open_case")
    return company


def due(company: Company, node: str) -> str:
    """The last day of the newest step of that name."""
    with acting_as(company.coordinator.actor):
        steps = Step.objects.filter(case__reference=company.case, holder__isnull=False)
        found = [one for one in steps.order_by("pk") if one.flow_task.name == node]
        assert found[-1].due_at is not None
        return timezone.localdate(found[-1].due_at).isoformat()


def parties_answer(company: Company) -> None:
    company.person("liaison.dji").does("answer")
    company.person("liaison.reclassering").does("answer")
    company.landlord.does("answer", nazorg.answer_on_condition())
    company.person("liaison.zorg").does("answer", nazorg.answer_on_condition())


def test_from_detention_to_half_a_year_after_the_release(nazorg_case: Company) -> None:
    company = nazorg_case
    release = company.today + timedelta(days=90)
    company.coordinator.does("start_plan")
    company.coordinator.does("triage")
    company.coordinator.does("ask")
    assert due(company, "answer") == (release - timedelta(weeks=4)).isoformat()
    assert due(company, "close_round") == (release - timedelta(weeks=4)).isoformat()
    parties_answer(company)
    assert due(company, "draw_plan") == (release - timedelta(weeks=4)).isoformat()
    company.coordinator.does("draw_plan")
    assert due(company, "handover") == release.isoformat()
    company.goes_to(release)
    company.coordinator.does("handover")
    assert due(company, "follow_up_1") == "2026-07-01"
    company.goes_on(days=30)
    company.coordinator.does("follow_up_1")
    assert due(company, "follow_up_3") == "2026-09-01"
    company.coordinator.has_no_task("follow_up_6")
    company.coordinator.does("follow_up_3")
    assert due(company, "follow_up_6") == "2026-12-01"
    company.coordinator.does("follow_up_6")
    company.coordinator.does("evaluate")
    assert company.new_entries() == {
        "oss": lines("""
            dji participation.begun
            dji disclosure.given
            dji disclosure.given
            dji disclosure.given
            dji disclosure.given
            oss case.opened
            oss step.open_case
            oss contribution.read
            oss contribution.read
            oss subject.read
            oss subject.recorded
            oss contribution.made
            oss step.start_plan
            oss contribution.made
            oss step.triage
            oss contribution.made
            oss request.asked
            oss participation.begun
            oss request.asked
            oss participation.begun
            oss request.asked
            oss participation.begun
            oss request.asked
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss contribution.made
            oss disclosure.given
            oss contribution.made
            oss disclosure.given
            oss step.ask
            dji request.read
            dji disclosure.given
            dji request.answered
            reclassering request.read
            reclassering disclosure.given
            reclassering request.answered
            corporatie request.read
            corporatie disclosure.given
            corporatie request.answered
            zorg request.read
            zorg disclosure.given
            zorg request.answered
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss step.draw_plan
            oss contribution.made
            oss step.handover
            oss contribution.made
            oss step.follow_up_1
            oss contribution.made
            oss step.follow_up_3
            oss contribution.made
            oss step.follow_up_6
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        "corporatie": lines("""
            oss participation.begun
            oss request.asked
            oss disclosure.given
            oss disclosure.given
            corporatie request.read
            corporatie contribution.made
            corporatie disclosure.given
            corporatie request.answered
            corporatie step.answer
            oss case.closed
        """),
        "dji": lines("""
            dji case.reported
            dji participation.begun
            dji participation.begun
            dji contribution.made
            dji subject.recorded
            dji disclosure.given
            dji disclosure.given
            dji contribution.made
            dji disclosure.given
            dji contribution.made
            dji disclosure.given
            dji step.screen
            oss contribution.read
            oss contribution.read
            oss subject.read
            oss request.asked
            oss disclosure.given
            oss disclosure.given
            dji request.read
            dji contribution.made
            dji disclosure.given
            dji request.answered
            dji step.answer
            oss disclosure.given
            oss case.closed
        """),
        "reclassering": lines("""
            oss participation.begun
            oss request.asked
            oss disclosure.given
            oss disclosure.given
            reclassering request.read
            reclassering contribution.made
            reclassering disclosure.given
            reclassering request.answered
            reclassering step.answer
            oss disclosure.given
            oss case.closed
        """),
        "zorg": lines("""
            oss participation.begun
            oss request.asked
            oss disclosure.given
            oss disclosure.given
            zorg request.read
            zorg contribution.made
            zorg disclosure.given
            zorg request.answered
            zorg step.answer
            oss case.closed
        """),
    }


def test_a_release_that_moves_brings_the_handover_back_with_the_new_day(
    nazorg_case: Company,
) -> None:
    company = nazorg_case
    company.coordinator.does("start_plan")
    company.coordinator.does("triage")
    company.coordinator.does("ask")
    parties_answer(company)
    company.coordinator.does("draw_plan")
    moved = {"happened": "moved", "moved_to": company.day(120)}
    company.coordinator.does("handover", moved)
    assert due(company, "handover") == company.day(120)
    company.coordinator.has_no_task("follow_up_1")
    assert "1 juli 2026" in company.landlord.reads("Bericht: de vrijlating is verplaatst").text
    company.coordinator.does("handover", moved | {"moved_to": company.day(100)})
    assert due(company, "handover") == company.day(100)


def test_a_part_that_does_not_come_blocks_nothing(nazorg_case: Company) -> None:
    company = nazorg_case
    company.coordinator.does("start_plan")
    company.coordinator.does("triage")
    company.coordinator.does("ask")
    company.landlord.does("answer", nazorg.answer_on_condition())
    company.coordinator.does("close_round")
    company.coordinator.does("draw_plan")


def test_nazorg_may_end_before_half_a_year(nazorg_case: Company) -> None:
    company = nazorg_case
    company.coordinator.does("start_plan")
    company.coordinator.does("triage")
    company.coordinator.does("ask", partners=["dji"])
    company.person("liaison.dji").does("answer")
    company.coordinator.does("draw_plan")
    company.coordinator.does("handover")
    page = company.coordinator.fills_in("follow_up_1", status=422, course="stop")
    assert "Waarom stopt de nazorg?" in page.text
    company.coordinator.does("follow_up_1", course="stop", stop_reason="Verhuisd.")
    company.coordinator.does("evaluate")


def test_the_gemeente_reports_as_well(company: Company) -> None:
    company.theme = "nazorg"
    company.coordinator.reports()
    company.person("liaison.dji").does("screen", risk="")
    company.coordinator.does("open_case")
    with pytest.raises(LookupError):
        company.coordinator.reads("Risico-informatie")


def test_a_release_within_four_weeks_leaves_each_partner_its_own_term(company: Company) -> None:
    company.theme = "nazorg"
    company.person("liaison.dji").reports(release_on=company.day(10))
    company.person("liaison.dji").does("screen")
    company.coordinator.does("open_case")
    company.coordinator.does("start_plan")
    company.coordinator.does("triage")
    company.coordinator.does("ask")
    assert due(company, "answer") == company.day(14)
