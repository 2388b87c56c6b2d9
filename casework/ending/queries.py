"""What ends within a month, of one's own organisation: a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Q

from partners.actor import Actor
from partners.clock import moment, today
from partners.models import Clearance, Mandate, Membership
from partners.policies import why_not_see_clearances

AHEAD = timedelta(days=30)
COLUMNS = (
    *("kind", "object_id", "case_reference", "other", "is_holder"),
    *("is_renewable", "information_class", "ends_at"),
)


@dataclass(frozen=True)
class Ending:
    """A disclosure or a participation: between which two, until when, and nothing of contents.

    The holder is who gave it, or who leads the case.
    """

    kind: str
    object_id: str
    case_reference: str
    other: str
    is_holder: bool
    is_renewable: bool
    information_class: str
    ends_at: datetime


@dataclass(frozen=True)
class Ahead:
    given: list[Ending]
    received: list[Ending]
    participations: list[Ending]
    clearances: list[Clearance]
    memberships: list[Membership]
    mandates: list[Mandate]

    @property
    def is_empty(self) -> bool:
        return not any(vars(self).values())


def ahead(actor: Actor) -> Ahead:
    """As far as the actor may see; whoever works no case and reads no trail sees people alone.

    Who is named for a theme is for who sees that elsewhere; of itself anybody sees it.
    """
    found = _endings()
    disclosed = [one for one in found if one.kind == "disclosure"]
    soon = Q(valid_until__gt=today(), valid_until__lte=today() + AHEAD)
    mine = actor.organisation_id
    named = Clearance.objects.open().filter(soon, membership__organisation=mine)
    if why_not_see_clearances(actor) is not None:
        named = named.filter(membership__person=actor.person)
    members = Membership.objects.filter(soon, organisation=mine)
    mandates = Mandate.objects.filter(Q(giver=mine) | Q(holder=mine), soon)
    return Ahead(
        given=[one for one in disclosed if one.is_holder],
        received=[one for one in disclosed if not one.is_holder],
        participations=[one for one in found if one.kind == "participation"],
        clearances=list(named.select_related("membership__person")),
        memberships=list(members.select_related("person").order_by("valid_until", "pk")),
        mandates=list(mandates.select_related("giver", "holder").order_by("valid_until", "pk")),
    )


def _endings() -> list[Ending]:
    with connection.cursor() as cursor:
        columns = ", ".join(COLUMNS)
        cursor.execute(
            f"SELECT {columns} FROM casework_own_endings(%s, %s)",  # noqa: S608  constants
            [moment(), moment() + AHEAD],
        )
        return [Ending(*row) for row in cursor.fetchall()]
