"""Take a case over: the lead changes, and its open steps go along."""

from datetime import datetime

from viewflow.workflow.status import STATUS

from casework.models import Case, Handover
from casework.services import taking_over
from partners.acting import engine_sees
from partners.actor import Actor
from partners.models import Role
from partners.news import News, tell
from partners.refusals import require
from workflows import policies
from workflows.models import CaseProcess, Step


def accept(*, handover: Handover, actor: Actor, at: datetime) -> Case:
    """
    :raises Refused: when it was offered to another, or that cannot do what the case asks.
    :raises Conflict: when the sender revoked it first, or a colleague answered.
    """
    with engine_sees(handover.case_id):
        process = CaseProcess.objects.get(case_id=handover.case_id)
        with process.flow_class.lock(process.pk):
            require(policies.why_not_take_over(process, handover.receiver, at))
            case = taking_over.accept(handover=handover, actor=actor, at=at)
            _move_steps(handover, actor, at)
    return case


def _move_steps(handover: Handover, actor: Actor, at: datetime) -> None:
    rows = Step.objects.filter(case=handover.case_id, holder=handover.sender, status=STATUS.NEW)
    moved = list(rows)
    rows.update(holder=handover.receiver)
    for step in moved:
        tell(
            News(
                kind="step",
                case_reference=handover.case_reference,
                organisation_id=handover.receiver_id,
                roles=(Role(step.role),),
                at=at,
                by=actor,
                link=f"/taken/{step.pk}",
                due_at=step.due_at,
            )
        )
