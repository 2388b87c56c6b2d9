"""The dates of ECLI:NL:RBLIM:2020:6195, moved 209 weeks so that each day keeps its weekday.

Published: found on 28 May 2020 (306 plants); bestuurlijke rapportage on the 29th; voornemen of
5 June to close the home for three months; a view was given; closed from 1 August 2020.
"""

from datetime import date, timedelta

from casework.models import Case
from partners.acting import acting_as
from tests.journeys.company import Company

MOVED = timedelta(weeks=209)
FOUND = date(2020, 5, 28) + MOVED
REPORTED = date(2020, 5, 29) + MOVED
INTENDED = date(2020, 6, 5) + MOVED
CLOSED_FROM = date(2020, 8, 1) + MOVED
CLOSED_UNTIL = date(2020, 10, 31) + MOVED
FACTS = {
    "found_on": FOUND.isoformat(),
    "plants": 306,
    "drugs": "306 hennepplanten.",
    "goods": "25 assimilatielampen en 1 koolstoffilter.",
    "danger": "De stroom werd illegaal afgenomen.",
}


def test_the_report_comes_the_day_after_and_the_voornemen_on_day_eight(company: Company) -> None:
    company.goes_to(FOUND)
    company.police.reports(noticed_on=FOUND.isoformat())
    company.police.does("visit", visited_on=FOUND.isoformat())
    company.goes_to(REPORTED)
    company.police.does("report", **FACTS)
    company.coordinator.does("open_case")
    company.coordinator.does("weigh", found_on=None)
    company.partners_answer()
    company.goes_to(INTENDED)
    company.mayor.does("urgency")
    company.mayor.does(
        "choose_measure",
        {"measure": "closure", "months": 3, "deviation_motive": "Een ernstig geval: 306 planten."},
    )
    company.coordinator.does("hear")
    company.mayor.does("decide", **_closure())

    notice = company.landlord.reads("Bericht van het besluit").text
    assert "Vanaf 3 augustus 2024" in notice
    assert "Tot en met 2 november 2024" in notice
    assert "Datum van de vondst 30 mei 2024" in company.mayor.reads("Toets van de rapportage").text
    assert _days_after_the_find(company) == {
        "report": 1,
        "intent": 8,
        "closed from": 65,
        "closed until": 156,
    }


def _closure() -> dict[str, str]:
    return {
        "grace_until": (CLOSED_FROM - timedelta(days=1)).isoformat(),
        "closed_from": CLOSED_FROM.isoformat(),
        "closed_until": CLOSED_UNTIL.isoformat(),
    }


def _days_after_the_find(company: Company) -> dict[str, int]:
    with acting_as(company.coordinator.actor):
        case = Case.objects.get(reference=company.case)
        ruling = case.decisions.get(kind="ruling")
        assert ruling.effective_from
        assert ruling.effective_until
        days = {
            "report": case.contributions.get(kind="report").created_at.date(),
            "intent": case.decisions.get(kind="intent").decided_at.date(),
            "closed from": ruling.effective_from,
            "closed until": ruling.effective_until,
        }
    return {name: (day - FOUND).days for name, day in days.items()}
