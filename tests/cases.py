"""Bring a case to a step through the services, as its people would."""

from typing import Any

from casework.models import Case
from config.demo import answers
from config.demo.walk import do, reported
from partners.acting import acting_as
from tests.cast import Cast

PATH = (
    "visit",
    "report",
    "open_case",
    "weigh",
    "answer",
    "urgency",
    "choose_measure",
    "hear",
    "decide",
    "close_premises",
    "recover_costs",
    "objection",
)
CLOSURE = {
    "measure": "closure",
    "months": 3,
    "deviation_motive": "Een ernstig geval.",
    "heavier_motive": "Een ernstig geval.",
}


def a_case(cast: Cast, *, at: str, **changes: Any) -> Case:
    """The ordinary case, up to where `at` has to be done; `changes` go to the weighing."""
    case = reported(cast.police)
    for node in PATH[: PATH.index(at)]:
        _do_next(case, node, cast, changes)
    with acting_as(cast.police):
        return Case.objects.get(pk=case.pk)


def _do_next(case: Case, node: str, cast: Cast, changes: dict[str, Any]) -> None:
    if node == "answer":
        do(case, node, cast.prosecutor, answers.answer_of_prosecutor())
        for partner in (cast.grid, cast.landlord):
            do(case, node, partner)
    elif node == "choose_measure":
        do(case, node, cast.mayor, CLOSURE)
    else:
        by = {
            "visit": cast.police,
            "report": cast.police,
            "urgency": cast.mayor,
            "decide": cast.mayor,
        }.get(node, cast.coordinator)
        do(case, node, by, **(changes if node == "weigh" else {}))
