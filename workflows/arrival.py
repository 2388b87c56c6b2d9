"""What happens when a step comes to someone: its term runs, the case moves, its holder hears."""

from datetime import datetime

from django.utils import timezone

from casework.services import cases
from partners.acting import acting_actor, moment
from partners.actor import Actor
from partners.models import Role
from partners.news import News, tell
from workflows.formules.local import term_of
from workflows.models import Step
from workflows.terms import end_of_day, end_of_term


def arrive(step: Step) -> None:
    """Save a new step, due at the end of its term, and tell the role that holds it."""
    step.due_at = due_at(step)
    step.save()
    cases.enter_stage(case=step.case, stage=step.flow_task.stage)
    _announce(step, by=acting_actor())


def _announce(step: Step, by: Actor) -> None:
    tell(
        News(
            kind="step",
            case_reference=step.case.reference,
            organisation_id=step.holder_id or 0,
            roles=(Role(step.role),),
            at=moment(),
            by=by,
            link=f"/taken/{step.pk}",
            due_at=step.due_at,
        )
    )


def due_at(step: Step) -> datetime | None:
    """A request brings its own date; a closure ends when the decision says; else the formule."""
    if step.request is not None:
        return step.request.due_at
    if step.flow_task.until is not None:
        last_day = step.flow_task.until(step.case)
        return end_of_day(last_day) if last_day else None
    term = term_of(step)
    if term is None:
        return None
    start = step.flow_task.counts_from(step.case) if step.flow_task.counts_from else None
    start = start or timezone.localdate(moment())
    return end_of_day(end_of_term(start, term.length, is_statutory=term.is_statutory))
