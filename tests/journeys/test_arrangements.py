"""A Wpg-20 decision and a covenant: kept by the FG, leaned on by disclosures, and ended."""

from typing import Any

import pytest

from tests.journeys.company import Company, lines
from tests.journeys.disclosing import acts, asks, decides, ground, key_of
from tests.journeys.person import Person

REPORT = "Bestuurlijke rapportage"
FOUND = "240 hennepplanten."
PURPOSE = "Gezamenlijk optreden tegen drugs"


@pytest.fixture
def asked(company: Company) -> Company:
    company.walks_to("answer")
    return company


def keeps(company: Company, *, status: int = 302, **changes: Any) -> str:
    """The FG of politie keeps a Wpg-20 decision for class P and hennep, with the OM as receiver."""
    officer = company.person("fg.politie")
    page = officer.opens("/regelingen/vastleggen")
    given = {
        "kind": "wpg_20",
        "partnership": "Aanpak drugslocaties",
        "interest": "De openbare orde.",
        "decided_by_name": "De korpschef met de officier van justitie",
        "reference": "WPG20-2026-1",
        "purpose": PURPOSE,
        "themes": ["hennep"],
        "classes": ["P"],
        "receivers": [company.prosecutor.actor.organisation_id],
        "grounds": ["wpg-20"],
        "valid_from": company.day(-10),
        **changes,
    }
    answer = officer.posts(page.address, page.form("kind").filled(given), status=status)
    return answer.address


def request_for_report(company: Company) -> str:
    report = key_of(company.police, REPORT)
    return asks(company, company.prosecutor, company.police, thing=report).address


def test_a_disclosure_leans_on_the_decision_and_takes_over_its_purpose(asked: Company) -> None:
    request = request_for_report(asked)
    code = ground("wpg-20")
    without = decides(asked.police, request, "verstrekken", status=422, sender_ground=code)
    assert "geldige keuze" in without.text
    arrangement = keeps(asked)
    decides(asked.police, request, "verstrekken", sender_ground=code)
    asked.prosecutor.sees(FOUND, PURPOSE)
    assert "WPG20-2026-1" in asked.prosecutor.opens(arrangement).text
    asked.coordinator.may_not_open(arrangement)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"classes": ["B"]}, "gaat niet over gegevens van deze klasse"),
        ({"themes": ["evenement"]}, "gaat niet over zaken van dit thema"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(
    asked: Company, changes: dict[str, Any], told: str
) -> None:
    request = request_for_report(asked)
    keeps(asked, **changes)
    code = ground("wpg-20")
    refused = decides(asked.police, request, "verstrekken", status=422, sender_ground=code)
    assert told in refused.text
    asked.prosecutor.does_not_see(FOUND)


def test_one_that_is_over_or_for_another_is_not_offered(asked: Company) -> None:
    request = request_for_report(asked)
    keeps(asked, valid_until=asked.day(0))
    keeps(asked, reference="X", receivers=[asked.coordinator.actor.organisation_id])
    code = ground("wpg-20")
    refused = decides(asked.police, request, "verstrekken", status=422, sender_ground=code)
    assert "geldige keuze" in refused.text


def test_its_end_ends_what_leans_on_it_and_both_ends_hear(asked: Company) -> None:
    request = request_for_report(asked)
    arrangement = keeps(asked)
    decides(asked.police, request, "verstrekken", sender_ground=ground("wpg-20"))
    asked.new_entries()
    officer = asked.person("fg.politie")
    page = officer.opens(arrangement)
    assert "1 lopende verstrekking steunt hierop" in page.text
    given = {"first_day_without": asked.day(2), "reason": "Het verband is opgeheven."}
    officer.posts(arrangement, page.form("reason").filled(given))
    officer.posts(arrangement, page.form("reason").filled(given), status=403)
    for person in (asked.second_police, asked.prosecutor):
        assert f"steunt. {arrangement}" in "".join(person.notifications())
    expected = lines("politie arrangement.ended")
    trails = asked.new_entries()
    assert acts(trails["om"]) == expected
    assert [one for one in acts(trails["politie"]) if "denied" not in one] == expected
    asked.prosecutor.sees(FOUND)
    asked.goes_on(days=2)
    asked.prosecutor.does_not_see(FOUND)


def test_only_its_keepers_keep_and_end_one(asked: Company) -> None:
    arrangement = keeps(asked)
    for person in (asked.police, asked.coordinator):
        person.opens("/regelingen/vastleggen", status=403)
    token: dict[str, list[str]] = {"csrfmiddlewaretoken": [asked.prosecutor.token]}
    asked.prosecutor.posts(arrangement, token, status=403)
    _of_om(asked).opens(arrangement)


def test_a_mistake_keeps_what_was_typed(asked: Company) -> None:
    officer = asked.person("fg.politie")
    page = officer.opens("/regelingen/vastleggen")
    given = {"kind": "covenant", "grounds": ["wpg-20"], "partnership": "Verband X"}
    kept = officer.posts(page.address, page.form("kind").filled(given), status=422)
    assert "hoort bij de andere soort" in kept.text
    assert "Verband X" in kept.html


def _of_om(company: Company) -> Person:
    return company.person("fg.om")
