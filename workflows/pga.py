"""Whose step and which day it is in a persoonsgerichte aanpak."""

from datetime import date

from django.utils import timezone

from casework.models import AgendaItem, Case, Request
from partners.acting import acting_actor, moment
from partners.models import Kind, Membership
from workflows.models import CaseTerm, TriageMoment

THEME = "pga"
REVIEWS = ("review_3m", "review_6m")


def next_triage(case: Case) -> date | None:
    """Of what comes in now; a report that was supplemented waits for the next as well."""
    now = moment()
    agreed = TriageMoment.objects.of(case.region, THEME, timezone.localdate(now)).first()
    return agreed.next_after(now) if agreed else None


def agenda_item(case: Case) -> AgendaItem | None:
    """Of the meeting to which the Zorg- en Veiligheidshuis invited last."""
    items = case.agenda_items.filter(
        meeting__convenor__kind=Kind.ZVH, meeting__cancelled_at__isnull=True
    )
    return items.select_related("meeting").order_by("-put_at", "-pk").first()


def meeting_on(case: Case) -> date | None:
    """The last day of the requests: each was asked to bring its part to the meeting."""
    last = case.requests.order_by("-asked_at", "-pk").first()
    return timezone.localdate(last.first_due_at) if last else None


def review_on(case: Case) -> date | None:
    running = CaseTerm.objects.running().filter(case=case, code__in=REVIEWS)
    return running.values_list("due_on", flat=True).first()


def case_director(case: Case, request: Request | None) -> int:
    """The organisation of the casusregisseur: of the newest plan, which its maker alone can read.

    :raises LookupError: when there is no plan.
    """
    actor = acting_actor()
    plans = case.contributions.filter(kind="plan", organisation=actor.organisation)
    plan = plans.order_by("-created_at", "-pk").first()
    for item in plan.content if plan else []:
        if item["name"] == "director":
            return Membership.objects.get(pk=item["value"]).organisation_id
    for step in case.steps.order_by("-pk"):
        if step.flow_task.name == "carry_out":
            return int(step.holder_id)
    raise LookupError("no plan names a casusregisseur")
