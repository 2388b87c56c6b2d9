"""Bibob from the application to the refusal, with an advice of the Bureau and its terms."""

from tests.journeys.bibob import begins, researched
from tests.journeys.bibob_trails import TRAILS
from tests.journeys.company import Company


def test_an_application_goes_through_the_bureau_to_a_refusal(company: Company) -> None:
    begins(company)
    researched(company)
    coordinator, mayor = company.coordinator, company.mayor
    mayor.does("conclude")
    coordinator.does("request_advice")
    coordinator.does("receive_advice")
    coordinator.does("test_advice")
    mayor.does("intend")
    coordinator.does("hear")
    mayor.does("decide")
    coordinator.has_no_task("withdrawal")
    coordinator.does("report_conclusion")
    coordinator.does("signal_neighbours")
    company.goes_on(days=43)
    coordinator.does("objection")
    coordinator.does("evaluate")
    assert company.new_entries() == TRAILS
