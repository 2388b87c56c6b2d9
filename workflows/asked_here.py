"""What is asked of this actor beside the steps: escalations, referrals, signals of neighbours."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casework.models import Escalation, Referral, SignalReceipt
from partners.actor import Actor
from partners.models import Role

MOST = 50


def asked_here(actor: Actor, today: date) -> dict[str, Any]:
    """For the worklist, in three queries; what is overdue is marked."""
    raised = [(one, one.is_overdue(today)) for one in _escalations(actor)[:MOST]]
    referred = [(one, one.is_overdue(today)) for one in _referrals(actor)[:MOST]]
    return {"escalations": raised, "referrals": referred, "receipts": _receipts(actor)[:MOST]}


def _escalations(actor: Actor) -> "QuerySet[Escalation]":
    """Those to answer; and for who coordinates a case, those it waits for."""
    mine = Q(addressee=actor.organisation) & Q(role__in=["", actor.role])
    if actor.role == Role.COORDINATOR:
        mine |= Q(case__lead=actor.organisation)
    rows = Escalation.objects.visible_to(actor).open().filter(mine, case__closed_at=None)
    return rows.select_related("case", "addressee").order_by("due_on", "raised_at")


def _referrals(actor: Actor) -> "QuerySet[Referral]":
    mine = Q(organisation=actor.organisation)
    if actor.role == Role.COORDINATOR:
        mine |= Q(case__lead=actor.organisation)
    rows = Referral.objects.visible_to(actor).filter(mine, answered_at=None)
    return rows.select_related("case", "organisation").order_by("due_on", "referred_at")


def _receipts(actor: Actor) -> "QuerySet[SignalReceipt]":
    if actor.role != Role.COORDINATOR:
        return SignalReceipt.objects.none()
    rows = SignalReceipt.objects.visible_to(actor).filter(
        gemeente=actor.organisation, answered_at=None
    )
    return rows.select_related("signal__gemeente").order_by("-signal__given_at")
