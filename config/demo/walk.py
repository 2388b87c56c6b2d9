"""Walk a case along its steps, as its people would: for the demo, and for the tests."""

from typing import Any

from django.utils import timezone

from casework.models import Case
from config.demo import answers
from config.demo.themes import answers_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Kind
from workflows.flows import flow_of
from workflows.models import Step
from workflows.services import begin, steps


def reported(
    by: Actor, theme: str = "hennep", given: answers.Answers | None = None, **changes: Any
) -> Case:
    """A case with its report, with the ordinary answers unless others are given.

    :raises ValueError: when the answers do not hold.
    """
    with acting_as(by):
        ordinary = answers_of(theme)
        asked = ordinary.signal if theme == "hennep" else ordinary.report
        data = weighing_of(by) | (asked() if given is None else given) | changes
        form = flow_of(theme).begins_with(data, step=None, actor=by)
        if not form.is_valid():
            raise ValueError(form.errors.as_json())
        return begin.report_case(theme=theme, form=form, actor=by, at=timezone.now())


def do(
    case: Case, node: str, by: Actor, given: answers.Answers | None = None, **changes: Any
) -> Step:
    """Do the open step of that name, with the ordinary answers unless others are given.

    :raises ValueError: when the answers do not hold.
    :raises LookupError: when that step is not open for this actor.
    """
    with acting_as(by):
        step = open_step(case, node, by)
        ordinary = getattr(answers_of(case.theme), node)() if given is None else given
        data = ordinary | weighing_of(by) | changes
        if node == "evaluate":
            data |= {f"outcome_{one.pk}": "yes" for one in case.outcomes.all()}
        form = step.flow_task.form(data, step=step, actor=by)
        if not form.is_valid():
            raise ValueError(form.errors.as_json())
        return steps.complete(step=step, form=form, actor=by, at=timezone.now())


def weighing_of(by: Actor) -> answers.Answers:
    return answers.weighed() if by.organisation.kind == Kind.OM else {}


def open_step(case: Case, node: str, by: Actor) -> Step:
    """
    :raises LookupError: when that step is not open for this actor.
    """
    for step in Step.objects.for_hand_of(by).filter(case=case).select_related("process"):
        if step.flow_task.name == node:
            found: Step = step
            return found
    raise LookupError(f"{node} is not open for {by.organisation}")
