"""What happens when a step comes to someone: its term runs, the case moves, its holder hears."""

from datetime import date, datetime, time

from django.utils import timezone

from casework.services import cases
from partners.acting import acting_actor, moment
from partners.actor import Actor
from partners.models import Role
from partners.news import News, tell
from workflows.equalled_days import equalled_days
from workflows.models import Step
from workflows.terms import Term, Unit, end_of_day, reckon


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
        return _moment(step.flow_task.until(step.case))
    said = step.process.formule.terms.get(step.flow_task.name)
    if said is None:
        return None
    term = Term(
        said.length,
        is_statutory=said.is_statutory,
        is_backward=said.is_backward,
        is_exempt=said.is_exempt,
    )
    start = _start(step, term)
    return None if start is None else _moment(reckon(term, start, equalled_days()).end)


def _start(step: Step, term: Term) -> date | datetime | None:
    """What the term counts from: the event of one that counts back, else also its arrival."""
    start = step.flow_task.counts_from(step.case) if step.flow_task.counts_from else None
    in_hours = term.length.unit == Unit.HOURS
    if start is None:
        if term.is_backward:
            return None
        return moment() if in_hours else timezone.localdate(moment())
    if in_hours and not isinstance(start, datetime):
        return timezone.make_aware(datetime.combine(start, time()))
    return start


def _moment(end: date | datetime | None) -> datetime | None:
    """A day lasts until its last second; a moment stays as it is."""
    return end if end is None or isinstance(end, datetime) else end_of_day(end)
