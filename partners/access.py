"""Fetch for a person, or answer as if it were not there."""

from collections.abc import Iterable

from partners.models import Membership
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
