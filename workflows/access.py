"""Fetch a step for an actor, or answer as if it were not there."""

from partners.actor import Actor
from partners.refusals import Hidden
from workflows.models import Step


def step(actor: Actor, pk: int) -> Step:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Step.objects.visible_to(actor).human()
    found = rows.select_related(
        "case__lead", "holder", "process__formule_version", "request__asker", "done_by__person"
    )
    one: Step | None = found.filter(pk=pk).first()
    if one is None:
        raise Hidden("step", pk)
    return one
