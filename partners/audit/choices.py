"""Whom and what a privacy officer can choose from when filtering the trail."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from partners.actor import Actor
from partners.audit.trail import indexed
from partners.audit.wanted import Wanted
from partners.models import Membership, Organisation, Person

RECENT = 1_000


@dataclass(frozen=True)
class Choosable:
    pk: int
    name: str
    is_own: bool


@dataclass(frozen=True)
class Choices:
    people: list[Choosable]
    organisations: list[tuple[int, str]]
    grounds: list[str]


def choices_for(actor: Actor, chosen: Wanted) -> Choices:
    """Members past and present, whoever and whatever stands in the newest entries, and what is
    chosen already, when it stands in the trail.

    The newest alone, because a list of all that ever stood in a trail costs a walk along all of
    it; the page offers anything else from the line it stands in.
    """
    newest = indexed(actor).order_by("-at", "-number")[:RECENT]
    recent = list(newest.values_list("person", "by", "ground"))
    grounds = {ground for _person, _by, ground in recent if ground}
    return Choices(
        people=_people(actor, {person for person, _by, _ground in recent}, chosen.person_id),
        organisations=_others(actor, {by for _person, by, _ground in recent}, chosen),
        grounds=sorted(grounds | {ground for ground in [chosen.ground] if ground}),
    )


def _people(actor: Actor, recent: set[int], chosen: int | None) -> list[Choosable]:
    is_own = Exists(
        Membership.objects.filter(person=OuterRef("pk"), organisation=actor.organisation)
    )
    stands_in_it = Q(Exists(indexed(actor).filter(person=OuterRef("pk"))), pk=chosen)
    rows = (
        Person.objects.annotate(is_own=is_own)
        .filter(Q(is_own=True) | Q(pk__in=recent) | stands_in_it)
        .order_by("name", "pk")
        .values_list("pk", "name", "is_own")
    )
    return [Choosable(*row) for row in rows]


def _others(actor: Actor, recent: set[int], chosen: Wanted) -> list[tuple[int, str]]:
    stands_in_it = Q(Exists(indexed(actor).filter(by=OuterRef("pk"))), pk=chosen.organisation_id)
    rows = Organisation.objects.filter(Q(pk__in=recent) | stands_in_it)
    found = rows.exclude(pk=actor.organisation_id).order_by("name", "pk")
    return list(found.values_list("pk", "name"))
