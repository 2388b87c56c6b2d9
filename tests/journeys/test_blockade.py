"""Politie blocks something (Bpg 4:5): nobody gives it, and nobody else learns that it is there."""

import pytest

from tests.journeys.company import Company, lines
from tests.journeys.disclosing import asks, decides, ground, key_of
from tests.journeys.person import Person

REPORT = "Bestuurlijke rapportage"
WHY = "Het strafrechtelijk onderzoek loopt."


@pytest.fixture
def asking(company: Company) -> Company:
    company.walks_to("answer")
    return company


def blocks(by: Person, key: str, reason: str = WHY) -> None:
    address = f"/bijdragen/{key}/blokkade"
    by.posts(address, by.opens(address).form("reason").filled({"reason": reason}))


def test_what_is_blocked_is_not_given_in_any_way(asking: Company) -> None:
    report = key_of(asking.police, REPORT)
    request = asks(asking, asking.prosecutor, asking.police, thing=report).address
    part = asking.police.opens(f"{request}/deels").form("names")
    by_hand = f"/bijdragen/{report}/verstrekken"
    hand = asking.police.opens(by_hand).form("receiver")
    blocks(asking.police, report)
    asking.new_entries()

    refused = decides(asking.police, request, "verstrekken", status=403)
    assert "geblokkeerd" in refused.text
    asking.police.posts(f"{request}/deels", part.filled({"names": ["drugs"]}), status=403)
    given = {
        "receiver": asking.prosecutor.actor.organisation_id,
        "purpose": "Vervolging",
        "sender_ground": ground("wpg-16-1-b"),
        "receiver_ground": ground("avg-6-1-e"),
        "necessity": "Nodig.",
    }
    asking.police.posts(by_hand, hand.filled(given), status=403)
    asking.prosecutor.may_not_open(f"/bijdragen/{report}")
    trails = asking.new_entries()
    assert not [one for one in trails["politie"] if "disclosure.given" in one]

    blocks(asking.police, report, "Het onderzoek is klaar.")
    decides(asking.police, request, "verstrekken")
    asking.prosecutor.reads(REPORT)


def test_nobody_else_learns_of_it(asking: Company) -> None:
    case = asking.prosecutor.case_address
    assert "Politie-eenheid Oost-Brabant: 4 stukken" in asking.prosecutor.opens(case).text
    report = key_of(asking.police, REPORT)
    asking.new_entries()
    blocks(asking.police, report)
    trails = asking.new_entries()
    assert "politie blockade.set" in trails["politie"]
    assert set(trails) == {"politie"}
    assert "Politie-eenheid Oost-Brabant: 3 stukken" in asking.prosecutor.opens(case).text
    refused = asks(asking, asking.prosecutor, asking.police, status=422, thing=report)
    assert "geldige keuze" in refused.text, "as what is not there"
    assert WHY in asking.second_police.opens(f"/bijdragen/{report}/blokkade").text
    asking.prosecutor.may_not_open(f"/bijdragen/{report}/blokkade")
    asking.prosecutor.does_not_see(WHY, "eblokkeerd")


def test_who_sees_it_already_is_named_and_keeps_it_until_it_is_withdrawn(asking: Company) -> None:
    report = key_of(asking.police, REPORT)
    page = asking.police.opens(f"/bijdragen/{report}/blokkade")
    assert "Oss" in page.text
    assert "trek de verstrekking in" in page.text
    blocks(asking.police, report)
    asking.coordinator.opens(f"/bijdragen/{report}")
    link = next(one for one in page.links if one.address.startswith("/verstrekkingen/"))
    asking.police.posts(link.address, {"csrfmiddlewaretoken": [asking.police.token]})
    asking.coordinator.may_not_open(f"/bijdragen/{report}")


def test_a_blockade_is_lifted_with_a_reason_by_its_own_organisation(asking: Company) -> None:
    report = key_of(asking.police, REPORT)
    blocks(asking.police, report)
    asking.new_entries()
    address = f"/bijdragen/{report}/blokkade"
    form = asking.second_police.opens(address).form("reason")
    asking.second_police.posts(address, form.filled({"reason": ""}), status=422)
    asking.coordinator.opens(address, status=403)
    asking.second_police.posts(address, form.filled({"reason": "Klaar."}))
    assert [one for one in asking.new_entries()["politie"] if "blockade" in one] == lines("""
        politie blockade.lifted
    """)
    assert "Geblokkeerd" not in asking.police.opens(f"/bijdragen/{report}").text


def test_a_gemeente_blocks_nothing(asking: Company) -> None:
    own = key_of(asking.coordinator, "Toets van de rapportage")
    asking.coordinator.opens(f"/bijdragen/{own}/blokkade", status=403)
    assert "Blokkeren" not in asking.coordinator.opens(f"/bijdragen/{own}").text
