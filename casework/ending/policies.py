"""Who looks ahead to what ends."""

from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.models import Role

LOOKING_AHEAD = frozenset(
    {Role.COORDINATOR, Role.LIAISON, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR}
)


def why_not_look_ahead(actor: Actor) -> str | None:
    """The administrator sees people alone: the database shows it no case."""
    if actor.role not in LOOKING_AHEAD:
        return _("Wat er eindigt, zien wie antwoorden namens de organisatie, de FG en het beheer.")
    return None
