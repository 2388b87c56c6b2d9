"""Every form, posted empty, stays where it is and says in Dutch what to mend."""

import pytest

from config.demo import answers
from tests.journeys.company import Company
from tests.journeys.page import Page
from tests.journeys.person import Person
from tests.journeys.required import REQUIRED

BRANCHES = {
    "supplement": ("weigh", {"is_complete": "incomplete", "missing": "Wapens."}),
    "register_warning": ("choose_measure", {}),
    "refrain": ("weigh", {"is_complete": "complete", "power": "none"}),
}


def test_no_step_on_the_way_to_the_evaluation_takes_an_empty_form(company: Company) -> None:
    signal = company.police.opens("/melden/hennep")
    empty = {"csrfmiddlewaretoken": signal.form("observation").values["csrfmiddlewaretoken"]}
    assert mistakes(company.police.posts("/melden/hennep", empty, status=422)) == lacks("signal")
    company.police.reports()
    police, coordinator, mayor = company.police, company.coordinator, company.mayor
    for person, node in (
        (police, "visit"),
        (police, "report"),
        (coordinator, "open_case"),
        (coordinator, "weigh"),
        (coordinator, "close_round"),
        (company.prosecutor, "answer"),
        (company.grid, "answer"),
        (company.landlord, "answer"),
        (mayor, "urgency"),
    ):
        refuses_an_empty_form(company, person, node)
        if node != "close_round":
            person.does(node)
    refuses_an_empty_form(company, mayor, "choose_measure")
    mayor.does("choose_measure", {"measure": "closure", "months": 3, "deviation_motive": "Ernst."})
    for person, node in (
        (coordinator, "hear"),
        (mayor, "decide"),
        (coordinator, "close_premises"),
        (coordinator, "recover_costs"),
    ):
        refuses_an_empty_form(company, person, node)
        person.does(node)
    refuses_an_empty_form(company, coordinator, "objection")
    coordinator.does("objection", answers.objection_filed())
    refuses_an_empty_form(company, coordinator, "injunction")
    coordinator.does("injunction", result="granted")
    for person, node in (
        (coordinator, "suspension"),
        (mayor, "decide_objection"),
        (coordinator, "appeal"),
    ):
        refuses_an_empty_form(company, person, node)
        given = {"result": "filed"} if node == "appeal" else {}
        person.does(node, **given)
    coordinator.does("appeal", {"result": "dismissed"})
    refuses_an_empty_form(company, coordinator, "closure_period")
    asked = {"event": "asked", "asked_on": company.day(), "guarantees": "Een borg."}
    coordinator.does("closure_period", asked)
    for person, node in (
        (mayor, "decide_lifting"),
        (coordinator, "reopen"),
        (coordinator, "evaluate"),
    ):
        refuses_an_empty_form(company, person, node)
        person.does(node)


@pytest.mark.parametrize("node", BRANCHES)
def test_no_step_of_a_branch_takes_an_empty_form(company: Company, node: str) -> None:
    before, given = BRANCHES[node]
    company.walks_to(before)
    by = company.mayor if before == "choose_measure" else company.coordinator
    by.does(before, given)
    person = company.police if node == "supplement" else company.coordinator
    refuses_an_empty_form(company, person, node)


def test_a_form_keeps_all_that_was_typed(company: Company) -> None:
    company.walks_to("report")
    typed = answers.report() | {"weapons": "", "found_on": "gisteren", "plants": "veel"}
    refused = company.police.fills_in("report", typed, status=422)
    assert mistakes(refused) == [
        "Datum van de vondst: Voer een geldige datum in.",
        "Aantal planten: Voer een geheel getal in.",
        "5. Zijn er wapens aangetroffen?: Dit veld is vereist.",
    ]
    kept = refused.form().values
    assert {name: kept[name] for name in typed} == {n: [str(one)] for n, one in typed.items()}


def test_choices_are_kept_as_well(company: Company) -> None:
    company.walks_to("weigh")
    typed = answers.weigh() | {"address": "", "partners": ["om", "corporatie"]}
    refused = company.coordinator.fills_in("weigh", typed, status=422)
    assert mistakes(refused) == ["Adres van het pand: Dit veld is vereist."]
    kept = refused.form().values
    assert kept["partners"] == ["om", "corporatie"]
    assert kept["premises"] == ["home"]
    assert kept["interested"] == [answers.weigh()["interested"]]


def test_a_closure_begins_after_the_grace_and_ends_after_it_began(company: Company) -> None:
    company.walks_to("decide")
    too_early = {"grace_until": company.day(5), "closed_from": company.day(5)}
    refused = company.mayor.fills_in("decide", status=422, **too_early)
    assert mistakes(refused) == [
        "Sluiting vanaf: Sluiten kan pas na het einde van de begunstigingstermijn."
    ]
    later = {"grace_until": company.day(1), "announced_on": company.day(5)}
    refused = company.mayor.fills_in("decide", status=422, **later)
    assert mistakes(refused) == [
        "Sluiting vanaf: Een besluit werkt niet vóór de bekendmaking (Awb 3:40)."
    ]
    refused = company.mayor.fills_in("decide", status=422, closed_until=company.day(4))
    assert mistakes(refused) == ["Sluiting tot en met: De sluiting moet eindigen na het begin."]


def test_a_closure_does_not_end_before_its_day(company: Company) -> None:
    company.walks_to("objection")
    company.goes_on(days=94)
    refused = company.coordinator.fills_in("closure_period", status=422)
    assert mistakes(refused) == [
        "Wat is er gebeurd?: De einddatum van de sluiting is nog niet bereikt."
    ]
    company.goes_on(days=1)
    company.coordinator.does("closure_period")


def refuses_an_empty_form(company: Company, person: Person, node: str) -> None:
    address = person.task(node)
    token = person.opens(address).form().values["csrfmiddlewaretoken"]
    company.new_entries()
    refused = person.posts(address, {"csrfmiddlewaretoken": token}, status=422)
    weighs = node == "answer" and person is company.prosecutor
    assert mistakes(refused) == lacks("answer of the OM" if weighs else node), node
    assert company.new_entries() == {}, node


def lacks(node: str) -> list[str]:
    return [f"{question}: Dit veld is vereist." for question in REQUIRED[node]]


def mistakes(page: Page) -> list[str]:
    """The list on top of the form, each with its way to the field."""
    assert "Er is iets nog niet goed ingevuld" in page.text
    return [" ".join(one.text.split()) for one in page.links if one.address.startswith("#id_")]
