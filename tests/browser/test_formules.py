"""A draft from making to acceptance; axe finds nothing on the way."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import Enter

pytestmark = pytest.mark.browser

WRONG = {
    "algemeen": {"title": "", "quorum": ""},
    "partners": {"partner-0-term_0": "", "partner-1-question": ""},
    "verstrekkingen": {"sharing-0-purpose": "", "sharing-1-necessity": ""},
    "termijnen": {"step-decide-length_0": "", "step-weigh-source": ""},
}


def test_a_draft_goes_from_making_to_adopting(enter: Enter) -> None:
    today = timezone.localdate()
    person = enter("beheer.oss", width=390)
    person.opens("/formules")
    person.follows("Hennepteelt versie 1, landelijk voorbeeld")
    person.presses("Concept maken")
    draft = person.page.url
    assert violations(person.page) == []
    for part, wrong in WRONG.items():
        person.opens(f"{draft}/bewerken?deel={part}")
        assert violations(person.page) == [], part
        person.fills_in(wrong)
        person.presses("Opslaan")
        expect(person.page.locator(".sp-error-summary")).to_be_focused()
        expect(person.page.locator(".sp-error-summary li")).to_have_count(len(wrong))
        assert violations(person.page) == [], part
    person.opens(f"{draft}/bewerken?deel=termijnen")
    person.fills_in({"step-decide-length_0": "1"})
    person.presses("Opslaan")
    person.opens(draft)
    expect(person.main).to_contain_text("Lengte: was “2 weken”, wordt “1 week”")
    person.opens(f"{draft}/vaststellen")
    assert violations(person.page) == []
    person.fills_in(
        {
            "name": "R. Voorbeeld",
            "function": "gemeentesecretaris",
            "valid_from": today.isoformat(),
            "evaluate_on": (today + timedelta(days=365)).isoformat(),
        }
    )
    person.presses("Vaststellen")
    expect(person.main).to_contain_text("nog niet")
    secretary = enter("secretaris.oss")
    secretary.opens(draft)
    secretary.main.locator("summary", has_text="Aanvaarden voor mijn gemeente").click()
    assert violations(secretary.page) == []
    secretary.presses("Ja, aanvaarden")
    expect(secretary.main).to_contain_text("Demo gemeentesecretaris Oss")
