"""Links and forms are enough: a case goes from signal to decision without any script."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.cases import CLOSURE

pytestmark = pytest.mark.browser

PATH = (
    ("liaison1.politie", "Onderzoek ter plaatse", "visit"),
    ("liaison1.politie", "Bestuurlijke rapportage opmaken", "report"),
    ("iv.oss", "Zaak openen", "open_case"),
    ("iv.oss", "Rapportage toetsen", "weigh"),
    ("liaison1.om", "Verzoek beantwoorden", "answer_of_prosecutor"),
    ("liaison.netbeheerder", "Verzoek beantwoorden", "answer"),
    ("liaison.corporatie", "Verzoek beantwoorden", "decline"),
    ("burgemeester.oss", "Spoed beoordelen", "urgency"),
    ("burgemeester.oss", "Maatregel kiezen", "closure"),
    ("iv.oss", "Zienswijze vastleggen", "hear"),
    ("burgemeester.oss", "Besluiten", "decide"),
)


def test_a_case_is_decided_without_javascript(
    enter: Enter, answers: dict[str, dict[str, Any]]
) -> None:
    given = {**answers, "closure": CLOSURE}
    logins = dict.fromkeys(login for login, _task, _form in PATH)
    people = {login: enter(login, java_script_enabled=False) for login in logins}
    police = people["liaison1.politie"]
    police.opens("/melden/hennep")
    police.fills_in(given["signal"])
    police.presses("Melden")
    reference = police.page.url.rpartition("/")[2]

    for login, task, form in PATH:
        people[login].does(task, reference, given[form])

    coordinator = people["iv.oss"]
    coordinator.opens(f"/zaken/{reference}")
    coordinator.follows("Bekijk de stappen en taken")
    coordinator.follows("Naar de taak")
    expect(coordinator.page).to_have_title("Bezwaar volgen – Schakelpunt")
