"""Why not? Each rule answers with None, or with a plain sentence for the person."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.models import Region, Role, ServiceArea


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
    if (refusal := why_not_change_desks(actor)) is not None:
        return refusal
    areas = ServiceArea.objects.in_force(timezone.localdate(at))
    if not areas.filter(organisation=actor.organisation_id, region=region).exists():
        return _("Uw organisatie werkt niet in deze regio.")
    return None
