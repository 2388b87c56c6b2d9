"""To whom what is secret may go, and on which ground: whom art. 28 Wet Bibob names."""

from django.utils.translation import gettext as _

from casework.models import Contribution, Subject
from partners.models import Ground, Kind, Organisation

NAMED = {
    "bibob-28-2-c": frozenset({Kind.POLITIE, Kind.OM}),
    "bibob-28-2-d": frozenset({Kind.RIEC}),
}
"""By the code of the ground: the driehoek, and the partners in the RIEC."""


def why_not_give_secret(
    thing: Contribution | Subject, receiver: Organisation, ground: Ground
) -> str | None:
    if not isinstance(thing, Contribution) or not thing.is_secret:
        return None
    if receiver.kind not in NAMED.get(ground.code, frozenset()):
        return _(
            "Dit is geheim: het gaat alleen naar wie artikel 28 van de Wet Bibob noemt, op die "
            "grondslag (de driehoek of het RIEC)."
        )
    return None
