"""Why not hand a case over, take it, or let a partner go? See casework.policies for the form."""

from datetime import date

from django.utils.translation import gettext as _

from casework.models import Case, Handover, Part, Participation, Request
from casework.models.handover import able_to_lead
from casework.policies import why_not_come_near, why_not_overview
from partners.actor import Actor
from partners.models import Organisation, Role


def why_not_see_handover(actor: Actor, handover: Handover) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in (handover.sender_id, handover.receiver_id):
        return _("Deze overdracht gaat tussen andere partners.")
    return why_not_come_near(actor, handover.needs_clearance)


def why_not_hand_over(actor: Actor, case: Case) -> str | None:
    if actor.organisation_id != case.lead_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van de regiehouder draagt de zaak over.")
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if case.handovers.offered().exists():
        return _("De zaak is al aangeboden. Trek dat aanbod eerst in.")
    return None


def why_not_receive(case: Case, receiver: Organisation, on: date) -> str | None:
    if not able_to_lead(case, on).filter(pk=receiver.pk).exists():
        return _("Deze organisatie kan de regie van deze zaak niet voeren.")
    return None


def why_not_answer_offer(actor: Actor, handover: Handover) -> str | None:
    if actor.organisation_id != handover.receiver_id or actor.role != Role.COORDINATOR:
        return _("Alleen een coördinator van de ontvanger beslist over dit aanbod.")
    return None


def why_not_revoke(actor: Actor, handover: Handover) -> str | None:
    if actor.organisation_id != handover.sender_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van wie aanbood, trekt het aanbod in.")
    return None


def why_not_see_participation(actor: Actor, participation: Participation) -> str | None:
    """One's own, and all with the overview."""
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if participation.organisation_id == actor.organisation_id:
        return why_not_come_near(actor, participation.needs_clearance)
    return why_not_overview(actor, participation.case)


def why_not_end_participation(actor: Actor, participation: Participation) -> str | None:
    """By the lead, or by the partner itself, once it answered what it was asked."""
    case = participation.case
    if (refusal := why_not_part_with(actor, case, participation)) is not None:
        return refusal
    asked = case.requests.filter(asked=participation.organisation_id)
    if asked.filter(status=Request.Status.OPEN).exists():
        return _("Er staat nog een verzoek open bij deze partner.")
    return None


def why_not_part_with(actor: Actor, case: Case, participation: Participation) -> str | None:
    """Who may end which part at all; the lead is handed over instead."""
    is_own = participation.organisation_id == actor.organisation_id
    leads = case.lead_id == actor.organisation_id and actor.role == Role.COORDINATOR
    if participation.part == Part.LEAD:
        return _("De regiehouder kan niet weg; draag de zaak over.")
    if not leads and not (is_own and actor.role in (Role.COORDINATOR, Role.LIAISON)):
        return _("Alleen de regiehouder of de partner zelf beëindigt deze deelname.")
    if participation.until is not None:
        return _("Deze deelname is al beëindigd.")
    return None
