"""A partner asks for more time; the coordinator refuses it, and later grants it."""

from tests.journeys.company import Company, lines
from tests.journeys.person import Person


def test_more_time_is_refused_then_granted_and_moves_the_term(company: Company) -> None:
    company.walks_to("answer")
    landlord, coordinator = company.landlord, company.coordinator
    request = landlord.request_address
    assert "17 mrt 2026" in landlord.opens("/werkvoorraad").text

    _ask(landlord, request, company.day(20))
    twice = landlord.opens(f"{request}/meer-tijd", status=403)
    assert "U vroeg al om meer tijd; wacht op het antwoord." in twice.text
    _settle(coordinator, "refuse")
    assert "Niet toegestaan" in landlord.opens(request).text
    assert "17 mrt 2026" in landlord.opens("/werkvoorraad").text

    _ask(landlord, request, company.day(21))
    _settle(coordinator, "grant")
    assert "24 maart 2026 (was 17 maart 2026)" in landlord.opens(request).text
    assert "24 mrt 2026" in landlord.opens("/werkvoorraad").text
    assert company.new_entries() == {
        "oss": lines("""
            corporatie extension.asked
            oss request.read
            oss extension.refused
            corporatie request.read
            corporatie extension.asked
            oss request.read
            oss extension.granted
            corporatie request.read
        """),
        "corporatie": lines("""
            corporatie case.viewed
            corporatie extension.asked
            corporatie access.denied (geweigerd)
            oss request.read
            oss extension.refused
            corporatie request.read
            corporatie extension.asked
            oss request.read
            oss extension.granted
            corporatie request.read
        """),
    }


def test_more_time_ends_after_the_present_term(company: Company) -> None:
    company.walks_to("answer")
    address = f"{company.landlord.request_address}/meer-tijd"
    form = company.landlord.opens(address).form()
    typed = {"last_day": company.day(14), "reason": "De monteur is ziek."}
    refused = company.landlord.posts(address, form.filled(typed), status=422)
    assert "Kies een dag na de huidige uiterste datum." in refused.text
    assert refused.form().values["reason"] == ["De monteur is ziek."]


def _ask(partner: Person, request: str, last_day: str) -> None:
    address = f"{request}/meer-tijd"
    form = partner.opens(address).form()
    partner.posts(address, form.filled({"last_day": last_day, "reason": "De monteur is ziek."}))


def _settle(coordinator: Person, answer: str) -> None:
    """The question stands on the worklist of who asked the partner."""
    links = coordinator.opens("/werkvoorraad").links
    question = next(one for one in links if one.address.startswith("/verzoeken/"))
    form = coordinator.opens(question.address).form("answer")
    coordinator.posts(form.action, form.values | {"answer": [answer]})
