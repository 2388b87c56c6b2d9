"""The dates of ECLI:NL:RBOBR:2020:5201, moved 209 weeks so that each day keeps its weekday.

Published: a kwekerij in a rented shed in 2018, closed for six months; on Friday 26 June 2020 goods
for growing in another shed; voornemen of 19 August to close the whole perceel for six months; a
view of 1 September. Twice within five years counts, but the policy had no rule for a whole
perceel: the heavier motive was lacking, and the decision was suspended.
"""

from datetime import date, timedelta

from tests.journeys.company import Company

MOVED = timedelta(weeks=209)
EARLIER = date(2018, 6, 1) + MOVED
FOUND = date(2020, 6, 26) + MOVED
INTENDED = date(2020, 8, 19) + MOVED
VIEWED = date(2020, 9, 1) + MOVED
WHOLE_PERCEEL = {
    "power": "preparation",
    "premises": "grounds",
    "substance": "preparation",
    "occurrence": "2",
    "previous_on": EARLIER.isoformat(),
    "found_on": FOUND.isoformat(),
}
SIX_MONTHS = {"measure": "closure", "months": 6}
MOTIVE = "Woning, schuren en loods zijn één geheel; sluiten van de schuur alleen helpt niet."


def test_closing_a_whole_perceel_fits_no_row_and_asks_the_heavier_motive(company: Company) -> None:
    company.goes_to(FOUND)
    company.walks_to("choose_measure", **WHOLE_PERCEEL)
    company.goes_to(INTENDED)
    mayor = company.mayor
    assert "Geen rij van de matrix past" in mayor.opens(mayor.task("choose_measure")).text
    refused = mayor.fills_in("choose_measure", SIX_MONTHS, status=422)
    assert "Motiveer uw keuze extra zwaar." in refused.text
    mayor.does("choose_measure", SIX_MONTHS | {"heavier_motive": MOTIVE})
    company.goes_to(VIEWED)
    company.coordinator.does("hear", received_on=VIEWED.isoformat())
    mayor.does("decide")

    intent = mayor.reads("Maatregel kiezen").text
    assert MOTIVE in intent
    assert "Op 21 augustus 2024" in intent
    assert (INTENDED - FOUND).days == 54
    assert "Datum van de zienswijze 3 september 2024" in mayor.reads("Zienswijze").text
    weighing = mayor.reads("Toets van de rapportage").text
    assert "Datum van de vondst 28 juni 2024" in weighing


def test_the_second_find_within_five_years_counts_where_a_row_fits(company: Company) -> None:
    company.goes_to(FOUND)
    shed = WHOLE_PERCEEL | {"premises": "business", "substance": "soft"}
    company.walks_to("choose_measure", **shed)
    page = company.mayor.opens(company.mayor.task("choose_measure"))
    assert "vondst 2: Sluiting (last onder bestuursdwang), 6 maanden" in page.text
