"""The ordinary ways of an event of class B, for the journeys that leave them."""

from config.demo.themes import evenement as answers
from tests.journeys.company import Company

PATH = ("weigh", "scan", "ask_advice", "answer", "integrate", "plans")


def advises(company: Company) -> None:
    """All three services, each within its own term."""
    company.police.does("answer", answers.answer_of_politie())
    for name in ("liaison.brandweer", "liaison.ghor"):
        company.person(name).does("answer")


def to_the_decision(company: Company, *, but_for: str = "decide", **report: object) -> None:
    """Up to the step `but_for`."""
    company.theme = "evenement"
    company.coordinator.reports(**report)
    for node in PATH:
        if node == but_for:
            return
        if node == "answer":
            advises(company)
        else:
            company.coordinator.does(node)


def settles(company: Company) -> None:
    """No objection came, and the case can close."""
    company.coordinator.does("objection")
    company.coordinator.does("finish")
