"""The page of a step tells beforehand to whom it discloses, and the step does just that."""

import re

import pytest

from tests.journeys.company import Company
from tests.journeys.person import Person

ANNOUNCED = re.compile(r"<li><strong>Aan (.*?)</strong>", re.DOTALL)
NAMES = {
    "Politie-eenheid Oost-Brabant": "politie",
    "Oss": "oss",
    "Arrondissementsparket Oost-Brabant": "om",
    "Enexis": "netbeheerder",
    "Woonstichting Voorbeeldhuis (fictief)": "corporatie",
}


@pytest.mark.parametrize(
    ("node", "by", "expected"),
    [
        ("report", "police", {"oss"}),
        ("answer", "grid", {"oss"}),
        ("decide", "mayor", {"politie", "om", "netbeheerder", "corporatie"}),
        ("close_premises", "coordinator", {"politie", "om", "corporatie"}),
        ("hear", "coordinator", set()),
    ],
)
def test_a_step_discloses_what_its_page_announces(
    company: Company, node: str, by: str, expected: set[str]
) -> None:
    company.walks_to(node)
    assert _announced_and_given(company, getattr(company, by), node) == (expected, expected)


@pytest.mark.parametrize(
    ("measure", "node"), [("refrain", "refrain"), ("warning", "register_warning")]
)
def test_a_course_without_closure_announces_its_message(
    company: Company, measure: str, node: str
) -> None:
    company.walks_to("choose_measure")
    chosen = {"measure": measure, "months": "", "deviation_motive": "Te klein."}
    company.mayor.does("choose_measure", chosen)
    told = {"politie", "om"}
    assert _announced_and_given(company, company.coordinator, node) == (told, told)


def test_lifting_and_reopening_announce_whom_they_tell(company: Company) -> None:
    company.walks_to("objection")
    asked = {"event": "asked", "asked_on": company.day(), "guarantees": "Een borg."}
    company.coordinator.does("closure_period", asked)
    told = {"politie", "om", "corporatie"}
    assert _announced_and_given(company, company.mayor, "decide_lifting") == (told, told)
    told |= {"netbeheerder"}
    assert _announced_and_given(company, company.coordinator, "reopen") == (told, told)


def _announced_and_given(company: Company, by: Person, node: str) -> tuple[set[str], set[str]]:
    page = by.opens(by.task(node))
    announced = {
        NAMES[name.strip()] for names in ANNOUNCED.findall(page.html) for name in names.split(", ")
    }
    company.new_entries()
    by.does(node)
    giver = NAMES[by.actor.organisation.name]
    given = {
        partner
        for partner, entries in company.new_entries().items()
        if partner != giver and f"{giver} disclosure.given" in entries
    }
    return announced, given
