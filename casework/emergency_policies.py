"""Why not in an emergency? Who opens what is closed, who reads it then, and who judges it."""

from datetime import datetime

from django.utils.translation import gettext as _

from casework.models import Case, Emergency
from casework.models.emergency import MOST_UNJUDGED, NEVER_IN
from casework.policies import why_not_come_near, why_not_overview
from partners.actor import Actor
from partners.models import Role


def why_not_see_emergency(actor: Actor, emergency: Emergency) -> str | None:
    if not actor.reads_trail:
        return _("In uw rol ziet u geen noodtoegang.")
    if actor.organisation_id not in (emergency.viewer_id, emergency.owner_id):
        return _("Deze noodtoegang gaat tussen andere partners.")
    return why_not_come_near(actor, emergency.needs_clearance) if actor.reads_cases else None


def why_not_open_in_emergency(actor: Actor, case: Case) -> str | None:
    if (refusal := why_not_overview(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if case.is_restricted or case.theme in NEVER_IN:
        return _("In een afgeschermde zaak bestaat geen noodtoegang. Bel het aanspreekpunt.")
    unjudged = Emergency.objects.unjudged().filter(person=actor.person)
    if unjudged.count() >= MOST_UNJUDGED:
        return _(
            "Over %(number)s keer noodtoegang van u is nog niet geoordeeld. Vraag de functionaris "
            "gegevensbescherming van de houder om een oordeel."
        ) % {"number": MOST_UNJUDGED}
    return None


def why_not_look_in_emergency(actor: Actor, emergency: Emergency, at: datetime) -> str | None:
    """One's own alone; the second wall asks the same, and of the thing as it is now."""
    if emergency.person_id != actor.person.pk or emergency.viewer_id != actor.organisation_id:
        return _("Alleen wie de noodtoegang nam, leest wat erachter zit.")
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if not emergency.opens:
        return _("Dit blijft ook in nood gesloten. Bel de houder: die heeft bericht.")
    if not emergency.is_running(at):
        return _("De noodtoegang is voorbij.")
    return None


def why_not_answer_for(actor: Actor, emergency: Emergency) -> str | None:
    """Whether judging is this actor's at all."""
    if actor.role != Role.PRIVACY_OFFICER or actor.organisation_id != emergency.owner_id:
        return _("Alleen de functionaris gegevensbescherming van de houder oordeelt hierover.")
    return None


def why_not_judge(actor: Actor, emergency: Emergency) -> str | None:
    if (refusal := why_not_answer_for(actor, emergency)) is not None:
        return refusal
    if emergency.judged_at is not None:
        return _("Over deze noodtoegang is al geoordeeld.")
    return None


def why_not_end_emergency(actor: Actor, emergency: Emergency, at: datetime) -> str | None:
    is_own = emergency.person_id == actor.person.pk and actor.reads_cases
    if not is_own and why_not_answer_for(actor, emergency) is not None:
        return _(
            "Alleen wie de noodtoegang nam, of de functionaris gegevensbescherming van de houder, "
            "beëindigt haar."
        )
    if not emergency.is_running(at):
        return _("De noodtoegang is voorbij.")
    return None
