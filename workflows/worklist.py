"""What someone has to do, and whom they wait for; a fixed number of queries, however much."""

from django.db.models import QuerySet
from viewflow.workflow.status import STATUS

from casework.models import Commitment, Extension, Handover, Request
from partners.actor import Actor
from partners.models import Role
from workflows.models import Step


def to_do(actor: Actor) -> "QuerySet[Step]":
    """The oldest danger first: what is or falls due soonest stands on top."""
    rows = Step.objects.for_hand_of(actor).select_related("case__lead")
    return rows.order_by("due_at", "created", "pk")


def waiting_for_others(actor: Actor) -> "QuerySet[Step]":
    """Open steps of others in the cases this organisation leads.

    None is left in a closed case; saying so lets the database begin with the few that are open.
    """
    rows = Step.objects.visible_to(actor).human().filter(status=STATUS.NEW)
    led = rows.filter(case__lead=actor.organisation, case__closed_at=None).exclude(
        holder=actor.organisation, role=actor.role
    )
    return led.select_related("case", "holder").order_by("due_at", "created", "pk")


def extensions_to_settle(actor: Actor) -> "QuerySet[Extension]":
    if actor.role != Role.COORDINATOR:
        return Extension.objects.none()
    asked = Request.objects.visible_to(actor).filter(asker=actor.organisation)
    rows = Extension.objects.filter(request__in=asked, status=Extension.Status.ASKED)
    return rows.select_related("request__case", "request__asked")


def commitments_to_settle(actor: Actor) -> "QuerySet[Commitment]":
    rows = Commitment.objects.visible_to(actor).filter(
        party=actor.organisation,
        status__in=[Commitment.Status.PROPOSED, Commitment.Status.ACCEPTED],
    )
    return rows.select_related("case")


def offers_to_answer(actor: Actor) -> "QuerySet[Handover]":
    """Cases whose lead others offer; only what stands in the offer is known of them."""
    if actor.role != Role.COORDINATOR:
        return Handover.objects.none()
    rows = Handover.objects.visible_to(actor).offered().filter(receiver=actor.organisation)
    return rows.select_related("sender")
