"""Why not? Each rule answers with None, or with a plain sentence for the person."""

from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.models import Role


def why_not_view_throughput(actor: Actor) -> str | None:
    """Its twin is the database function `throughput`, which asks the same of the membership."""
    if actor.role == Role.PRIVACY_OFFICER:
        return _(
            "Een functionaris gegevensbescherming ziet het auditspoor en geen doorstroomcijfers."
        )
    return None
