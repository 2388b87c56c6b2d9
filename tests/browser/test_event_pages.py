"""The regional calendar and the tasks of an event, with axe on each, on a desk and on a phone."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import Enter
from tests.browser.person import Person
from tests.browser.test_keyboard import tab_to
from tests.live import Live

pytestmark = pytest.mark.browser

ANSWERS = """
import json
from config.demo.themes import evenement as e
names = ("report weigh scan ask_advice answer answer_of_politie integrate plans decide prepare "
         "inspect perform objection")
print(json.dumps({one: getattr(e, one)() for one in names.split()}))
"""
TASKS = (
    ("iv.oss", "Aanvraag toetsen", "weigh"),
    ("iv.oss", "Risicoscan doen", "scan"),
    ("iv.oss", "Advies vragen", "ask_advice"),
    ("liaison1.politie", "Advies geven", "answer_of_politie"),
    ("liaison.brandweer", "Advies geven", "answer"),
    ("liaison.ghor", "Advies geven", "answer"),
    ("iv.oss", "Integraal advies opstellen", "integrate"),
    ("iv.oss", "Plannen beoordelen", "plans"),
    ("burgemeester.oss", "Besluiten over het evenement", "decide"),
    ("iv.oss", "Evenement voorbereiden", "prepare"),
    ("iv.oss", "Schouw houden", "inspect"),
)


@pytest.fixture(scope="module")
def given(live: Live) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(
        live.run("manage.py", "shell", "--no-imports", "--command", ANSWERS)
    )
    return found


def reserves(person: Person, given: dict[str, dict[str, Any]], name: str) -> str:
    """A reservation that asks all there is of politie on the day of the ordinary event."""
    applied = given["report"]
    person.opens("/evenementenkalender/reserveren")
    moments = {name: applied[name] for name in ("begins_at", "ends_at")}
    person.fills_in(
        {"name": name, "event_class": "B", "woonkern": "Dorp", "place": f"Plein {name}"}
    )
    person.fills_in({"visitors": 3000, "police_hours": 200, "fire_units": 0, "ghor_units": 0})
    person.fills_in(moments)
    assert violations(person.page) == []
    person.presses("Opslaan")
    return person.page.url


def test_the_calendar_in_all_its_states(enter: Enter, given: dict[str, dict[str, Any]]) -> None:
    oss, meierijstad = enter("iv.oss"), enter("iv.meierijstad")
    oss.opens("/evenementenkalender?maand=2019-01&klasse=0&dienst=ghor")
    assert violations(oss.page) == []
    reserves(meierijstad, given, "Kermis")
    address = reserves(oss, given, "Braderie")
    expect(oss.main).to_contain_text("Dit evenement botst")
    assert violations(oss.page) == []
    for way in ("/evenementenkalender", "/evenementenkalender?weergave=tabel"):
        oss.opens(way)
        expect(oss.main).to_contain_text("Braderie")
        assert violations(oss.page) == []
    for way in ("wijzigen", "botsing"):
        oss.opens(f"{address}/{way}")
        assert violations(oss.page) == []


def test_the_calendar_is_filtered_without_a_mouse(
    enter: Enter, given: dict[str, dict[str, Any]]
) -> None:
    oss = enter("iv.oss")
    reserves(oss, given, "Intocht")
    oss.opens("/evenementenkalender")
    tab_to(oss.page, "[name=klasse]")
    oss.page.keyboard.press("C")
    tab_to(oss.page, "form.sp-filter button")
    with oss.page.expect_navigation():
        oss.page.keyboard.press("Enter")
    assert "klasse=C" in oss.page.url


def test_axe_finds_nothing_on_the_tasks_of_an_event(
    enter: Enter, given: dict[str, dict[str, Any]]
) -> None:
    people = {login: enter(login) for login in dict.fromkeys(login for login, *_rest in TASKS)}
    coordinator = people["iv.oss"]
    coordinator.opens("/melden/evenement")
    assert violations(coordinator.page) == []
    applied = dict(given["report"])
    coordinator.fills_in({name: one for name, one in applied.items() if name != "lead"})
    coordinator.presses("Melden")
    reference = coordinator.page.url.rpartition("/")[2]
    for login, task, node in TASKS:
        person = people[login]
        person.opens("/werkvoorraad")
        person.follows(f"{task} in zaak {reference}")
        assert violations(person.page) == [], task
        if node != "ask_advice":  # there all is filled in beforehand
            person.presses("Afronden")
            expect(person.page.locator(".sp-error-summary")).to_be_visible()
            assert violations(person.page) == [], task
        person.does(task, reference, answers_for(node, person, given))
    coordinator.opens("/werkvoorraad")
    coordinator.follows(f"Logboek bijhouden in zaak {reference}")
    assert violations(coordinator.page) == []


def answers_for(node: str, person: Person, given: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The calendar of the run may hold clashes; then the decision speaks of them."""
    answers = dict(given[node])
    if node == "decide":
        answers["clash_reason"] = "De ander verplaatst."
    return answers
