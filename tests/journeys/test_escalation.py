"""A case goes up to the driehoek, sideways to care, and down again; each end is told."""

from tests.journeys.company import Company, lines
from tests.journeys.person import Person

WHY = "Partijen worden het niet eens over de volgorde."


def test_a_case_goes_up_gets_an_answer_and_comes_down(company: Company) -> None:
    company.walks_to("answer")
    coordinator, mayor, stranger = company.coordinator, company.mayor, company.stranger
    address = _escalates(coordinator, "4", mayor, "decision_maker")
    assert any(f"is opgeschaald. {address}" in one for one in mayor.notifications())

    refused = coordinator.posts(
        address, {"csrfmiddlewaretoken": [coordinator.token], "text": ["Zo dan."]}, status=403
    )
    assert "Het besluit is gevraagd aan een andere rol" in refused.text
    company.goes_on(days=8)
    assert "Te laat" in coordinator.opens(coordinator.case_address).text
    with_address = mayor.posts(
        address,
        mayor.opens(address).form("text").filled({"text": "Sluit Klaprozenlaan 12."}),
        status=422,
    )
    assert "Laat het adres weg" in with_address.text
    _answers(mayor, address, "De sluiting gaat voor.")
    assert "De sluiting gaat voor." in coordinator.opens(address).text
    assert any("antwoord op de opschaling" in one for one in coordinator.notifications())

    stranger.may_not_open(coordinator.case_address)
    referral = _refers(coordinator, stranger)
    assert "houdt de regie en blijft betrokken" in stranger.opens(referral).text
    stranger.may_not_open(address)
    _answers(stranger, referral, "Er is hulp gestart.")
    assert "Teruggekoppeld" in coordinator.opens(coordinator.case_address).text

    _steps_down(coordinator, "0")
    page = coordinator.opens(coordinator.case_address)
    assert "Afgeschaald naar 0: eigen gemeente" in page.text
    assert "Huidige trede: 0: eigen gemeente" in page.text
    assert company.new_entries() == {
        "oss": lines("""
            oss escalation.raised
            oss access.denied (geweigerd)
            oss case.viewed
            oss case.viewed
            oss escalation.answered
            oss participation.begun
            oss referral.made
            meierijstad referral.answered
            oss case.stepped_down
        """),
        "meierijstad": lines("""
            meierijstad access.denied (geweigerd)
            oss participation.begun
            oss referral.made
            meierijstad case.viewed
            meierijstad access.denied (geweigerd)
            meierijstad referral.answered
        """),
    }


def test_of_two_who_answer_the_second_hears_who_was_first(company: Company) -> None:
    company.walks_to("answer")
    address = _escalates(company.coordinator, "2", company.police, "")
    forms = [
        one.opens(address).form("text").filled({"text": "Akkoord."})
        for one in (company.police, company.second_police)
    ]
    company.police.posts(address, forms[0])
    second = company.second_police.posts(address, forms[1], status=409)
    assert f"{company.police.actor.person.name} beantwoordde deze opschaling al" in second.text


def test_what_is_asked_where_nobody_sees_cases_is_explained_on_the_form(company: Company) -> None:
    company.walks_to("answer")
    coordinator = company.coordinator
    page = coordinator.opens(f"{coordinator.case_address}/opschalen")
    given = _question(company, "4", company.police, "decision_maker")
    refused = coordinator.posts(
        f"{coordinator.case_address}/opschalen", page.form("asked").filled(given), status=422
    )
    assert "niemand die in deze rol een zaak mag zien" in refused.text
    assert refused.form("asked").values["asked"] == ["Welke aanpak gaat voor?"]
    assert "Veiligheidsregio" not in refused.text


def _question(company: Company, level: str, to: Person, role: str) -> dict[str, object]:
    return {
        "to_level": level,
        "asked": "Welke aanpak gaat voor?",
        "reason": WHY,
        "organisation": to.actor.organisation_id,
        "role": role,
        "due_on": company.day(7),
    }


def _escalates(by: Person, level: str, to: Person, role: str) -> str:
    address = f"{by.case_address}/opschalen"
    form = by.opens(address).form("asked")
    return by.posts(address, form.filled(_question(by.company, level, to, role))).address


def _refers(by: Person, to: Person) -> str:
    address = f"{by.case_address}/doorverwijzen"
    given = {
        "domain": "care",
        "organisation": to.actor.organisation_id,
        "reason": "Er speelt vooral een zorgvraag.",
        "due_on": by.company.day(14),
    }
    return by.posts(address, by.opens(address).form("domain").filled(given)).address


def _answers(by: Person, address: str, text: str) -> None:
    by.posts(address, by.opens(address).form("text").filled({"text": text}))


def _steps_down(by: Person, level: str) -> None:
    address = f"{by.case_address}/afschalen"
    given = {"to_level": level, "reason": "Er is beslist.", "result": "De sluiting gaat voor."}
    by.posts(address, by.opens(address).form("result").filled(given))
