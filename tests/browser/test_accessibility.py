"""Axe finds nothing on any page, in any of its states, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import Enter
from tests.browser.pages import PAGES
from tests.browser.person import Person
from tests.browser.stages import STEPS

pytestmark = pytest.mark.browser

Places = dict[str, dict[str, str]]
WRONG = {"choose_measure": {"measure": "closure", "months": ""}}
"""Where the form comes filled in, so that emptying it leaves no error."""


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on(name: str, enter: Enter, places: Places) -> None:
    way = PAGES[name]
    person = enter(way.login)
    person.goes(way, places)
    assert violations(person.page) == []


@pytest.mark.parametrize("node", [walk.__name__ for walk in STEPS])
def test_axe_finds_nothing_on_the_form_of(node: str, enter: Enter, places: Places) -> None:
    person = enter(places[node]["login"])
    person.opens(places[node]["path"])
    assert violations(person.page) == []
    empties_everything(person)
    person.fills_in(WRONG.get(node, {}))
    person.presses("Afronden")
    expect(person.page.locator(".sp-error-summary")).to_be_focused()
    assert violations(person.page) == []


def empties_everything(person: Person) -> None:
    """What stands filled in already would let some forms through."""
    for field in person.main.locator("form textarea, form input[type=text]").all():
        field.fill("")


def test_axe_finds_nothing_on_an_answer_that_is_not_the_choice(enter: Enter) -> None:
    """The records stand there to choose from, also when nothing was filled in."""
    person = enter("fg.oss")
    person.goes(PAGES["answer a request"])
    person.fills_in({"outcome": "part", "answer": "Dit bewaren wij."})
    person.presses("Antwoord vastleggen")
    expect(person.page.locator(".sp-error-summary")).to_be_focused()
    expect(person.main).to_contain_text("Kies welke gegevens u toewijst.")
    assert violations(person.page) == []


def test_axe_finds_nothing_on_what_was_found(enter: Enter, places: Places) -> None:
    """The results come in beside the box, which keeps what was asked."""
    assert places
    person = enter("iv.oss")
    person.opens("/zoeken")
    person.fills_in({"words": "hennep"})
    person.main.get_by_role("button", name="Zoeken", exact=True).click()
    expect(person.main.locator("#zoekresultaten")).to_contain_text("Zaken")
    assert violations(person.page) == []
    person.main.get_by_role("searchbox").fill("nergensgenoemd")
    person.main.get_by_role("button", name="Zoeken", exact=True).click()
    expect(person.main.locator("#zoekresultaten")).to_contain_text("Niets gevonden")
    assert violations(person.page) == []


def test_axe_finds_nothing_while_a_day_is_added_and_removed(enter: Enter) -> None:
    person = enter("beheer.oss")
    person.opens("/termijnen/gelijkgestelde-dagen")
    person.presses("Toevoegen")
    expect(person.page.locator(".sp-error-summary")).to_be_visible()
    assert violations(person.page) == []
    person.fills_in({"day": "2026-05-15", "source": "Stcrt. 2023, 1"})
    person.presses("Toevoegen")
    expect(person.main).to_contain_text("vrijdag 15 mei 2026")
    person.main.get_by_text("Verwijder 15 mei 2026").click()
    assert violations(person.page) == []
    person.main.get_by_role("button", name="Verwijderen", exact=True).click()
    expect(person.main).to_contain_text("nog geen gelijkgestelde dagen")


def test_axe_finds_nothing_where_the_address_of_a_calendar_is_shown(enter: Enter) -> None:
    person = enter("iv2.oss")
    person.opens("/mijn-account")
    person.presses("Koppeling maken")
    expect(person.main).to_contain_text("/agenda/")
    assert violations(person.page) == []
    person.main.get_by_text("Koppeling intrekken").click()
    person.main.get_by_role("button", name="Intrekken", exact=True).click()
    expect(person.page.locator(".utrecht-alert--ok")).to_contain_text("werkt niet meer")


def test_axe_finds_nothing_when_someone_was_first(enter: Enter, places: Places) -> None:
    place = places["open_case"]
    first, second = enter(place["login"]), enter(place["login"])
    typed = {"woonkern": "Oss", "priority": "normal"}
    for person in (first, second):
        person.opens(place["path"])
        person.fills_in(typed)
    first.presses("Afronden")
    second.presses("Afronden")
    expect(second.main).to_contain_text("Iemand was u voor")
    assert violations(second.page) == []


def test_axe_finds_nothing_when_the_password_is_wrong(enter: Enter) -> None:
    visitor = enter()
    visitor.opens("/account/login/")
    visitor.fills_in({"login": "niemand@demo.example", "password": "een-verkeerd-wachtwoord"})
    visitor.presses("Inloggen")
    expect(visitor.page.locator(".sp-error-summary")).to_be_visible()
    assert violations(visitor.page) == []


@pytest.mark.parametrize("name", ["worklist", "case far on", "audit trail", "throughput"])
def test_axe_finds_nothing_in_the_dark_on(name: str, enter: Enter, places: Places) -> None:
    way = PAGES[name]
    person = enter(way.login, color_scheme="dark")
    person.goes(way, places)
    assert violations(person.page) == []
