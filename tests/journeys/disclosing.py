"""Ask for a disclosure and decide on it, by the pages."""

from typing import Any

from partners.models import Ground
from tests.journeys.company import Company
from tests.journeys.page import Page
from tests.journeys.person import Person

ABOUT = "Eerdere meldingen van overlast"
PURPOSE = "Wegen welke maatregel past"


def ground(code: str) -> int:
    return Ground.objects.get(code=code).pk


def asks(company: Company, by: Person, of: Person, *, status: int = 302, **changes: Any) -> Page:
    """By the link on the page of the case; returns what came of it."""
    address = f"{by.case_address}/informatie-vragen?aan={of.actor.organisation_id}"
    page = by.opens(address)
    given = {
        "about": ABOUT,
        "purpose": PURPOSE,
        "receiver_ground": ground("avg-6-1-e"),
        "necessity": "Zonder is niet te zien of het pand eerder hinder gaf.",
        "due_on": company.day(10),
        **changes,
    }
    return by.posts(address, page.form("about").filled(given), status=status)


def decides(by: Person, request: str, how: str, *, status: int = 302, **given: Any) -> Page:
    """Send the one form of the page that goes to `how`, as it was filled in but for `given`."""
    page = by.opens(request)
    (form,) = (one for one in page.forms if one.action.endswith(f"/{how}"))
    return by.posts(f"{request}/{how}", form.filled(given), status=status)


def key_of(by: Person, title: str) -> str:
    """Of the newest of that title of one's own, from the page of the case."""
    links = [one for one in by.opens(by.case_address).links if one.text == title]
    found = [one.address for one in links if one.address.startswith("/bijdragen/")]
    return found[-1].rsplit("/", 1)[-1]


def acts(trail: list[str], of: str = "") -> list[str]:
    """What was done, without looks and refusals; by one partner, or by all."""
    looks = ("read", "viewed", "(geweigerd)")
    return [one for one in trail if one.startswith(of) and not one.endswith(looks)]
