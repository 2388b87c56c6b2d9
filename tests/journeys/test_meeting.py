"""An IV-overleg is planned with partners, a case is put on its agenda, and it is held."""

from partners.models import Organisation
from tests.journeys.company import Company, lines
from tests.journeys.person import Person

POLITIE, STRANGER = "PE-OOST-BRABANT", "GM1948"


def test_an_iv_overleg_from_invitation_to_outcome(company: Company) -> None:
    company.walks_to("answer")
    coordinator, police, stranger = company.coordinator, company.police, company.stranger
    address = _plans(coordinator, POLITIE, STRANGER)
    assert any("uitgenodigd voor een overleg" in one for one in police.notifications())
    assert "IV-overleg maart" in stranger.opens("/overleggen").text

    _puts(coordinator, address)
    assert company.case in police.opens(address).text
    police.posts(f"{address}/komst", {"csrfmiddlewaretoken": [police.token]})
    assert police.actor.person.name in coordinator.opens(address).text
    seen = stranger.opens(address)
    assert company.case not in seen.text
    assert "Er staat geen zaak op de agenda" in seen.text
    assert not any(company.case in one for one in stranger.notifications())

    early = coordinator.opens(f"{address}/aanwezigheid", status=403)
    assert "De dag van dit overleg moet nog komen." in early.text
    company.goes_on(days=7)
    form = coordinator.opens(f"{address}/aanwezigheid").form()
    coordinator.posts(f"{address}/aanwezigheid", form.filled({f"seat_{_key(STRANGER)}": "absent"}))
    _notes_outcome(police, address, "agreed")
    _agrees(coordinator, address)
    done = coordinator.opens(address).text
    assert "Afspraken gemaakt" in done
    assert "Toezicht in de wijk." in done
    held = stranger.opens(address)
    assert "Afwezig" in held.text
    assert "Afspraken gemaakt" not in held.text
    assert "Toezicht in de wijk." not in held.text
    assert company.new_entries() == {
        "politie": lines("""
            oss meeting.planned
            oss agenda.put
            politie meeting.seat_taken
            oss meeting.held
            politie agenda.outcome
            oss commitment.proposed
        """),
        "oss": lines("""
            oss meeting.planned
            oss case.viewed
            oss agenda.put
            politie meeting.seat_taken
            oss access.denied (geweigerd)
            oss meeting.held
            politie agenda.outcome
            oss commitment.proposed
        """),
        "meierijstad": lines("""
            oss meeting.planned
            oss meeting.held
        """),
    }


def test_all_mistakes_are_told_at_once_and_what_was_typed_stays(company: Company) -> None:
    coordinator = company.coordinator
    form = coordinator.opens("/overleggen/plannen").form("title")
    wrong = {"title": "IV-overleg", "day": company.day(-1), "begins": "10:00", "ends": "09:00"}
    page = coordinator.posts("/overleggen/plannen", form.filled(wrong), status=422)
    for told in ("Kies een dag vanaf vandaag.", "Kies een tijd na het begin."):
        assert told in page.text
    assert page.text.count("Dit veld is vereist.") >= 2
    assert page.form("title").values["title"] == ["IV-overleg"]
    assert page.form("title").values["begins"] == ["10:00"]


def test_a_moved_and_a_cancelled_meeting_are_told_and_a_second_click_plans_nothing(
    company: Company,
) -> None:
    coordinator, police = company.coordinator, company.police
    form = coordinator.opens("/overleggen/plannen").form("title").filled(_answers(company, POLITIE))
    address = coordinator.posts("/overleggen/plannen", form).address
    coordinator.posts("/overleggen/plannen", form, status=409)
    moving = coordinator.opens(f"{address}/verplaatsen").form("day")
    assert moving.values["begins"] == ["09:30"]
    coordinator.posts(f"{address}/verplaatsen", moving.filled({"day": company.day(8)}))
    cancelling = coordinator.opens(f"{address}/afzeggen").form("reason")
    coordinator.posts(f"{address}/afzeggen", cancelling.filled({"reason": "Te weinig zaken."}))
    assert "Te weinig zaken." in police.opens(address).text
    told = police.notifications()
    assert [one for one in told if "is verplaatst" in one]
    assert [one for one in told if "gaat niet door" in one]
    coordinator.opens(f"{address}/verplaatsen", status=403)


def _key(code: str) -> int:
    return Organisation.objects.get(code=code).pk


def _answers(company: Company, *guests: str) -> dict[str, object]:
    return {
        "title": "IV-overleg maart",
        "level": "1",
        "day": company.day(7),
        "begins": "09:30",
        "ends": "11:00",
        "place": "Stadhuis Oss",
        "invited": [_key(code) for code in guests],
    }


def _plans(by: Person, *guests: str) -> str:
    form = by.opens("/overleggen/plannen").form("title")
    return by.posts("/overleggen/plannen", form.filled(_answers(by.company, *guests))).address


def _puts(by: Person, address: str) -> None:
    page = by.opens(f"{by.case_address}/agenda")
    given = {"meeting": address.rsplit("/", 1)[-1], "purpose": "discuss"}
    by.opens(by.case_address)
    by.posts(f"{by.case_address}/agenda", page.form("meeting").filled(given))


def _notes_outcome(by: Person, address: str, outcome: str) -> None:
    links = [one.address for one in by.opens(address).links]
    item = next(one for one in links if one.startswith("/agendapunten/"))
    by.posts(item, by.opens(item).form("outcome").filled({"outcome": outcome}))


def _agrees(by: Person, address: str) -> None:
    page = by.opens(f"{by.case_address}/afspraken")
    given = {
        "party": by.company.cast.police.organisation_id,
        "text": "Toezicht in de wijk.",
        "due_on": by.company.day(7),
        "meeting": address.rsplit("/", 1)[-1],
    }
    by.posts(f"{by.case_address}/afspraken", page.form("party").filled(given))
