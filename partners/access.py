"""Fetch for a person, or answer as if it were not there."""

from collections.abc import Iterable

from partners.actor import Actor
from partners.models import Clearance, Membership
from partners.policies import why_not_see_clearances
from partners.refusals import Hidden


def own_membership(mine: Iterable[Membership], key: str) -> Membership:
    """The one of `mine` with that key.

    :raises Hidden: when there is none: another's, an ended one and nonsense look the same.
    """
    for membership in mine:
        if str(membership.pk) == key:
            return membership
    # What someone typed is no number of ours, and has no place in a trail.
    raise Hidden("membership", key if key.isascii() and key.isdecimal() else "")


def clearance(actor: Actor, pk: int) -> Clearance:
    """One of the own organisation that did not end, for who may know of these.

    :raises Hidden: when there is none.
    """
    if why_not_see_clearances(actor) is not None:
        raise Hidden("clearance", pk)
    rows = Clearance.objects.open().filter(membership__organisation=actor.organisation_id)
    found = rows.select_related("membership__person", "membership__organisation").filter(pk=pk)
    for one in found:
        return one
    raise Hidden("clearance", pk)
