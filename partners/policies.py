"""Why not? Each rule answers with None, or with a plain sentence for the person."""

from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.models import Role


def why_not_view_trail(actor: Actor) -> str | None:
    """Its twin is `TrailEntry` through `partners.audit.trail.visible_to`."""
    if actor.role != Role.PRIVACY_OFFICER:
        return _(
            "Het auditspoor van uw organisatie ziet alleen haar functionaris gegevensbescherming."
        )
    return None
