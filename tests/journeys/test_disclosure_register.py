"""The register: what was given to whom, on which ground and until when; and what one received."""

import pytest

from tests.journeys.company import Company
from tests.journeys.disclosing import asks, decides, key_of
from tests.journeys.person import Person

ADDRESS = "/verstrekkingenregister"


@pytest.fixture
def decided(company: Company) -> Company:
    company.walks_to("close_premises")
    return company


def test_the_fg_and_the_liaison_of_the_sender_see_what_was_given(decided: Company) -> None:
    for reader in (decided.person("fg.politie"), decided.police):
        page = reader.opens(ADDRESS)
        assert decided.case in page.text
        assert "Oss" in page.text
        assert "Wpg art. 16 lid 1 onder c; Opiumwet art. 13b" in page.text
        assert "Niet verder verstrekken" in page.text
        assert "240 hennepplanten" not in page.text
    fg = decided.new_entries()["politie"]
    assert fg == ["politie register.viewed", "politie register.viewed"]


def test_the_receiver_sees_its_receipts_with_the_conditions(decided: Company) -> None:
    for reader in (decided.person("fg.om"), decided.prosecutor):
        page = reader.opens(f"{ADDRESS}?richting=ontvangen")
        assert "Oss" in page.text
        assert "Geldt tot" in page.text
        nothing = reader.opens(f"{ADDRESS}?richting=ontvangen&klasse=P")
        assert "Geen verstrekkingen gevonden" in nothing.text


def test_filters_narrow_and_the_file_holds_what_the_page_shows(decided: Company) -> None:
    reader = decided.person("fg.oss")
    assert decided.case in reader.opens(f"{ADDRESS}?lopend=on&zaak={decided.case}").text
    assert "Geen verstrekkingen" in reader.opens(f"{ADDRESS}?tot=2020-01-01").text
    assert "Geen verstrekkingen" in reader.opens(f"{ADDRESS}?zaak=2020-VR21-000001").text
    decided.new_entries()
    file = reader.opens(f"{ADDRESS}.csv?zaak={decided.case}").html
    rows = file.strip().split("\r\n")
    assert rows[0].startswith('\ufeff"verstrekking";"gegeven op"')
    assert len(rows) > 5
    assert all(decided.case in row for row in rows[1:])
    assert decided.new_entries()["oss"] == ["oss register.exported"]


def test_others_have_no_register_and_see_nothing_of_anothers(decided: Company) -> None:
    for login in ("secretaris.oss", "beheer.oss"):
        decided.person(login).opens(ADDRESS, status=403)
    for reader in (decided.person("fg.meierijstad"), decided.stranger):
        for way in ("", "ontvangen"):
            assert decided.case not in reader.opens(f"{ADDRESS}?richting={way}").text


def test_who_gave_withdraws_at_once_from_the_register(decided: Company) -> None:
    def newest(by: Person) -> str:
        links = by.opens(f"{ADDRESS}?lopend=on&zaak={decided.case}").links
        return next(one.address for one in links if one.address.startswith("/verstrekkingen/"))

    disclosure = newest(decided.police)
    decided.police.posts(disclosure, {"csrfmiddlewaretoken": [decided.police.token]})
    assert "Ingetrokken" in decided.police.opens(ADDRESS).text


def test_who_gave_extends_it_on_a_ground_that_holds_now(decided: Company) -> None:
    report = key_of(decided.police, "Bestuurlijke rapportage")
    request = asks(decided, decided.prosecutor, decided.police, thing=report).address
    decides(decided.police, request, "verstrekken", last_day=decided.day(3))
    page = decided.police.opens(request)
    disclosure = next(one.address for one in page.links if "/verstrekkingen/" in one.address)
    extend = f"{disclosure}/verlengen"
    form = decided.police.opens(extend).form("last_day")
    sooner = {"necessity": "Loopt nog.", "last_day": decided.day(2)}
    assert "Kies een dag na" in decided.police.posts(extend, form.filled(sooner), status=422).text
    decided.police.posts(extend, form.filled(sooner | {"last_day": decided.day(30)}))
    decided.goes_on(days=10)
    decided.prosecutor.reads("Bestuurlijke rapportage")
    decided.prosecutor.opens(extend, status=403)
