"""Everybody of the demo region who may come near a case, and what each is offered."""

from functools import cache

from django.utils import timezone

from casework.models import Case
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership
from partners.models.membership import CASE_ROLES
from workflows.models import Step


@cache
def everybody() -> tuple[Actor, ...]:
    rows = Membership.objects.in_force(timezone.localdate()).filter(role__in=CASE_ROLES)
    return tuple(Actor(row) for row in rows.select_related("person", "organisation").order_by("pk"))


def offered(case: Case) -> list[tuple[Actor, Step]]:
    """Each open step with everybody whose worklist has it."""
    found = []
    for actor in everybody():
        if actor.organisation_id not in case.party_ids:
            continue
        with acting_as(actor):
            steps = Step.objects.for_hand_of(actor).filter(case=case)
            found += [
                (actor, step)
                for step in steps.select_related("case", "process__formule_version", "request")
            ]
    return found
