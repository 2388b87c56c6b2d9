"""H1: politie finds nothing, and the gemeente never hears of it."""

from tests.journeys.company import Company, lines

NOTHING = {"is_found": "no"}


def test_a_visit_that_finds_nothing_ends_the_case_unseen_by_the_gemeente(company: Company) -> None:
    company.police.reports()
    company.police.does("visit", visited_on=company.day(), **NOTHING)

    police = company.police.opens(company.police.case_address)
    assert "Afgesloten op" in police.text
    for one in (company.coordinator, company.mayor, company.secretary, company.stranger):
        one.may_not_open(one.case_address)
        assert one.notifications() == []
    assert company.case not in company.coordinator.opens("/zaken").text
    assert company.new_entries() == {
        "politie": lines("""
            politie case.reported
            politie participation.begun
            politie contribution.made
            politie subject.recorded
            politie contribution.made
            politie case.closed
            politie step.visit
            politie case.viewed
        """),
        "oss": lines("""
            oss access.denied (geweigerd)
            oss access.denied (geweigerd)
            oss access.denied (geweigerd)
        """),
        "meierijstad": lines("""
            meierijstad access.denied (geweigerd)
        """),
    }
