"""Why not? The rules of meetings, escalation and referral; casework.policies has the others."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import (
    AgendaItem,
    Case,
    Escalation,
    Level,
    Meeting,
    MeetingSeat,
    Referral,
    StepDown,
)
from casework.policies import why_not_overview, why_not_take_part
from partners.actor import Actor
from partners.models import Membership, Organisation, Role
from partners.models.membership import CASE_ROLES


def why_not_see_meeting(actor: Actor, meeting: Meeting) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in meeting.invited_ids:
        return _("Uw organisatie is niet uitgenodigd voor dit overleg.")
    return None


def why_not_see_agenda_item(actor: Actor, item: AgendaItem) -> str | None:
    if (refusal := why_not_see_meeting(actor, item.meeting)) is not None:
        return refusal
    return why_not_take_part(actor, item.case)


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


def why_not_see_escalation(actor: Actor, escalation: Escalation) -> str | None:
    if (refusal := why_not_take_part(actor, escalation.case)) is not None:
        return refusal
    if escalation.addressee_id == actor.organisation_id:
        return None
    return why_not_overview(actor, escalation.case)


def why_not_see_step_down(actor: Actor, step: StepDown) -> str | None:
    return why_not_overview(actor, step.case)


def why_not_see_referral(actor: Actor, referral: Referral) -> str | None:
    if (refusal := why_not_take_part(actor, referral.case)) is not None:
        return refusal
    if referral.organisation_id == actor.organisation_id:
        return None
    return why_not_overview(actor, referral.case)


def why_not_climb(actor: Actor, case: Case) -> str | None:
    """Whether the actor may escalate, step down or refer this case at all."""
    if actor.organisation_id != case.lead_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van de regiehouder schaalt op of af en verwijst door.")
    if actor.organisation_id not in case.party_ids:
        return _("Uw organisatie neemt niet deel aan deze zaak.")
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None


def why_not_escalate(actor: Actor, case: Case, now_on: Level, to: Level) -> str | None:
    if (refusal := why_not_climb(actor, case)) is not None:
        return refusal
    if to.height <= now_on.height:
        return _("Opschalen kan alleen naar een hogere trede dan de huidige.")
    return None


def why_not_step_down(actor: Actor, case: Case, now_on: Level, to: Level | None) -> str | None:
    """`to` is None to ask whether there is anything to step down from."""
    if (refusal := why_not_climb(actor, case)) is not None:
        return refusal
    if now_on.height == 0:
        return _("Deze zaak is niet opgeschaald.")
    if to is not None and to.height >= now_on.height:
        return _("Afschalen kan alleen naar een lagere trede dan de huidige.")
    return None


def why_not_address(organisation: Organisation, role: str, at: datetime) -> str | None:
    """Secretaries see no case: a desk that may answer needs someone who does."""
    roles = {role} if role else CASE_ROLES
    holders = Membership.objects.in_force(timezone.localdate(at)).filter(
        organisation=organisation, role__in=roles, person__is_active=True
    )
    if not holders.exists():
        return _("Bij %(name)s is niemand die in deze rol een zaak mag zien.") % {
            "name": organisation.name
        }
    return None


def why_not_be_asked(actor: Actor, escalation: Escalation) -> str | None:
    """Whether the answer is this actor's to give at all."""
    if not actor.reads_cases or actor.organisation_id != escalation.addressee_id:
        return _("Alleen de organisatie aan wie het besluit is gevraagd, antwoordt.")
    if escalation.role and actor.role != escalation.role:
        return _("Het besluit is gevraagd aan een andere rol: %(role)s.") % {
            "role": escalation.get_role_display()
        }
    return why_not_take_part(actor, escalation.case)


def why_not_answer_escalation(actor: Actor, escalation: Escalation) -> str | None:
    if (refusal := why_not_be_asked(actor, escalation)) is not None:
        return refusal
    return why_not_open_escalation(escalation)


def why_not_open_escalation(escalation: Escalation) -> str | None:
    if escalation.answered_at is not None:
        return _("Deze opschaling is al beantwoord.")
    if escalation.withdrawn_at is not None:
        return _("Deze opschaling is ingetrokken.")
    return None


def why_not_tell_of_referral(actor: Actor, referral: Referral) -> str | None:
    """Whether the feedback is this actor's to give at all."""
    if (refusal := why_not_see_referral(actor, referral)) is not None:
        return refusal
    if referral.organisation_id == actor.organisation_id:
        return None
    if referral.case.lead_id == actor.organisation_id and actor.role == Role.COORDINATOR:
        return None
    return _("Alleen wie de zaak kreeg, of de regiehouder namens deze, koppelt terug.")


def why_not_feed_back(actor: Actor, referral: Referral) -> str | None:
    if (refusal := why_not_tell_of_referral(actor, referral)) is not None:
        return refusal
    if referral.answered_at is not None:
        return _("Over deze doorverwijzing is al teruggekoppeld.")
    return None
