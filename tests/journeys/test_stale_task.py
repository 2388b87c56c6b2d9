"""One winner: who comes second hears who was first and when, and keeps what was typed."""

import re

from config.demo import answers
from tests.cast import actor_of
from tests.journeys.company import Company
from tests.journeys.person import Person

TOKEN = re.compile(r"[A-Za-z0-9]{64}")
TYPED = "Wij waren met z'n tweeën binnen."


def test_the_second_to_do_a_task_hears_who_was_first_and_keeps_the_text(company: Company) -> None:
    company.walks_to("visit")
    address = company.police.task("visit")
    second = company.second_police.opens(address).form()
    company.police.does("visit")
    given = second.filled({"is_found": "no", "visited_on": company.day(), "notes": TYPED})
    conflict = company.second_police.posts(address, given, status=409)

    first = "Deze taak is al afgerond door Demo liaison 1 politie (Politie-eenheid Oost-Brabant)"
    assert f"{first} op 3 maart 2026 09:00." in conflict.text
    kept = [form.values["notes"] for form in conflict.forms if "notes" in form.names]
    assert kept == [[TYPED]]
    assert company.new_entries() == {"politie": ["politie contribution.made", "politie step.visit"]}
    company.police.task("report")


def test_a_double_click_does_a_task_once(company: Company) -> None:
    company.walks_to("recover_costs")
    address = company.coordinator.task("recover_costs")
    given = company.coordinator.opens(address).form().filled(answers.recover_costs())
    company.coordinator.posts(address, given)
    conflict = company.coordinator.posts(address, given, status=409)

    assert "Deze taak is al afgerond door Demo IV-coördinator Oss (Oss) op" in conflict.text
    assert company.new_entries() == {"oss": ["oss contribution.made", "oss step.recover_costs"]}


def test_a_task_the_case_no_longer_needs_says_so(company: Company) -> None:
    company.walks_to("answer")
    address = company.grid.task("answer")
    form = company.grid.opens(address).form()
    company.coordinator.does("close_round")
    company.new_entries()
    given = form.filled({"response": "answer", "answer": TYPED})
    conflict = company.grid.posts(address, given, status=409)
    assert "de zaak is verder zonder deze taak" in conflict.text
    assert TYPED in [form.values.get("answer", [""])[0] for form in conflict.forms]
    assert company.new_entries() == {}


def test_a_foreign_task_looks_like_one_that_is_not_there(company: Company) -> None:
    company.walks_to("urgency")
    foreign = company.mayor.task("urgency")
    outsiders = [
        company.stranger,
        company.secretary,
        company.grid,
        company.landlord,
        Person(actor_of("fg.oss"), company),
    ]
    for outsider in outsiders:
        assert _nothing(outsider, foreign) == _nothing(outsider, "/taken/99999999")


def _nothing(person: Person, address: str) -> list[str]:
    """The answers to a look and to a post, but for the address itself and the page's token."""
    token = {"csrfmiddlewaretoken": [person.token]}
    pages = (person.opens(address, status=404), person.posts(address, token, status=404))
    return [TOKEN.sub("token", page.html.replace(address, "adres")) for page in pages]
