"""The trail of one organisation, as its privacy officer reads it: filtered, page by page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from partners import actions
from partners.actor import Actor
from partners.audit.lines import Line, line
from partners.audit.models import TrailEntry, TrailIndex
from partners.audit.recording import record
from partners.audit.wanted import Wanted
from partners.policies import why_not_view_trail
from partners.refusals import require

PAGE = 50
Rows = QuerySet[TrailEntry]
NEWEST = ("-index__at", "-index__number")
OLDEST = ("index__at", "index__number")


@dataclass(frozen=True)
class Cursor:
    """From which row to go on, towards the older or the newer; neither is the newest page.

    It names a row by the key it has in this trail alone: the number of an entry would tell how
    much the other partners do.
    """

    older_than: UUID | None = None
    newer_than: UUID | None = None


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    older: UUID | None
    newer: UUID | None


def visible_to(actor: Actor) -> Rows:
    if why_not_view_trail(actor) is not None:
        return TrailEntry.objects.none()
    return TrailEntry.objects.filter(organisation=actor.organisation_id)


def indexed(actor: Actor) -> QuerySet[TrailIndex]:
    """The index of the same rows."""
    if why_not_view_trail(actor) is not None:
        return TrailIndex.objects.none()
    return TrailIndex.objects.filter(organisation=actor.organisation_id)


def view(*, by: Actor, at: datetime, wanted: Wanted, cursor: Cursor, size: int = PAGE) -> Page:
    """Newest first; the look itself becomes an entry.

    :raises Refused: when the actor may not.
    """
    require_reader(by)
    page = page_of(by, matching(by, wanted), cursor, size)
    note(actions.TRAIL_VIEWED, by=by, at=at, wanted=wanted)
    return page


def matching(actor: Actor, wanted: Wanted) -> Rows:
    """Newest first, with all that a line shows."""
    asked = {"organisation": actor.organisation_id, **wanted.conditions()}
    rows = visible_to(actor).filter(**{f"index__{name}": value for name, value in asked.items()})
    return rows.select_related("index", "entry__person", "entry__organisation").order_by(*NEWEST)


def note(
    action: str, *, by: Actor, at: datetime, wanted: Wanted, facts: dict[str, Any] | None = None
) -> None:
    record(
        action,
        actor=by,
        at=at,
        thing=("trail", by.organisation.code),
        payload={**wanted.as_payload(), **(facts or {})},
    )


def require_reader(actor: Actor) -> None:
    """
    :raises Refused: when this actor may not see the trail.
    """
    code = actor.organisation.code
    require(why_not_view_trail(actor), object_type="trail", object_id=code)


def page_of(actor: Actor, rows: Rows, cursor: Cursor, size: int) -> Page:
    """One row more than a page is read, to know whether there is more."""
    if cursor.newer_than is not None:
        newer_ones = rows.filter(_beyond(actor, cursor.newer_than, "gt")).order_by(*OLDEST)
        found = list(newer_ones[: size + 1])
        shown = found[:size][::-1]
        older, newer = bool(shown), len(found) > size
    else:
        if cursor.older_than is not None:
            rows = before(actor, rows, cursor.older_than)
        found = list(rows[: size + 1])
        shown = found[:size]
        older, newer = len(found) > size, bool(shown) and cursor.older_than is not None
    return Page(
        lines=[line(row) for row in shown],
        older=shown[-1].pk if older else None,
        newer=shown[0].pk if newer else None,
    )


def before(actor: Actor, rows: Rows, row: UUID) -> Rows:
    return rows.filter(_beyond(actor, row, "lt"))


def _beyond(actor: Actor, row: UUID, side: str) -> Q:
    """A bound on the moment, which the index goes along, and the number within one moment."""
    here = indexed(actor).filter(pk=row)
    at, number = Subquery(here.values("at")), Subquery(here.values("number"))
    bound = Q(**{f"index__at__{side}e": at})
    return bound & (Q(**{f"index__at__{side}": at}) | Q(**{f"index__number__{side}": number}))
