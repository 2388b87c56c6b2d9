"""H3: an earlier find counts within the years that the policy of the gemeente sets."""

from datetime import date

import pytest

from tests.journeys.company import Company

FOUND_ON = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("occurrence", "previous_on", "expected"),
    [
        ("2", "2021-03-02", "vondst 2: Sluiting (last onder bestuursdwang), 6 maanden"),
        ("2", "2021-03-01", "vondst 1: Sluiting (last onder bestuursdwang), 3 maanden"),
        ("3", "2021-03-01", "vondst 1: Sluiting (last onder bestuursdwang), 3 maanden"),
        ("3", "2021-03-02", "Geen rij van de matrix past"),
    ],
    ids=["five years", "longer ago", "often but longer ago", "beyond the matrix"],
)
def test_a_find_of_more_than_five_years_ago_does_not_count(
    company: Company, occurrence: str, previous_on: str, expected: str
) -> None:
    company.walks_to(
        "choose_measure",
        premises="business",
        found_on=FOUND_ON.isoformat(),
        occurrence=occurrence,
        previous_on=previous_on,
    )
    assert expected in company.mayor.opens(company.mayor.task("choose_measure")).text


def test_a_second_find_needs_the_day_of_the_first(company: Company) -> None:
    company.walks_to("weigh")
    refused = company.coordinator.fills_in("weigh", status=422, occurrence="2")
    assert "Datum van de vorige vondst: Dit veld is vereist." in refused.text
    refused = company.coordinator.fills_in(
        "weigh", status=422, occurrence="2", previous_on=company.day()
    )
    assert "De vorige vondst moet eerder zijn dan deze." in refused.text
