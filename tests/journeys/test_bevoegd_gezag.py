"""On Wpg 19 nothing goes before the burgemeester or the officier van justitie agreed."""

import pytest

from tests.journeys.company import Company, lines
from tests.journeys.disclosing import acts, asks, decides, ground, key_of
from tests.journeys.person import Person

REPORT = "Bestuurlijke rapportage"
FOUND = "240 hennepplanten."
WHY = "De bewoners lopen gevaar."


@pytest.fixture
def asked(company: Company) -> Company:
    """The partners are being asked; politie reported and holds the report."""
    company.walks_to("answer")
    return company


def puts(company: Company, request: str, authority: Person, **changes: object) -> str:
    """Politie lays it before the authority; returns where that one decides."""
    address = f"{request}/bevoegd-gezag"
    page = company.police.opens(address)
    given = {
        "authority": authority.actor.organisation_id,
        "interest": "De veiligheid van de buren.",
        **changes,
    }
    company.police.posts(address, page.form("interest").filled(given))
    links = company.police.opens(request).links
    return next(one.address for one in links if one.address.startswith("/instemmingen/"))


def request_for_report(company: Company) -> str:
    """The OM asks; politie wants to give it on Wpg 19."""
    report = key_of(company.police, REPORT)
    return asks(company, company.prosecutor, company.police, thing=report).address


def test_after_the_mayor_agreed_it_goes_on_that_ground(asked: Company) -> None:
    request = request_for_report(asked)
    code = ground("wpg-19")
    refused = decides(asked.police, request, "verstrekken", status=422, sender_ground=code)
    assert "geldige keuze" in refused.text
    asked.new_entries()
    consent = puts(asked, request, asked.mayor)
    assert consent in "".join(asked.mayor.notifications())
    assert "Voorgelegd aan het bevoegd gezag" in asked.prosecutor.opens(request).text
    asked.prosecutor.may_not_open(consent)
    page = asked.mayor.opens(consent)
    assert FOUND not in page.text
    form = page.form("decision").filled({"decision": "granted", "reason": ""})
    asked.mayor.posts(consent, form, status=422)
    asked.mayor.posts(consent, page.form("decision").filled(_yes()))
    assert "stemt in met een verstrekking" in "".join(asked.police.notifications())
    decides(asked.police, request, "verstrekken", sender_ground=code)
    asked.prosecutor.sees(FOUND)
    trails = asked.new_entries()
    assert acts(trails["politie"]) == lines("""
        politie consent.asked
        oss consent.granted
        politie disclosure.given
        politie disclosure.granted
    """)
    assert acts(trails["oss"]) == lines("""
        politie consent.asked
        oss consent.granted
    """)
    assert acts(trails["om"]) == lines("""
        politie disclosure.given
        politie disclosure.granted
    """)


def test_when_the_officer_refuses_nothing_goes(asked: Company) -> None:
    officer = asked.person("ovj.om")
    report = key_of(asked.police, REPORT)
    request = asks(asked, asked.prosecutor, asked.police, thing=report).address
    asked.new_entries()
    consent = puts(asked, request, officer)
    page = officer.opens(consent)
    asked.prosecutor.opens(consent)
    form = page.form("decision")
    refusing = form.filled({"decision": "refused", "reason": "Het onderzoek gaat voor."})
    asked.prosecutor.posts(consent, {**refusing, **_token(asked.prosecutor)}, status=403)
    officer.posts(consent, refusing)
    late = officer.posts(consent, form.filled(_yes()), status=409)
    assert "al beslist" in late.text
    assert "Het onderzoek gaat voor." in asked.police.opens(request).text
    wanted = {"sender_ground": ground("wpg-19")}
    decides(asked.police, request, "verstrekken", status=422, **wanted)
    decides(asked.police, request, "weigeren", ground="authority")
    assert "Het bevoegd gezag stemt niet in" in asked.prosecutor.opens(request).text
    asked.prosecutor.does_not_see(FOUND)
    trails = asked.new_entries()
    assert acts(trails["politie"]) == lines("""
        politie consent.asked
        om consent.refused
        politie disclosure.refused
    """)


def test_who_lacks_the_power_does_not_consent(asked: Company) -> None:
    request = request_for_report(asked)
    consent = puts(asked, request, asked.mayor)
    form = asked.mayor.opens(consent).form("decision").filled(_yes())
    for other in (asked.coordinator, asked.police):
        assert "Alleen de burgemeester" in other.opens(consent).text
        other.posts(consent, {**form, **_token(other)}, status=403)
    for other in (asked.grid, asked.stranger):
        other.may_not_open(consent)


def test_only_politie_lays_before_the_authority(asked: Company) -> None:
    request = asks(asked, asked.police, asked.coordinator).address
    assert "/bevoegd-gezag" not in asked.coordinator.opens(request).html
    asked.coordinator.opens(f"{request}/bevoegd-gezag", status=403)


def _yes() -> dict[str, str]:
    return {"decision": "granted", "reason": WHY}


def _token(person: Person) -> dict[str, list[str]]:
    return {"csrfmiddlewaretoken": [person.token]}
