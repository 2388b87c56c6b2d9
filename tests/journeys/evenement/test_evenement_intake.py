"""E2: too late, incomplete, or neither; and what becomes of an application that is not treated."""

from config.demo.themes.evenement import AHEAD
from partners.acting import acting_as
from tests.journeys.company import Company
from workflows.models import RegionalEvent

IN_SIX_WEEKS = 42


def reports_late(company: Company) -> None:
    """Class B asks twelve weeks in the demo gemeenten."""
    company.theme = "evenement"
    company.coordinator.reports(
        begins_at=f"{company.day(IN_SIX_WEEKS)}T12:00", ends_at=f"{company.day(IN_SIX_WEEKS)}T23:00"
    )


def status_of_event(company: Company) -> str:
    with acting_as(company.coordinator.actor):
        return RegionalEvent.objects.get(case__reference=company.case).status


def test_the_form_says_that_it_is_too_late_and_asks_what_to_do(company: Company) -> None:
    reports_late(company)
    coordinator = company.coordinator
    page = coordinator.opens(coordinator.task("weigh"))
    assert "De aanvraag is te laat" in page.text
    assert "Voorbeeldbeleid evenementen (demo): 12 weken vóór het evenement" in page.text
    refused = coordinator.fills_in("weigh", status=422)
    assert "Dit veld is vereist." in refused.text
    coordinator.does("weigh", late="treat", late_reason="De diensten kunnen het nog aan.")
    coordinator.task("scan")


def test_an_application_in_time_is_not_asked_about_lateness(company: Company) -> None:
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports()
    page = coordinator.opens(coordinator.task("weigh"))
    assert "De aanvraag is op tijd" in page.text
    assert "late" not in page.form().names


def test_the_deadline_counts_back_and_never_rolls(company: Company) -> None:
    """Twelve weeks before Saturday 27 June 2026 is a Saturday: the last day all the same."""
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports(begins_at="2026-06-27T12:00", ends_at="2026-06-27T23:00")
    assert "4 april 2026" in coordinator.opens(coordinator.task("weigh")).text


def test_without_a_term_of_the_gemeente_on_that_day_one_judges_it_oneself(
    company: Company,
) -> None:
    """The demo gemeenten set theirs from 2023 on; what was received is held against its own day."""
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports(received_on="2022-12-30")
    page = coordinator.opens(coordinator.task("weigh"))
    assert "Geen termijn vastgelegd" in page.text
    assert "late" not in page.form().names
    coordinator.does("weigh")


def test_the_burgemeester_leaves_a_late_application_untreated(company: Company) -> None:
    reports_late(company)
    coordinator = company.coordinator
    coordinator.does("weigh", late="dismiss", late_reason="Er is geen tijd voor advies.")
    coordinator.has_no_task("scan")
    company.mayor.does("dismiss")
    assert status_of_event(company) == "lapsed"
    company.goes_on(days=43)
    coordinator.does("objection")
    coordinator.does("finish")
    assert "Afgesloten" in coordinator.opens(coordinator.case_address).text


def test_the_burgemeester_may_treat_it_after_all(company: Company) -> None:
    reports_late(company)
    coordinator = company.coordinator
    coordinator.does("weigh", late="dismiss", late_reason="Er is geen tijd voor advies.")
    only = {"ruling": "treated", "motive": "Een herdenking die op deze dag valt."}
    company.mayor.does("dismiss", only)
    coordinator.task("scan")


def test_what_was_incomplete_is_supplemented_while_the_term_stands_still(company: Company) -> None:
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports()
    incomplete = {"is_complete": "incomplete", "missing": "Een plattegrond."}
    refused = coordinator.fills_in("weigh", incomplete, status=422)
    assert "Dit veld is vereist." in refused.text
    coordinator.does("weigh", incomplete, supplement_until=company.day(14))
    assert "nog geen einddatum" in coordinator.opens(f"{coordinator.case_address}/stappen").text
    company.goes_on(days=7)
    coordinator.does("supplement")
    coordinator.does("weigh")
    assert "nog geen einddatum" not in coordinator.opens(f"{coordinator.case_address}/stappen").text
    coordinator.task("scan")


def test_what_was_never_supplemented_goes_to_the_burgemeester(company: Company) -> None:
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports()
    incomplete = {"is_complete": "incomplete", "missing": "Een plattegrond."}
    coordinator.does("weigh", incomplete, supplement_until=company.day(14))
    company.goes_on(days=15)
    coordinator.does("supplement", {"result": "none"})
    company.mayor.does("dismiss")
    coordinator.task("objection")


def test_a_reservation_on_the_calendar_becomes_the_event_of_the_case(company: Company) -> None:
    company.theme = "evenement"
    coordinator = company.coordinator
    form = coordinator.opens("/evenementenkalender/reserveren").form("name")
    given = {
        "name": "Principeverzoek Zomerfeest",
        "event_class": "B",
        "begins_at": f"{company.day(AHEAD)}T12:00",
        "ends_at": f"{company.day(AHEAD)}T23:00",
        "woonkern": "Oss",
        "place": "Heuvel",
        "visitors": 4000,
        "police_hours": 60,
        "fire_units": 1,
        "ghor_units": 1,
    }
    answer = coordinator.posts("/evenementenkalender/reserveren", form.filled(given))
    key = answer.address.rsplit("/", 1)[-1]
    coordinator.reports(reservation=key)
    coordinator.does("weigh")
    page = coordinator.opens(f"/evenementenkalender/{key}")
    assert "Zomerfeest Oss" in page.text
    assert company.case in page.text
    assert company.case not in company.stranger.opens(f"/evenementenkalender/{key}").text
