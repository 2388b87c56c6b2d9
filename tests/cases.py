"""Bring a case to a step through the services, as its people would."""

from typing import Any

from django.utils import timezone

from casework.models import Case
from partners.acting import acting_as
from partners.actor import Actor
from tests import answers
from tests.cast import Cast
from workflows.forms.signal import SignalForm
from workflows.models import Step
from workflows.services import begin, steps


def reported(by: Actor, **changes: Any) -> Case:
    """A case with its signal; politie has to look."""
    with acting_as(by):
        form = SignalForm(answers.signal() | changes, step=None, actor=by)
        assert form.is_valid(), form.errors
        return begin.report_case(theme="hennep", form=form, actor=by, at=timezone.now())


def do(
    case: Case, node: str, by: Actor, data: answers.Answers | None = None, **changes: Any
) -> Step:
    """Do the open step of that name for this actor's organisation."""
    with acting_as(by):
        step = open_step(case, node, by)
        if data is None:
            data = getattr(answers, node)()
        if node == "evaluate":
            data |= {f"outcome_{one.pk}": "yes" for one in case.outcomes.all()}
        form = step.flow_task.form(data | changes, step=step, actor=by)
        assert form.is_valid(), form.errors
        return steps.complete(step=step, form=form, actor=by, at=timezone.now())


def open_step(case: Case, node: str, by: Actor) -> Step:
    rows = Step.objects.for_hand_of(by).filter(case=case)
    return next(step for step in rows.select_related("process") if step.flow_task.name == node)


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


def a_case(cast: Cast, *, at: str, **changes: Any) -> Case:
    """The ordinary case, up to where `at` has to be done; `changes` go to the weighing."""
    case = reported(cast.police)
    for node in PATH[: PATH.index(at)]:
        _next(case, node, cast, changes)
    return _fresh(case, cast)


def _next(case: Case, node: str, cast: Cast, changes: dict[str, Any]) -> None:
    if node == "answer":
        do(case, node, cast.prosecutor, answers.answer_of_prosecutor())
        for partner in (cast.grid, cast.landlord):
            do(case, node, partner)
        return
    if node == "choose_measure":
        closing = {
            "measure": "closure",
            "months": 3,
            "deviation_motive": "Ernstig geval.",
            "heavier_motive": "Ernstig geval.",
        }
        do(case, node, cast.mayor, answers.choose_measure() | closing)
        return
    by = {
        "visit": cast.police,
        "report": cast.police,
        "urgency": cast.mayor,
        "decide": cast.mayor,
    }.get(node, cast.coordinator)
    do(case, node, by, **(changes if node == "weigh" else {}))


def _fresh(case: Case, cast: Cast) -> Case:
    with acting_as(cast.police):
        return Case.objects.get(pk=case.pk)
