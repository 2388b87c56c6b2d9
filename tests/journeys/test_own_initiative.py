"""A holder gives what nobody asked for: from the page of a subject, as from that of a contribution.

By the rules of what is asked for: purpose, both grounds, necessity, and never past the role matrix.
"""

from typing import Any

import pytest

from casework.models import Subject
from partners.acting import acting_as
from tests.journeys.company import Company, lines
from tests.journeys.disclosing import ground, key_of
from tests.journeys.person import Person
from tests.journeys.test_om_decides import ANSWER, OF_OM, WEIGHED


@pytest.fixture
def known(company: Company) -> Company:
    """The lead has the premises as its own: whom it asks got them, politie did not."""
    company.walks_to("answer")
    return company


def subject_of(by: Person) -> str:
    """The page of the premises as this partner itself put them in."""
    with acting_as(by.actor):
        own = Subject.objects.filter(organisation=by.actor.organisation)
        return f"/betrokkenen/{own.get().pk}"


def basis(receiver: Person, **changes: Any) -> dict[str, Any]:
    return {
        "receiver": receiver.actor.organisation_id,
        "purpose": "Vervolging",
        "sender_ground": ground("avg-6-1-e"),
        "receiver_ground": ground("avg-6-1-e"),
        "necessity": "Het OM moet weten om welk pand het gaat.",
        **changes,
    }


def gives(by: Person, address: str, *, status: int = 302, **given: Any) -> str:
    by.posts(address, by.opens(address).form("receiver").filled(given), status=status)
    return address


def test_a_subject_is_given_from_its_own_page_and_taken_back(known: Company) -> None:
    lead, police = known.coordinator, known.police
    page = subject_of(lead)
    police.may_not_open(page)
    known.new_entries()
    link = next(one for one in lead.opens(page).links if one.text == "Verstrekken aan een partner")
    gives(lead, link.address, **basis(police))
    trails = known.new_entries()
    assert "oss disclosure.given" in trails["oss"]
    assert "oss disclosure.given" in trails["politie"]
    assert set(trails) == {"oss", "politie"}, "nobody else hears of it"
    police.opens(page)

    _takes_back(lead, page, police)
    police.may_not_open(page)


def test_each_question_of_the_law_is_answered_first(known: Company) -> None:
    lead, police = known.coordinator, known.police
    address = f"{subject_of(lead)}/verstrekken"
    for name in ("purpose", "sender_ground", "receiver_ground", "necessity"):
        gives(lead, address, status=422, **basis(police, **{name: ""}))
    police.may_not_open(subject_of(lead))


def test_only_its_holder_gives_it(known: Company) -> None:
    """Who was given it reads it, and gives nothing of it on."""
    lead, police = known.coordinator, known.police
    page = subject_of(lead)
    police.may_not_open(f"{page}/verstrekken")
    gives(lead, f"{page}/verstrekken", **basis(police))
    police.opens(page)
    police.opens(f"{page}/verstrekken", status=403)
    assert "Verstrekken aan een partner" not in police.opens(page).text


def test_what_the_role_matrix_never_gives_is_told_beside_the_question(known: Company) -> None:
    """The premises of politie are of class P, which a netbeheerder never gets."""
    police, grid = known.police, known.grid
    address = f"{subject_of(police)}/verstrekken"
    form = police.opens(address).form("receiver")
    given = basis(grid, sender_ground=ground("wpg-16-1-b"))
    page = police.posts(address, form.filled(given), status=422)
    assert "krijgt informatieklasse P nooit" in page.text


def test_politie_gives_under_its_own_law_alone(known: Company) -> None:
    police, om = known.police, known.prosecutor
    address = f"{subject_of(police)}/verstrekken"
    gives(police, address, status=422, **basis(om))
    gives(police, address, **basis(om, sender_ground=ground("wpg-16-1-b")))


def test_the_om_weighs_what_nobody_asked_for_too(known: Company) -> None:
    known.prosecutor.does("answer")
    om, lead = known.prosecutor, known.coordinator
    answer = key_of(om, ANSWER)
    lead.sees(OF_OM)
    _takes_back(om, f"/bijdragen/{answer}", lead)
    lead.does_not_see(OF_OM)
    known.new_entries()
    address = f"/bijdragen/{answer}/verstrekken"
    of_om = basis(lead, sender_ground=ground("wjsg-39f-1-a")) | WEIGHED
    gives(om, address, status=422, **of_om | {"proportionality": ""})
    gives(om, address, **of_om)
    assert [one for one in known.new_entries()["om"] if "weighing" in one or "given" in one] == (
        lines("""
            om weighing.given
            om disclosure.given
        """)
    )
    lead.sees(OF_OM)


def _takes_back(by: Person, page: str, of: Person) -> None:
    links = [one for one in by.opens(page).links if one.text == of.actor.organisation.name]
    given = next(one.address for one in links if one.address.startswith("/verstrekkingen/"))
    by.posts(given, {"csrfmiddlewaretoken": [by.token]})
