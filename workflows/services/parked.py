"""Move a case on from a step that is no more, and hand such steps to who leads."""

from viewflow.workflow.status import STATUS

from partners.models import Role
from workflows.models import Step
from workflows.services.deed import Deed


def move_on(deed: Deed) -> str:
    """The reason is kept; the step that was chosen comes next."""
    deed.contribute()
    return deed.form.outcome()


def park_lost_steps() -> int:
    """Give each open step without a node to the coordinator of its case; returns how many.

    For the owner of the database, after a release: no partner can do what is no more.
    """
    lost = [
        step.pk
        for step in Step.objects.human().filter(status=STATUS.NEW).iterator()
        if step.is_parked
    ]
    rows = Step.objects.filter(pk__in=lost)
    for step in rows.select_related("case"):
        step.holder_id = step.case.lead_id
        step.role = Role.COORDINATOR
        step.mandate = ""
        step.save(update_fields=["holder", "role", "mandate"])
    return len(lost)
