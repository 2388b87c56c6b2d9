"""What the page of a case shows of meetings and of the ladder, each through its own filter."""

from typing import Any

from django.utils import timezone

from casework import ladder_policies, waterbed_policies
from casework.models import (
    AgendaItem,
    Case,
    Escalation,
    Level,
    Referral,
    StepDown,
    WaterbedOrigin,
)
from partners.acting import moment
from partners.actor import Actor
from partners.models import Kind


def ladder_of(actor: Actor, case: Case) -> dict[str, Any]:
    """Events of the ladder in their order, each with the name of its template."""
    raised = Escalation.objects.visible_to(actor).filter(case=case)
    up = list(raised.select_related("addressee", "answered_by__person"))
    down = list(StepDown.objects.visible_to(actor).filter(case=case))
    aside = Referral.objects.visible_to(actor).filter(case=case).select_related("organisation")
    today = timezone.localdate(moment())
    events: list[tuple[Any, str, Any, bool]] = [
        *((one.raised_at, "escalation", one, one.is_overdue(today)) for one in up),
        *((one.done_at, "step_down", one, False) for one in down),
        *((one.referred_at, "referral", one, one.is_overdue(today)) for one in aside),
    ]
    level = _level(up, down)
    items = AgendaItem.objects.visible_to(actor).filter(case=case).select_related("meeting")
    is_lead = actor.organisation_id == case.lead_id
    given = WaterbedOrigin.objects.filter(case=case).select_related("signal")
    return {
        "has_signals": is_lead and actor.organisation.kind == Kind.GEMEENTE,
        "signals": given if is_lead else [],
        "why_not_signal": waterbed_policies.why_not_signal(actor, case),
        "agenda_items": items,
        "why_not_agenda": ladder_policies.why_not_use_agenda(actor, case),
        "ladder": [one[1:] for one in sorted(events, key=lambda one: one[0])],
        "level": level,
        "why_not_climb": ladder_policies.why_not_climb(actor, case),
        "why_not_step_down": ladder_policies.why_not_step_down(actor, case, level, None),
    }


def _level(up: list[Escalation], down: list[StepDown]) -> Level:
    """As services.escalations.level_of, of what was fetched already."""
    if not up:
        return Level.OWN
    if down and down[-1].done_at >= up[-1].raised_at:
        return Level(down[-1].to_level)
    return Level(up[-1].to_level)
