"""Why not? The rules of the regional calendar of events; see casework.policies for the form."""

from django.utils.translation import gettext as _

from partners.acting import moment
from partners.actor import Actor
from partners.models import Kind, Region, Role
from partners.models.membership import CASE_ROLES
from partners.policies import why_not_serve
from workflows.models import ClashRuling, RegionalEvent, Service

READERS = CASE_ROLES | {Role.SECRETARY}


def why_not_see_event(actor: Actor, event: RegionalEvent) -> str | None:
    return why_not_serve(actor, event.region_id, moment())


def why_not_see_ruling(actor: Actor, ruling: ClashRuling) -> str | None:
    return why_not_see_event(actor, ruling.event)


def why_not_set_event_terms(actor: Actor) -> str | None:
    if actor.role != Role.ADMINISTRATOR or actor.organisation.kind != Kind.GEMEENTE:
        return _("Alleen de functioneel beheerder van een gemeente legt haar termijnen vast.")
    return None


def why_not_set_capacity(actor: Actor) -> str | None:
    """Each service says itself what it can give: the kinds of partner have the same names."""
    if actor.role != Role.LIAISON or actor.organisation.kind not in Service.values:
        return _("Alleen een liaison van politie, brandweer of GHOR legt haar inzet vast.")
    return None


def why_not_set_capacity_in(actor: Actor, region: Region) -> str | None:
    return why_not_set_capacity(actor) or why_not_serve(actor, region.pk, moment())


def why_not_open_calendar(actor: Actor) -> str | None:
    if actor.role not in READERS:
        return _("De evenementenkalender is voor wie aan zaken werkt, en voor secretarissen.")
    return None


def why_not_reserve(actor: Actor) -> str | None:
    if actor.role != Role.COORDINATOR or actor.organisation.kind != Kind.GEMEENTE:
        return _("Alleen een IV-coördinator van een gemeente reserveert voor een evenement.")
    return None


def why_not_change_event(actor: Actor, event: RegionalEvent) -> str | None:
    if (refusal := why_not_reserve(actor)) is not None:
        return refusal
    if event.gemeente_id != actor.organisation_id:
        return _("Alleen de gemeente van het evenement verandert de reservering.")
    if not event.is_standing:
        return _("Dit evenement is vervallen. Maak een nieuwe reservering.")
    return None


def why_not_rule_on_clash(actor: Actor, event: RegionalEvent) -> str | None:
    """A ruling is put on record from the page of one's own event."""
    if actor.role not in (Role.COORDINATOR, Role.DECISION_MAKER):
        return _("Alleen een IV-coördinator of burgemeester legt vast hoe een botsing is opgelost.")
    if event.gemeente_id != actor.organisation_id:
        return _("Alleen een gemeente van een van beide evenementen legt dit vast.")
    return None
