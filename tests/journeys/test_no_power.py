"""H3 and H12: without power under article 13b the gemeente refrains, and says so."""

from tests.journeys.company import Company, lines

NO_POWER = {"is_complete": "complete", "power": "none"}


def test_without_power_the_gemeente_refrains_and_tells_politie(company: Company) -> None:
    company.walks_to("weigh")
    company.coordinator.does("weigh", NO_POWER)
    company.mayor.has_no_task("decide")
    company.coordinator.does("refrain")

    message = company.police.reads("Bericht: geen maatregel")
    assert "De gemeente ziet af van een maatregel." in message.text
    company.prosecutor.may_not_open(company.prosecutor.case_address)
    assert "Afgesloten op" in company.coordinator.opens(company.coordinator.case_address).text
    assert company.new_entries() == {
        "politie": lines("""
            oss contribution.read
            oss subject.read
            oss disclosure.given
            oss case.closed
            politie case.viewed
            politie contribution.read
        """),
        "oss": lines("""
            oss contribution.read
            oss subject.read
            oss contribution.made
            oss step.weigh
            oss contribution.made
            oss contribution.made
            oss disclosure.given
            oss case.closed
            oss step.refrain
            politie contribution.read
            oss case.viewed
        """),
        "om": lines("""
            om access.denied (geweigerd)
        """),
    }
