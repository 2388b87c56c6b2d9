"""A return after a serious offence: known to the mayor, who is named, and politie alone."""

import pytest

from casework.models import Case
from partners.acting import acting_as
from tests.journeys.company import Company, lines


@pytest.fixture
def bij(company: Company) -> Company:
    company.theme = "bij"
    company.new_entries()
    return company


def test_the_mayor_takes_measures_and_the_course_is_followed(bij: Company) -> None:
    bij.coordinator.reports()
    bij.coordinator.does("open_case")
    bij.police.does("assess")
    bij.mayor.does("judge")
    bij.coordinator.does("carry_out")
    bij.coordinator.does("monitor", course="calm")
    bij.goes_on(days=28)
    bij.coordinator.does("monitor")
    bij.coordinator.does("evaluate")

    assert bij.new_entries() == {
        "politie": lines("""
            oss participation.begun
            oss disclosure.given
            oss disclosure.given
            politie contribution.made
            politie disclosure.given
            politie step.assess
            oss disclosure.given
            oss case.closed
        """),
        "oss": lines("""
            oss case.reported
            oss participation.begun
            oss participation.begun
            oss contribution.made
            oss subject.recorded
            oss disclosure.given
            oss disclosure.given
            oss case.opened
            oss step.open_case
            politie disclosure.given
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss step.judge
            oss contribution.made
            oss step.carry_out
            oss contribution.made
            oss step.monitor
            oss contribution.made
            oss step.monitor
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
    }


def test_the_reasons_of_the_mayor_stay_with_the_gemeente(bij: Company) -> None:
    bij.coordinator.reports()
    bij.coordinator.does("open_case")
    bij.police.does("assess")
    bij.mayor.does("judge")
    told = bij.police.reads("Maatregelen tegen onrust").text
    assert "Wijkagent houdt contact" in told
    bij.police.does_not_see("De buurt is kwetsbaar.")


def test_a_mayor_who_sees_no_risk_ends_it(bij: Company) -> None:
    bij.coordinator.reports()
    bij.coordinator.does("open_case")
    bij.police.does("assess", risk="low")
    bij.mayor.does("judge", {"ruling": "none", "motive": "De inschatting is laag."})
    bij.coordinator.does("evaluate")
    bij.police.does_not_see("De inschatting is laag.")


def test_unrest_brings_it_back_to_the_mayor(bij: Company) -> None:
    bij.police.reports()
    bij.coordinator.does("open_case")
    bij.police.does("assess")
    bij.mayor.does("judge")
    bij.coordinator.does("carry_out")
    bij.coordinator.does("monitor", course="unrest")
    bij.coordinator.has_no_task("monitor")
    bij.mayor.does("judge", ruling="none", measures=[])
    bij.coordinator.does("evaluate")


def test_an_area_ban_lasts_three_months_at_most_and_not_beside_that_of_the_prosecutor(
    bij: Company,
) -> None:
    bij.coordinator.reports()
    bij.coordinator.does("open_case")
    bij.police.does("assess")
    ban = {"measures": ["area_ban"], "ban_until": bij.day(120), "has_prosecutors_ban": "yes"}
    page = bij.mayor.fills_in("judge", status=422, **ban)
    assert "binnen drie maanden" in page.text
    assert "gedragsaanwijzing van de officier" in page.text
    bij.mayor.does("judge", **(ban | {"ban_until": bij.day(80), "has_prosecutors_ban": "no"}))


def test_who_is_not_named_finds_nothing_of_it(bij: Company) -> None:
    bij.coordinator.reports()
    uncleared = (bij.person("iv2.oss"), bij.second_police, bij.stranger, bij.secretary)
    for person in uncleared:
        person.may_not_open(person.case_address)
        assert bij.case not in person.opens("/zaken").text
        assert not [one for one in person.notifications() if bij.case in one]
    bij.police.opens(bij.police.case_address)


def test_who_is_not_named_cannot_report_one(bij: Company) -> None:
    uncleared = bij.person("iv2.oss")
    assert "/melden/bij" not in [one.address for one in uncleared.opens("/melden").links]
    uncleared.opens("/melden/bij", status=403)
    assert "/melden/bij" in [one.address for one in bij.coordinator.opens("/melden").links]


def test_it_does_not_stand_open_to_other_partners(bij: Company) -> None:
    bij.coordinator.reports()
    with acting_as(bij.coordinator.actor):
        case = Case.objects.get(reference=bij.case)
        parties = {one.organisation.kind for one in case.participations.all()}
    assert case.is_restricted
    assert parties == {"gemeente", "politie"}
