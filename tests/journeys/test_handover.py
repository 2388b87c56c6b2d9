"""A case changes hands: offered, accepted, refused or taken back, to the entries in each trail."""

import re
from typing import Any

import pytest

from tests.journeys.company import Company, lines
from tests.journeys.page import Page
from tests.journeys.person import WORKLIST, Person

REASON = "Het pand ligt in de andere gemeente."
WEIGHING = "Toets van de rapportage"
REPORT = "Bestuurlijke rapportage"


def offers(company: Company, *, promise: bool = False, **changes: Any) -> str:
    """Oss offers the case to Meierijstad by the page; returns the address of the offer."""
    page = company.coordinator.opens(f"{company.coordinator.case_address}/overdragen")
    given = {
        "receiver": company.stranger.actor.organisation_id,
        "reason": REASON,
        "afterwards": "nothing",
        **changes,
    }
    if promise:
        given |= {
            "promised": key_of(page, "promised", WEIGHING),
            "promised_subjects": key_of(page, "promised_subjects", "Pand: Kanaalstraat 17, Oss"),
            "necessity": "Nodig om verder te gaan.",
        }
    answer = company.coordinator.posts(page.address, page.form("receiver").filled(given))
    return answer.address


def key_of(page: Page, name: str, title: str) -> str:
    """The value of the box beside what might be promised."""
    box = rf'name="{name}" value="([0-9a-f-]+)"[^>]*>(?:(?!<input).)*?{title}'
    found = re.search(box, page.html, re.DOTALL)
    assert found, f"{title} is not offered"
    return found[1]


def answers(by: Person, offer: str, how: str, status: int = 302, **given: str) -> Page:
    values = {"csrfmiddlewaretoken": [by.token], **{name: [one] for name, one in given.items()}}
    return by.posts(f"{offer}/{how}", values, status=status)


@pytest.fixture
def asking(company: Company) -> Company:
    company.walks_to("answer")
    return company


def test_until_it_accepts_the_receiver_knows_what_stands_in_the_offer(asking: Company) -> None:
    offer = offers(asking)
    worklist = asking.stranger.opens(WORKLIST)
    assert f"{asking.case}, hennep" in worklist.text
    page = asking.stranger.opens(offer)
    for told in (asking.case, "Hennep", "Partners gevraagd", "Gemeente Oss", REASON):
        assert told in page.text or told.removeprefix("Gemeente ") in page.text
    asking.stranger.may_not_open(asking.coordinator.case_address)
    asking.stranger.has_no_task("close_round")
    asking.grid.may_not_open(offer)
    assert asking.new_entries() == {
        "oss": lines("""
            oss handover.offered
            meierijstad handover.viewed
        """),
        "netbeheerder": ["netbeheerder access.denied (geweigerd)"],
        "meierijstad": lines("""
            oss handover.offered
            meierijstad handover.viewed
            meierijstad access.denied (geweigerd)
        """),
    }


def test_who_accepts_leads_on_from_where_the_case_stood(asking: Company) -> None:
    offer = offers(asking, promise=True)
    asking.grid.does("answer")
    of_grid = asking.grid.reads("Antwoord op het verzoek").address
    asking.coordinator.opens(of_grid)
    asking.new_entries()

    answers(asking.stranger, offer, "aanvaarden")
    assert asking.new_entries() == {
        "oss": lines("""
            meierijstad disclosure.received
            meierijstad disclosure.received
            meierijstad handover.accepted
        """),
        "meierijstad": lines("""
            meierijstad participation.begun
            meierijstad disclosure.received
            meierijstad disclosure.received
            meierijstad handover.accepted
        """),
    }
    case = asking.stranger.opens(asking.stranger.case_address)
    assert "Regie Meierijstad" in case.text
    assert asking.stranger.actor.person.name in case.text
    asking.stranger.reads(WEIGHING)
    asking.stranger.sees("Kanaalstraat 17, Oss")
    assert "Antwoord op het verzoek" not in case.text, "that the netbeheerder gave Oss alone"
    assert REPORT not in case.text

    asking.coordinator.may_not_open(asking.coordinator.case_address)
    asking.coordinator.has_no_task("close_round")
    assert "Aanvaard" in asking.coordinator.opens(offer).text
    assert offer in "".join(asking.coordinator.notifications())
    assert f"/zaken/{asking.case}" in "".join(asking.police.notifications())

    asking.prosecutor.does("answer")
    asking.landlord.does("answer")
    asking.stranger.reads("Antwoord op het verzoek")
    asking.stranger.may_not_open(of_grid)


def test_the_new_lead_closes_the_round_of_the_old_one(asking: Company) -> None:
    answers(asking.stranger, offers(asking), "aanvaarden")
    asking.stranger.does("close_round")
    asking.grid.opens(asking.grid.case_address)


