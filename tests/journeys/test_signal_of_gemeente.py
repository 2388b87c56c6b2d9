"""H0: what the gemeente itself signalled, it records once, and brings up to date at the weighing."""

from tests.journeys.company import Company


def test_the_gemeente_weighs_premises_that_it_signalled_itself(company: Company) -> None:
    company.coordinator.reports(source="municipality")
    company.police.does("visit")
    company.police.does("report")
    company.coordinator.does("open_case")
    company.coordinator.does("weigh")
    company.grid.sees("Kanaalstraat 17, Oss")
