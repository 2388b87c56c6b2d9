"""E0: the regional calendar; reservations, clashes, how they are resolved, and what it exports."""

import csv
import io

import pytest
from icalendar import Calendar

from config.demo.themes.evenement import AHEAD
from tests.journeys.company import Company, lines
from tests.journeys.evenement_walk import to_the_decision
from tests.journeys.page import Page
from tests.journeys.person import Person

CALENDAR = "/evenementenkalender"
RESERVE = f"{CALENDAR}/reserveren"


def answers(company: Company, **changes: object) -> dict[str, object]:
    ordinary = {
        "name": "Kermis Veghel",
        "event_class": "B",
        "begins_at": f"{company.day(AHEAD)}T13:00",
        "ends_at": f"{company.day(AHEAD)}T22:00",
        "woonkern": "Veghel",
        "place": "Markt",
        "visitors": 3000,
        "police_hours": 150,
        "fire_units": 1,
        "ghor_units": 1,
    }
    return ordinary | changes


def reserves(who: Person, company: Company, **changes: object) -> str:
    """The address of the event."""
    form = who.opens(RESERVE).form("name")
    return who.posts(RESERVE, form.filled(answers(company, **changes))).address


def shown(who: Person, query: str = "") -> Page:
    return who.opens(f"{CALENDAR}?weergave=tabel&{query}")


def test_a_clash_of_reservations_is_told_to_both_and_resolved_on_record(company: Company) -> None:
    oss, meierijstad = company.coordinator, company.stranger
    first = reserves(oss, company, name="Muziek op de Heuvel", place="Heuvel", woonkern="Oss")
    second = reserves(meierijstad, company)
    assert "Let op: het botst met Muziek op de Heuvel." in meierijstad.opens(second).html
    assert any("botst met een ander" in one and first in one for one in oss.notifications())
    assert "Politie (uren)" in oss.opens(first).text
    assert "1 botsing" in shown(company.police).text

    assert "Nog niet opgelost." in oss.opens(first).text
    form = oss.opens(f"{first}/botsing").form("resolution")
    agreed = {"resolution": "prioritise", "level": "4", "reason": "Oss gaat dit jaar voor."}
    oss.posts(f"{first}/botsing", form.filled(agreed))
    for who, address in ((oss, first), (meierijstad, second)):
        page = who.opens(address)
        assert "Oss gaat dit jaar voor." in page.text
        assert "Botsing, opgelost" in page.text
    assert any("opgelost" in one and second in one for one in meierijstad.notifications())
    assert company.new_entries() == {
        "oss": lines("""
            oss event.reserved
            oss event.clash_ruled
        """),
        "meierijstad": lines("""
            meierijstad event.reserved
            oss event.clash_ruled
        """),
    }


def test_moving_an_event_ends_the_clash_and_another_place_for_it_opens_it_again(
    company: Company,
) -> None:
    oss = company.coordinator
    reserves(company.stranger, company)
    address = reserves(oss, company, name="Braderie", place="Heuvel")
    ruling = {"resolution": "move", "level": "1", "reason": "Oss schuift een dag op."}
    form = oss.opens(f"{address}/botsing").form("resolution")
    oss.posts(f"{address}/botsing", form.filled(ruling))

    form = oss.opens(f"{address}/wijzigen").form("place")
    moved = {"begins_at": f"{company.day(AHEAD + 1)}T13:00"}
    moved |= {"ends_at": f"{company.day(AHEAD + 1)}T22:00"}
    oss.posts(f"{address}/wijzigen", form.filled(moved))
    assert "botst met geen ander" in oss.opens(address).text

    company.goes_on(days=1)
    form = oss.opens(f"{address}/wijzigen").form("place")
    back = {"begins_at": f"{company.day(AHEAD - 1)}T13:00"}
    oss.posts(f"{address}/wijzigen", form.filled(back))
    assert "Nog niet opgelost." in oss.opens(address).text


def test_an_event_that_lapsed_clashes_with_nothing_and_is_changed_no_more(
    company: Company,
) -> None:
    oss = company.coordinator
    reserves(company.stranger, company)
    address = reserves(oss, company, name="Braderie", place="Heuvel")
    form = oss.opens(f"{address}/wijzigen").form("status")
    oss.posts(f"{address}/wijzigen", form.filled({"status": "lapsed"}))
    assert "botst met geen ander" in oss.opens(address).text
    oss.opens(f"{address}/wijzigen", status=403)


