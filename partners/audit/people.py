"""Whom a privacy officer can choose when filtering the trail."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from partners.actor import Actor
from partners.audit.trail import visible_to
from partners.models import Membership, Person

RECENT = 1_000


@dataclass(frozen=True)
class Choosable:
    pk: int
    name: str
    is_own: bool


def choosable_people(actor: Actor, chosen: int | None) -> list[Choosable]:
    """Members past and present, whoever stands in the newest entries, and who is chosen already.

    The newest alone, because a list of all who ever stood in a trail costs a walk along all of it;
    the page offers anyone else from the line they stand in.
    """
    trail = visible_to(actor)
    recent = trail.order_by("-entry").values("entry__person")[:RECENT]
    is_own = Exists(
        Membership.objects.filter(person=OuterRef("pk"), organisation=actor.organisation)
    )
    stands_in_it = Q(Exists(trail.filter(entry__person=OuterRef("pk"))), pk=chosen)
    rows = (
        Person.objects.annotate(is_own=is_own)
        .filter(Q(is_own=True) | Q(pk__in=recent) | stands_in_it)
        .order_by("name", "pk")
        .values_list("pk", "name", "is_own")
    )
    return [Choosable(*row) for row in rows]
