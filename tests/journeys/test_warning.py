"""H11: for a first find of softdrugs in a home the matrix sets a warning."""

from tests.journeys.company import Company, lines


def test_the_matrix_leads_to_a_warning(company: Company) -> None:
    company.walks_to("choose_measure")
    page = company.mayor.opens(company.mayor.task("choose_measure"))
    assert "Woning, Softdrugs (lijst II), vondst 1: Waarschuwing" in page.text
    company.mayor.does("choose_measure", {})
    company.coordinator.has_no_task("hear")
    company.coordinator.does("register_warning")
    company.coordinator.has_no_task("closure_period")
    company.goes_on(days=43)
    company.coordinator.does("objection")
    company.coordinator.does("evaluate")
    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
            oss case.closed
        """),
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss step.choose_measure
            oss contribution.made
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss step.register_warning
            oss contribution.made
            oss step.objection
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        "om": lines("""
            oss disclosure.given
            oss case.closed
        """),
        **{party: ["oss case.closed"] for party in ("corporatie", "netbeheerder")},
    }
