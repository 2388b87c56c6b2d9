"""What happens when a step comes to someone: its term runs, the case moves, its holder hears."""

from datetime import date, datetime, time

from django.utils import timezone
from viewflow.workflow.status import STATUS

from casework.services import cases
from partners.acting import acting_actor, moment
from partners.actor import Actor
from partners.models import Role
from partners.news import News, tell
from workflows.equalled_days import equalled_days
from workflows.formules.local import term_of
from workflows.models import CaseTerm, Step
from workflows.terms import Reckoning, Term, Unit, end_of_day, reckon


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


def due_at(step: Step, *, came: datetime | None = None) -> datetime | None:
    """A request brings its own date; a closure ends when the decision says; else the formule.

    `came` is when the step arrived: now, if not given.
    """
    if step.request is not None:
        return step.request.due_at
    if step.flow_task.until is not None:
        return _moment(step.flow_task.until(step.case))
    found = _reckoned(step, came or moment())
    return _moment(found.end) if found else None


def why_due(step: Step) -> tuple[str, ...]:
    """The rules that made the date of a term of the formule; nothing where others set it."""
    if step.due_at is None or step.request is not None or step.flow_task.until is not None:
        return ()
    found = _reckoned(step, step.created)
    # Who may not read what it counts from gets no reckoning that is not the one it was due by.
    is_same = found is not None and _moment(found.end) == step.due_at
    return found.explanation if found and is_same else ()


def _reckoned(step: Step, came: datetime) -> Reckoning | None:
    said = term_of(step, timezone.localdate(came))
    if said is None:
        return None
    term = Term(
        said.length,
        is_statutory=said.is_statutory,
        is_backward=said.is_backward,
        is_exempt=said.is_exempt,
    )
    start = _start(step, term, came)
    return None if start is None else reckon(term, start, equalled_days())


def follow(term: CaseTerm) -> list[Step]:
    """Move the open steps that last as long as this term of their case, and return them."""
    moved = []
    for step in Step.objects.filter(case=term.case_id, status=STATUS.NEW, holder__isnull=False):
        if getattr(step.flow_task.until, "term_code", None) == term.code:
            step.due_at = due_at(step)
            step.save(update_fields=["due_at"])
            moved.append(step)
    return moved


def _start(step: Step, term: Term, came: datetime) -> date | datetime | None:
    """What the term counts from: the event of one that counts back, else also its arrival."""
    start = step.flow_task.counts_from(step.case) if step.flow_task.counts_from else None
    in_hours = term.length.unit == Unit.HOURS
    if start is None:
        if term.is_backward:
            return None
        return came if in_hours else timezone.localdate(came)
    if in_hours and not isinstance(start, datetime):
        return timezone.make_aware(datetime.combine(start, time()))
    return start  # type: ignore[no-any-return]  # a node of viewflow is untyped


def _moment(end: date | datetime | None) -> datetime | None:
    """A day lasts until its last second; a moment stays as it is."""
    return end if end is None or isinstance(end, datetime) else end_of_day(end)
