"""Pages of a case whose step is no more: they open, say so, and let the lead go on."""

from casework.models import Case
from partners.acting import acting_as
from tests.journeys.company import Company
from tests.workflows.moving.test_parked import lose


def test_the_pages_of_a_parked_case_open_and_lead_on(company: Company) -> None:
    company.walks_to("urgency")
    with acting_as(company.cast.coordinator):
        case = Case.objects.get(reference=company.case)
    step = lose(case, "urgency", company.cast)
    coordinator = company.coordinator
    coordinator.sees("Geparkeerd: deze stap bestaat niet meer")
    company.police.sees("Geparkeerd: deze stap bestaat niet meer")
    page = coordinator.opens(f"/taken/{step.pk}")
    form = page.form("target")
    wanted = {"target": "urgency", "reason": "De afweging begint opnieuw."}
    coordinator.posts(f"/taken/{step.pk}", form.filled(wanted))
    company.mayor.does("urgency")
