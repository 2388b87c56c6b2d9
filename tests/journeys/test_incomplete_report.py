"""H3: a report that lacks something goes back to politie, and returns."""

from tests.journeys.company import Company, lines

INCOMPLETE = {"is_complete": "incomplete", "missing": "Antwoord 5 zegt niets over wapens."}


def test_an_incomplete_report_goes_back_to_politie_and_returns(company: Company) -> None:
    company.walks_to("weigh")
    company.coordinator.does("weigh", INCOMPLETE)
    company.coordinator.has_no_task("weigh")
    company.grid.may_not_open(company.grid.case_address)

    assert (
        "Antwoord 5 zegt niets over wapens." in company.police.reads("Verzoek om aanvulling").text
    )
    company.police.does("supplement")
    supplement = company.coordinator.reads("Aanvulling op de rapportage")
    assert "Er zijn geen wapens aangetroffen." in supplement.text
    company.coordinator.does("weigh")
    company.grid.task("answer")
    assert company.new_entries() == {
        "politie": lines("""
            oss contribution.read
            oss subject.read
            oss disclosure.given
            politie case.viewed
            politie contribution.read
            politie contribution.made
            politie disclosure.given
            politie step.supplement
            oss contribution.read
            oss contribution.read
            oss subject.read
        """),
        "oss": lines("""
            oss contribution.read
            oss subject.read
            oss contribution.made
            oss contribution.made
            oss disclosure.given
            oss step.weigh
            politie contribution.read
            politie disclosure.given
            oss case.viewed
            oss contribution.read
            oss contribution.read
            oss subject.read
            oss contribution.made
            oss subject.recorded
            oss participation.begun
            oss request.asked
            oss participation.begun
            oss request.asked
            oss participation.begun
            oss request.asked
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss step.weigh
        """),
        "om": lines("""
            oss participation.begun
            oss request.asked
            oss disclosure.given
        """),
        "netbeheerder": lines("""
            netbeheerder access.denied (geweigerd)
            oss participation.begun
            oss request.asked
            oss disclosure.given
        """),
        "corporatie": lines("""
            oss participation.begun
            oss request.asked
            oss disclosure.given
        """),
    }
