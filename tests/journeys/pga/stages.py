"""Take a persoonsgerichte aanpak to a step, through the pages, with politie as its reporter."""

from django.utils import timezone

from partners.acting import acting_as
from tests.journeys.company import Company
from tests.journeys.person import Person
from workflows.models import Step

ZVH = "liaison.zvh"
PARTIES = ("iv.oss", "liaison1.politie", "liaison.zorg", "liaison.corporatie")


def take_to(company: Company, node: str) -> None:
    """Up to where `node` has to be done; its trails so far are old news."""
    company.theme = "pga"
    company.police.reports()
    zvh = company.person(ZVH)
    for name, by in (
        ("triage", [zvh]),
        ("inform", [company.police]),
        ("invite", [zvh]),
        ("answer", [company.person(login) for login in PARTIES]),
        ("meet", [zvh]),
        ("draw_plan", [zvh]),
    ):
        if name == node:
            break
        if name == "meet":
            company.goes_on(days=7)
        for person in by:
            person.does(name)
    company.new_entries()


def due(company: Company, node: str) -> str:
    """The last day of the newest step of that name."""
    with acting_as(company.person(ZVH).actor):
        steps = Step.objects.filter(case__reference=company.case, holder__isnull=False)
        found = [one for one in steps.order_by("pk") if one.flow_task.name == node]
        assert found[-1].due_at is not None
        return timezone.localdate(found[-1].due_at).isoformat()


def settles(person: Person, button: str) -> None:
    """Press that button at the first commitment of one's own."""
    page = person.opens(person.case_address)
    assert button in page.html
    status = {"Aanvaarden": "accepted", "Gereed melden": "done"}[button]
    form = next(one for one in page.forms if one.action.startswith("/afspraken/"))
    person.posts(form.action, form.values | {"status": [status]})
