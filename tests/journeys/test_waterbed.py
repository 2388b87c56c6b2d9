"""Oss closes premises and tells its neighbours; Bernheze answers, and asks for data."""

from tests.cast import actor_of
from tests.journeys.company import Company, lines
from tests.journeys.person import Person


def test_a_closure_is_told_to_the_neighbours_without_the_case(company: Company) -> None:
    company.walks_to("close_premises")
    coordinator = company.coordinator
    neighbour = Person(actor_of("iv.bernheze"), company)
    address = _gives(coordinator)
    assert any(address in one for one in neighbour.notifications())
    assert not any(company.case in one for one in neighbour.notifications())

    page = neighbour.opens(address)
    assert "Sluiting" in page.text
    assert "Gemeente Oss" in page.text
    assert company.case not in page.html
    assert "Sluiting" in neighbour.opens("/signalen").text
    neighbour.may_not_open(coordinator.case_address)
    company.stranger.may_not_open(address)

    _answers(neighbour, address, "data")
    told = coordinator.opens(address)
    assert "Er is om gegevens gevraagd" in told.text
    assert company.case in told.text
    assert any("vraagt gegevens" in one for one in coordinator.notifications())
    assert "Verzoek om gegevens" in coordinator.opens("/signalen?gegeven=1").text
    neighbour.may_not_open(coordinator.case_address)
    letting_in = told.form("csrfmiddlewaretoken")
    coordinator.posts(letting_in.action, letting_in.values)
    assert "U ziet uw eigen taken" in neighbour.opens(coordinator.case_address).text
    coordinator.posts(letting_in.action, letting_in.values, status=403)
    assert company.new_entries() == {
        "oss": lines("""
            oss case.signalled
            oss signal.given
            bernheze signal.answered
            oss participation.begun
            oss access.denied (geweigerd)
        """),
        "meierijstad": lines("meierijstad access.denied (geweigerd)"),
    }


def test_an_address_in_a_signal_is_refused_and_the_rest_stays(company: Company) -> None:
    company.walks_to("answer")
    coordinator = company.coordinator
    where = f"{coordinator.case_address}/signaal"
    typed = {
        "area": "Klaprozenlaan 12",
        "effect": "Handel bij 5341 AB.",
        "starts_on": company.day(),
    }
    page = coordinator.posts(where, coordinator.opens(where).form("area").filled(typed), status=422)
    assert "Noem alleen een woonkern of wijk" in page.text
    assert "Laat het adres weg" in page.text
    assert page.form("area").values["area"] == ["Klaprozenlaan 12"]


def test_the_form_knows_what_the_decision_says(company: Company) -> None:
    company.walks_to("close_premises")
    form = company.coordinator.opens(f"{company.coordinator.case_address}/signaal").form("area")
    assert form.values["measure"] == ["closure"]
    assert form.values["starts_on"][0] > company.day(-30)
    assert form.values["desk"] == ["IV Oss"]


def _gives(by: Person) -> str:
    where = f"{by.case_address}/signaal"
    form = by.opens(where).form("area")
    given = {
        "area": "Ussen",
        "effect": "Handel kan zich verplaatsen.",
        "starts_on": by.company.day(),
        "ends_on": by.company.day(90),
    }
    return by.posts(where, form.filled(given)).address


def _answers(by: Person, address: str, answer: str) -> None:
    form = by.opens(address).form("answer")
    by.posts(address, form.filled({"answer": answer, "remark": "Twee meldingen."}))
