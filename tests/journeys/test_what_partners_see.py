"""After the decision each partner finds, by any link it has, its own and what it was given."""

from urllib.parse import urlsplit

import pytest

from tests.journeys.company import Company

PERSON = "Pietersen-Proef"
ADDRESS = "Kanaalstraat 17, Oss"
REPORT = "240 hennepplanten."
RULING = "De sluiting haalt het pand uit het circuit."
VIEW = "De huurder wist van niets."
OF_OM = "Er loopt een strafzaak"
OF_GRID = "aansluiting is verbroken"
NOTICE = "Bericht van sluiting"
MEASURE = "Maatregel Sluiting (last onder bestuursdwang)"
INTERESTED = f"Huurder {PERSON} en de corporatie."


@pytest.fixture
def decided(company: Company) -> Company:
    company.walks_to("close_premises", interested=INTERESTED)
    return company


def test_the_netbeheerder_sees_its_own_request_and_the_fact_alone(decided: Company) -> None:
    others = ("Politie-eenheid", "Arrondissementsparket", "Voorbeeldhuis")
    decided.grid.sees(
        "Welke maatregelen neemt u zelf",
        OF_GRID,
        NOTICE,
        ADDRESS,
        but_not=(REPORT, "Bestuurlijke rapportage", RULING, VIEW, OF_OM, PERSON, *others),
    )


def test_the_corporatie_sees_the_address_and_the_period(decided: Company) -> None:
    others = ("Politie-eenheid", "Arrondissementsparket", "Enexis")
    decided.landlord.sees(
        ADDRESS, MEASURE, "Tot en met", but_not=(REPORT, RULING, VIEW, OF_OM, PERSON, *others)
    )


def test_the_om_sees_what_was_decided_and_not_the_report(decided: Company) -> None:
    decided.prosecutor.sees(
        MEASURE, "Tot en met", OF_OM, ADDRESS, but_not=(REPORT, RULING, VIEW, PERSON, OF_GRID)
    )


def test_politie_sees_its_own_report_and_what_was_decided(decided: Company) -> None:
    decided.police.sees(REPORT, MEASURE, but_not=(RULING, OF_OM, VIEW, PERSON, OF_GRID))


def test_the_lead_sees_what_it_made_and_what_it_was_given(decided: Company) -> None:
    decided.coordinator.sees(REPORT, RULING, VIEW, OF_OM, PERSON, OF_GRID)


def test_outsiders_find_nothing_at_any_address_of_the_case(decided: Company) -> None:
    addresses = {page.address for page in decided.coordinator.wanders()}
    of_the_case = {one for one in addresses if _is_of_a_case(urlsplit(one).path)}
    assert len(of_the_case) > 20
    for outsider in (decided.stranger, decided.secretary):
        for address in sorted(of_the_case):
            outsider.may_not_open(address)
        assert outsider.notifications() == []
    assert decided.case not in decided.stranger.opens("/zaken").text


def test_no_title_and_no_address_tells_of_a_person_or_a_home(decided: Company) -> None:
    for person in (decided.mayor, decided.landlord):
        for page in person.wanders():
            for where in (page.title, page.address):
                assert "Kanaalstraat" not in where
                assert "Pietersen" not in where
    for person in decided.everyone:
        told = " ".join(person.notifications())
        assert decided.case in told
        assert "Kanaalstraat" not in told
        assert "Pietersen" not in told


def _is_of_a_case(path: str) -> bool:
    kinds = (
        "/zaken/",
        "/taken/",
        "/verzoeken/",
        "/bijdragen/",
        "/betrokkenen/",
        "/verstrekkingen/",
    )
    return path.startswith(kinds)
