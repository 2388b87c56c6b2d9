"""A page that is open when its access ends says so, and shows nothing of it any more."""

import pytest
from playwright.sync_api import expect

from config.database_roles import connect
from tests.browser.axe import violations
from tests.browser.conftest import Enter, printed
from tests.live import Live

pytestmark = pytest.mark.browser

AT_ONCE = 5_000

WITHDRAWN = """UPDATE casework_disclosure d SET withdrawn_at = now()
    FROM casework_contribution c WHERE c.id = d.contribution_id AND c.id::text = %s"""
CLOSED = """UPDATE casework_case s SET closed_at = now(), stage = 'closed'
    FROM casework_contribution c WHERE c.case_id = s.id AND c.id::text = %s"""


@pytest.mark.parametrize("end", [WITHDRAWN, CLOSED], ids=["withdrawn", "its case closed"])
def test_a_disclosure_that_ends_leaves_the_screen_of_its_receiver_alone(
    end: str, enter: Enter, live: Live
) -> None:
    place = printed(live, "print_places('objection')")["objection"]
    receiver, owner_of_it = enter("iv.oss"), enter("liaison1.politie")
    for person in (receiver, owner_of_it):
        person.opens(place["case"])
        person.follows("Bestuurlijke rapportage")
        person.stays_on(person.page.url)
        expect(person.main).to_contain_text("Herkomst")
    with connect(live.database_url_owner) as owner:
        owner.execute(end.encode(), [receiver.page.url.rpartition("/")[2]])
    expect(receiver.main).to_contain_text("Uw toegang is geëindigd", timeout=AT_ONCE)
    expect(receiver.main).not_to_contain_text("Herkomst")
    assert receiver.is_still_there(), "no reload that could leave the page in the history"
    assert violations(receiver.page) == []
    expect(owner_of_it.main).to_contain_text("Herkomst")
    response = receiver.page.request.get(owner_of_it.page.url)
    assert response.status == 404


def test_who_is_deactivated_sees_it_said(enter: Enter, live: Live) -> None:
    gone, stays = enter("liaison2.politie"), enter("liaison1.om")
    for person in (gone, stays):
        person.stays_on("/zaken")
    with connect(live.database_url_owner) as owner:
        statement = "UPDATE partners_person SET is_active = %s WHERE email LIKE %s"
        owner.execute(statement, [False, "liaison2.politie@%"])
        try:
            expect(gone.main).to_contain_text("U bent uitgelogd", timeout=AT_ONCE)
            expect(gone.page.locator("[data-line-lost]")).to_be_hidden()
            expect(stays.main).to_contain_text("Zaken")
        finally:
            owner.execute(statement, [True, "liaison2.politie@%"])


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/zaken/2026-VR21-999999", "Hier is niets voor u te vinden"),
        ("/auditspoor", "Dit mag u niet"),
    ],
    ids=["not there", "not allowed"],
)
def test_a_refusal_goes_on_saying_why(address: str, told: str, enter: Enter, live: Live) -> None:
    """Its page knows no news yet and is sent to look: there is nothing on it that could end."""
    person = enter("liaison1.politie")
    with person.page.expect_request("**/meldingen/stand"):
        person.opens(address)
    expect(person.main).to_contain_text(told)
    assert person.trace.count(f"{live.url}{address}") == 1
