"""Fetch a step or an event for an actor, or answer as if it were not there."""

from partners.actor import Actor
from partners.refusals import Hidden
from workflows.models import RegionalEvent, Step


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


def event(actor: Actor, pk: int) -> RegionalEvent:
    """
    :raises Hidden: when there is none, or the actor's organisation does not serve its region.
    """
    rows = RegionalEvent.objects.visible_to(actor).select_related("gemeente", "region")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Hidden("regionalevent", pk)
    return found