def test_a_clash_stands_at_the_scan_and_the_decision_must_speak_of_it(company: Company) -> None:
    reserves(company.stranger, company)
    to_the_decision(company)
    mayor = company.mayor
    page = mayor.opens(mayor.task("decide"))
    assert "Kermis Veghel" in page.text
    refused = mayor.fills_in("decide", status=422)
    assert "vergun zonder regionale inzet" in refused.text
    mayor.does("decide", clash_reason="Meierijstad verplaatst de kermis.")


def test_the_scan_shows_the_clash(company: Company) -> None:
    reserves(company.stranger, company)
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports(place="Markt")
    coordinator.does("weigh")
    assert "botst met geen ander" in coordinator.opens(coordinator.task("scan")).text
    coordinator.does("scan")
    assert "Kermis Veghel" in coordinator.opens(coordinator.task("ask_advice")).text
    notices = company.stranger.notifications()
    assert any("botst met een ander" in one for one in notices)


def test_the_burgemeester_permits_without_regional_means_and_the_clash_is_gone(
    company: Company,
) -> None:
    reserves(company.stranger, company)
    to_the_decision(company)
    company.mayor.does("decide", ruling="unsupported", motive="De gemeente houdt zelf de regie.")
    page = shown(company.stranger)
    assert "Zonder regionale inzet" in page.text
    assert "botsing" not in page.text
    company.police.sees("Vergunnen zonder regionale inzet")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Kermis Veghel", "Intocht"}),
        ("gemeente=GM0828", {"Intocht"}),
        ("klasse=B", {"Kermis Veghel"}),
        ("dienst=politie", {"Kermis Veghel"}),
        ("maand=2026-07", {"Kermis Veghel"}),
        ("maand=2026-11", {"Intocht"}),
        ("maand=2026-08", set()),
        ("klasse=Z&maand=vandaag", {"Kermis Veghel", "Intocht"}),
    ],
)
def test_the_calendar_and_its_files_hold_what_was_asked_for(
    query: str, names: set[str], company: Company
) -> None:
    reserves(company.stranger, company)
    autumn = {"begins_at": "2026-11-14T12:00", "ends_at": "2026-11-14T18:00"}
    nothing = {"police_hours": 0, "event_class": "A", "place": "=Haven"}
    reserves(company.coordinator, company, name="Intocht", **autumn, **nothing)
    police = company.police
    text = shown(police, query).text + police.opens(f"{CALENDAR}?{query}").text
    assert {name for name in ("Kermis Veghel", "Intocht") if name in text} == names
    if not names:
        assert "Geen evenementen gevonden" in text
    file = police.client.get(f"{CALENDAR}.csv?{query}")
    written = file.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written), delimiter=";"))[1:]
    assert {row[0] for row in rows} == names
    assert "150" not in written
    assert not any(cell.startswith("=") for row in rows for cell in row)
    calendar = Calendar.from_ical(police.client.get(f"{CALENDAR}.ics?{query}").content)
    events = calendar.walk("VEVENT")
    assert {str(one["summary"]).split(" (")[0] for one in events} == names
    assert "150" not in calendar.to_ical().decode()


def test_all_mistakes_of_a_reservation_are_told_and_what_was_typed_stays(company: Company) -> None:
    who = company.coordinator
    form = who.opens(RESERVE).form("name")
    wrong = answers(
        company, begins_at=f"{company.day(-1)}T13:00", ends_at=f"{company.day(-2)}T13:00"
    )
    page = who.posts(RESERVE, form.filled(wrong | {"place": ""}), status=422)
    assert "Het evenement moet nog beginnen." in page.text
    assert "Het evenement moet eindigen na het begin." in page.text
    assert page.form("name").values["name"] == ["Kermis Veghel"]


def test_a_second_click_reserves_nothing(company: Company) -> None:
    who = company.coordinator
    values = who.opens(RESERVE).form("name").filled(answers(company))
    who.posts(RESERVE, values)
    who.posts(RESERVE, values, status=409)
    assert shown(who).text.count("Kermis Veghel") == 1


def test_secretaries_read_the_calendar_and_reserve_nothing(company: Company) -> None:
    reserves(company.stranger, company)
    assert "Kermis Veghel" in shown(company.secretary).text
    company.secretary.opens(RESERVE, status=403)
    company.person("fg.oss").opens(CALENDAR, status=403)
