"""Why not? Each rule answers with None, or with a plain sentence for the person."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.models import Membership, Region, Role, ServiceArea
from partners.models.membership import CASE_ROLES


def why_not_view_trail(actor: Actor) -> str | None:
    """Its twin is `TrailEntry` through `partners.audit.trail.visible_to`."""
    if actor.role != Role.PRIVACY_OFFICER:
        return _(
            "Het auditspoor van uw organisatie ziet alleen haar functionaris gegevensbescherming."
        )
    return None


def why_not_change_desks(actor: Actor) -> str | None:
    """Whether the actor keeps desks at all."""
    if actor.role != Role.ADMINISTRATOR:
        return _("Alleen een functioneel beheerder legt aanspreekpunten vast.")
    return None


def why_not_keep_desks(actor: Actor, region: Region, at: datetime) -> str | None:
    return why_not_change_desks(actor) or why_not_serve(actor, region.pk, at)


def why_not_serve(actor: Actor, region: int | None, at: datetime) -> str | None:
    """Whether the actor's organisation works in the region on that day; in none, nobody does."""
    areas = ServiceArea.objects.in_force(timezone.localdate(at))
    if not areas.filter(organisation=actor.organisation_id, region=region).exists():
        return _("Uw organisatie werkt niet in deze regio.")
    return None


def why_not_see_clearances(actor: Actor) -> str | None:
    if actor.role not in (Role.ADMINISTRATOR, Role.PRIVACY_OFFICER):
        return _(
            "Wie voor welk thema is aangewezen, zien de functioneel beheerder en de functionaris "
            "gegevensbescherming."
        )
    return None


def why_not_name(actor: Actor) -> str | None:
    """Whether the actor names people at all."""
    if actor.role != Role.ADMINISTRATOR:
        return _("Alleen een functioneel beheerder wijst mensen voor een thema aan.")
    return None


def why_not_clear(actor: Actor, membership: Membership) -> str | None:
    """Nobody names himself: somebody else is to look at it."""
    if (refusal := why_not_name(actor)) is not None:
        return refusal
    if membership.organisation_id != actor.organisation_id:
        return _("U wijst alleen mensen van uw eigen organisatie aan.")
    if membership.person_id == actor.person.pk:
        return _("U kunt uzelf niet aanwijzen: vraag een andere functioneel beheerder.")
    if membership.role not in CASE_ROLES:
        return _("In deze rol ziet niemand zaken; een aanwijzing verandert daar niets aan.")
    return None
