"""One hennep case, worked by three people who are logged in at once, each in their own browser."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.person import Person
from tests.cases import CLOSURE
from tests.live import Live

pytestmark = pytest.mark.browser

PROSECUTOR = "Arrondissementsparket Oost-Brabant"
Answers = dict[str, dict[str, Any]]
SECRETS = re.compile("kanaalstraat|demo(%20| )|liaison|burgemeester", re.IGNORECASE)


def test_three_people_work_a_case_at_once(live: Live, enter: Enter, answers: Answers) -> None:
    coordinator, police, prosecutor = map(enter, ("iv.oss", "liaison1.politie", "liaison1.om"))
    grid, landlord, mayor = map(
        enter, ("liaison.netbeheerder", "liaison.corporatie", "burgemeester.oss")
    )

    reference = police_report(police, coordinator, answers)
    prosecutor.stays_on("/werkvoorraad")
    coordinator.does("Zaak openen", reference, answers["open_case"])
    coordinator.does("Rapportage toetsen", reference, answers["weigh"])
    the_request_arrives(prosecutor, reference)

    more_time_is_asked_and_given(prosecutor, coordinator, reference)
    the_answer_arrives(prosecutor, coordinator, reference, answers)
    landlord.does("Verzoek beantwoorden", reference, answers["decline"])
    grid.does("Verzoek beantwoorden", reference, answers["answer"])

    mayor.does("Spoed beoordelen", reference, answers["urgency"])
    mayor.does("Maatregel kiezen", reference, CLOSURE)
    coordinator.does("Zienswijze vastleggen", reference, answers["hear"])
    the_mayor_decides(mayor, police, reference, answers)
    the_grid_sees_only_its_own(grid, prosecutor, reference)

    for person in (coordinator, police, prosecutor, grid, landlord, mayor):
        nothing_personal_in_titles_and_addresses(person, live)


def police_report(police: Person, coordinator: Person, answers: Answers) -> str:
    """Given a signal, when politie reports, then the coordinator sees the case arrive."""
    police.opens("/melden/hennep")
    police.fills_in(answers["signal"])
    police.presses("Melden")
    reference = police.page.url.rpartition("/")[2]
    police.does("Onderzoek ter plaatse", reference, answers["visit"])
    coordinator.stays_on("/werkvoorraad")
    expect(coordinator.main).not_to_contain_text(reference)
    police.does("Bestuurlijke rapportage opmaken", reference, answers["report"])
    expect(coordinator.main).to_contain_text(f"Zaak openen in zaak {reference}")
    assert coordinator.is_still_there()
    return reference


def the_request_arrives(prosecutor: Person, reference: str) -> None:
    expect(prosecutor.main).to_contain_text(f"Verzoek beantwoorden in zaak {reference}")
    assert prosecutor.is_still_there()


def more_time_is_asked_and_given(prosecutor: Person, coordinator: Person, reference: str) -> None:
    coordinator.stays_on("/werkvoorraad")
    prosecutor.follows(f"Verzoek beantwoorden in zaak {reference}")
    prosecutor.follows("Meer tijd nodig?")
    prosecutor.follows("Meer tijd vragen")
    prosecutor.fills_in({"last_day": "2099-01-31", "reason": "De officier is er volgende week."})
    prosecutor.presses("Vragen")

    asked = f"{PROSECUTOR}, zaak {reference}"
    expect(coordinator.main.get_by_role("link", name=asked)).to_be_visible()
    assert coordinator.is_still_there()
    coordinator.follows(asked)
    coordinator.presses("Meer tijd geven")
    prosecutor.opens("/werkvoorraad")
    expect(prosecutor.main.get_by_role("row", name=reference)).to_contain_text("31 jan 2099")


def the_answer_arrives(
    prosecutor: Person, coordinator: Person, reference: str, answers: Answers
) -> None:
    # The badge counts to 99, and other tests have told this coordinator much.
    coordinator.opens("/meldingen")
    coordinator.presses("Alles gelezen")
    coordinator.stays_on(f"/zaken/{reference}")
    unread = coordinator.unread()
    prosecutor.does("Verzoek beantwoorden", reference, answers["answer_of_prosecutor"])
    row = coordinator.main.get_by_role("row", name=f"van {PROSECUTOR}")
    expect(row).to_contain_text("Beantwoord")
    badge = coordinator.page.locator("[data-unread-number]").first
    expect(badge).to_have_text(str(unread + 1))
    assert coordinator.is_still_there()


def the_mayor_decides(mayor: Person, police: Person, reference: str, answers: Answers) -> None:
    police.stays_on(f"/zaken/{reference}")
    mayor.does("Besluiten", reference, answers["decide"])
    told = police.main.get_by_role("row", name=re.compile("^Bericht van het besluit Oss"))
    expect(told).to_be_visible()
    assert police.is_still_there()


def the_grid_sees_only_its_own(grid: Person, prosecutor: Person, reference: str) -> None:
    """Then it has its own answer and the bare facts, and not what politie or OM put in."""
    grid.opens(f"/zaken/{reference}")
    for its_own in ("Antwoord op het verzoek", "Bericht van sluiting"):
        expect(grid.main.get_by_role("row", name=its_own)).to_be_visible()
    for theirs in ("Bestuurlijke rapportage", PROSECUTOR):
        expect(grid.main).not_to_contain_text(theirs)
    prosecutor.opens(f"/zaken/{reference}")
    address = prosecutor.main.get_by_role("link", name=f"van {PROSECUTOR}")
    found = grid.opens(str(address.first.get_attribute("href")))
    assert found.status == 404


def nothing_personal_in_titles_and_addresses(person: Person, live: Live) -> None:
    assert person.trace
    assert not [line for line in person.trace if SECRETS.search(line)]
    hosts = {urlsplit(line).netloc for line in person.trace if "://" in line}
    assert hosts == {urlsplit(live.url).netloc}
