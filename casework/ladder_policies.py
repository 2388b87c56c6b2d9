"""Why not? The rules of meetings, escalation and referral; casework.policies has the others."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import AgendaItem, Case, Meeting, MeetingSeat
from casework.policies import why_not_overview
from partners.actor import Actor


def why_not_see_meeting(actor: Actor, meeting: Meeting) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in meeting.invited_ids:
        return _("Uw organisatie is niet uitgenodigd voor dit overleg.")
    return None


def why_not_see_agenda_item(actor: Actor, item: AgendaItem) -> str | None:
    if (refusal := why_not_see_meeting(actor, item.meeting)) is not None:
        return refusal
    if actor.organisation_id not in item.case.party_ids:
        return _("Uw organisatie neemt niet deel aan deze zaak.")
    return None


def why_not_plan(actor: Actor) -> str | None:
    if not actor.reads_cases:
        return _("Alleen wie aan zaken werkt, plant een overleg.")
    return None


def why_not_change_meeting(actor: Actor, meeting: Meeting) -> str | None:
    if not actor.reads_cases or actor.organisation_id != meeting.convenor_id:
        return _("Alleen de organisatie die uitnodigt, verandert dit overleg.")
    return why_not_open(meeting)


def why_not_open(meeting: Meeting) -> str | None:
    if meeting.cancelled_at is not None:
        return _("Dit overleg gaat niet door.")
    if meeting.held_at is not None:
        return _("Dit overleg is al gehouden.")
    return None


def why_not_hold(actor: Actor, meeting: Meeting, at: datetime) -> str | None:
    if (refusal := why_not_change_meeting(actor, meeting)) is not None:
        return refusal
    if timezone.localdate(at) < timezone.localdate(meeting.starts_at):
        return _("De dag van dit overleg moet nog komen.")
    return None


def why_not_come(actor: Actor, seat: MeetingSeat) -> str | None:
    if not actor.reads_cases or actor.organisation_id != seat.organisation_id:
        return _("Alleen de organisatie zelf zegt wie er komt.")
    return why_not_open(seat.meeting)


def why_not_use_agenda(actor: Actor, case: Case) -> str | None:
    """Whether the actor may put this case on any agenda at all."""
    if (refusal := why_not_overview(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None


def why_not_put_on_agenda(actor: Actor, meeting: Meeting, case: Case) -> str | None:
    if (refusal := why_not_use_agenda(actor, case)) is not None:
        return refusal
    if (refusal := why_not_see_meeting(actor, meeting)) is not None:
        return refusal
    return why_not_open(meeting)


def why_not_agree_at(actor: Actor, meeting: Meeting, case: Case) -> str | None:
    """Whether a commitment in this case may be said to come from that meeting."""
    if not AgendaItem.objects.visible_to(actor).filter(meeting=meeting, case=case).exists():
        return _("Deze zaak stond niet op de agenda van dat overleg.")
    return None


def why_not_note_outcome(actor: Actor, item: AgendaItem) -> str | None:
    if (refusal := why_not_see_agenda_item(actor, item)) is not None:
        return refusal
    if (refusal := why_not_overview(actor, item.case)) is not None:
        return refusal
    if item.meeting.held_at is None:
        return _("Dit overleg is nog niet gehouden.")
    if item.outcome:
        return _("De uitkomst is al vastgelegd.")
    return None