def test_the_sender_keeps_the_overview_where_it_chose_so(asking: Company) -> None:
    answers(asking.stranger, offers(asking, afterwards="overview"), "aanvaarden")
    case = asking.coordinator.opens(asking.coordinator.case_address)
    assert "Regie Meierijstad" in case.text
    assert "Geïnformeerd" in case.text
    asking.coordinator.has_no_task("close_round")
    asking.coordinator.opens(f"{asking.coordinator.case_address}/overdragen", status=403)


def test_the_sender_keeps_the_overview_until_a_day(asking: Company) -> None:
    page = asking.coordinator.opens(f"{asking.coordinator.case_address}/overdragen")
    given = {
        "receiver": asking.stranger.actor.organisation_id,
        "reason": REASON,
        "afterwards": "until",
    }
    form = page.form("receiver").filled(given)
    refused = asking.coordinator.posts(page.address, form, status=422)
    assert "Kies tot en met welke dag." in refused.text
    assert REASON in refused.html, "and what was typed is kept"
    offer = offers(asking, afterwards="until", afterwards_until=asking.day(30))
    answers(asking.stranger, offer, "aanvaarden")
    assert "tot 3 apr" in asking.stranger.opens(asking.stranger.case_address).text


def test_a_refusal_has_a_reason_and_changes_nothing(asking: Company) -> None:
    offer = offers(asking)
    kept = answers(asking.stranger, offer, "weigeren", status=422, reason="")
    assert "Dit veld is vereist" in kept.text
    answers(asking.stranger, offer, "weigeren", reason="Wij hebben geen plaats.")
    assert "Wij hebben geen plaats." in asking.coordinator.opens(offer).text
    assert offer in "".join(asking.coordinator.notifications())
    asking.coordinator.task("close_round")
    asking.stranger.may_not_open(asking.coordinator.case_address)
    trails = asking.new_entries()
    for name in ("oss", "meierijstad"):
        assert "meierijstad handover.refused" in trails[name]
    offers(asking)


def test_who_offered_takes_it_back_until_it_is_accepted(asking: Company) -> None:
    offer = offers(asking)
    answers(asking.coordinator, offer, "intrekken")
    assert "over te nemen is ingetrokken" in "".join(asking.stranger.notifications())
    refused = answers(asking.stranger, offer, "aanvaarden", status=409)
    assert "ingetrokken" in refused.text
    again = offers(asking)
    answers(asking.stranger, again, "aanvaarden")
    answers(asking.coordinator, again, "intrekken", status=409)


def test_a_mayor_and_a_partner_do_not_offer(asking: Company) -> None:
    for person in (asking.mayor, asking.police):
        person.opens(f"{person.case_address}/overdragen", status=403)
    assert "Zaak overdragen" not in asking.mayor.opens(asking.mayor.case_address).text


def test_a_partner_that_is_done_withdraws_and_sees_the_case_no_more(asking: Company) -> None:
    address = asking.grid.case_address
    assert "Terugtrekken" not in asking.grid.opens(address).text
    asking.grid.does("answer")
    asking.new_entries()
    link = next(one for one in asking.grid.opens(address).links if "Terugtrekken" in one.text)
    form = asking.grid.opens(link.address).form("reason").filled({"reason": "Wij zijn klaar."})
    asking.grid.posts(link.address, form)
    asking.grid.may_not_open(address)
    assert asking.case not in "".join(asking.grid.notifications())
    assert "Een deelname aan zaak" in "".join(asking.coordinator.notifications())
    trails = asking.new_entries()
    for name in ("oss", "netbeheerder"):
        assert "netbeheerder participation.withdrawn" in trails[name]


def test_the_lead_ends_the_part_of_a_partner_whose_steps_are_done(asking: Company) -> None:
    case = asking.coordinator.case_address
    ends = [one for one in asking.coordinator.opens(case).links if "beëindigen" in one.text]
    assert [one.text.split(" van ")[1] for one in ends] == ["Politie-eenheid Oost-Brabant"]
    asking.grid.does("answer")
    ends = [one for one in asking.coordinator.opens(case).links if "beëindigen" in one.text]
    (link,) = (one for one in ends if one.text.endswith("Enexis"))
    asking.mayor.opens(link.address, status=403)
    form = asking.coordinator.opens(link.address).form("reason").filled({"reason": "Klaar."})
    asking.coordinator.posts(link.address, form)
    asking.grid.may_not_open(case)
    (told,) = (one for one in asking.grid.notifications() if asking.case in one)
    assert told.endswith("is beëindigd. /werkvoorraad")
    left = [one.text for one in asking.coordinator.opens(case).links if "beëindigen" in one.text]
    assert not [one for one in left if one.endswith("Enexis")]
    trails = asking.new_entries()
    for name in ("oss", "netbeheerder"):
        assert "oss participation.ended" in trails[name]
