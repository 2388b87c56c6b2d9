"""Allowed and denied from one set-up: who may do the step of whom, and what the others hear."""

import pytest

from config.demo import answers
from tests.journeys.company import Company
from tests.journeys.person import Person

OTHER = "Deze taak ligt bij een andere organisatie."
ROLE = "Deze taak is voor: Besluitnemer."
HIDDEN = "Dit adres bestaat niet, of u hebt er in uw huidige rol geen toegang toe."

URGENCY = [
    ("stranger", 404, HIDDEN),
    ("secretary", 404, HIDDEN),
    ("grid", 404, HIDDEN),
    ("landlord", 404, HIDDEN),
    ("prosecutor", 403, OTHER),
    ("police", 403, OTHER),
    ("coordinator", 403, ROLE),
    ("mayor", 302, ""),
]
ANSWER = [
    ("stranger", 404, HIDDEN),
    ("landlord", 404, HIDDEN),
    ("prosecutor", 403, OTHER),
    ("coordinator", 403, OTHER),
    ("mayor", 403, OTHER),
    ("grid", 302, ""),
]


@pytest.mark.parametrize(
    ("node", "holder", "table"),
    [("urgency", "mayor", URGENCY), ("answer", "grid", ANSWER)],
    ids=["the mayor's step", "a partner's answer"],
)
def test_a_step_is_done_by_its_holder_alone(
    company: Company, node: str, holder: str, table: list[tuple[str, int, str]]
) -> None:
    company.walks_to(node)
    address = getattr(company, holder).task(node)
    company.new_entries()
    for name, status, reason in table:
        person: Person = getattr(company, name)
        page = person.posts(address, _typed(person, node), status=status)
        assert reason in page.text, name
        denied = [one for all_of in company.new_entries().values() for one in all_of]
        assert any("access.denied (geweigerd)" in one for one in denied) == (status != 302), name


def test_who_sees_a_step_of_another_gets_no_form(company: Company) -> None:
    company.walks_to("urgency")
    address = company.mayor.task("urgency")
    for person, reason in (
        (company.prosecutor, OTHER),
        (company.police, OTHER),
        (company.coordinator, ROLE),
    ):
        page = person.opens(address)
        assert reason in page.text
        assert page.forms == []


def _typed(person: Person, node: str) -> dict[str, list[str]]:
    """What a form would send, by someone who was never given it."""
    given = getattr(answers, node)() | {"csrfmiddlewaretoken": person.token}
    return {name: [str(one)] for name, one in given.items()}
