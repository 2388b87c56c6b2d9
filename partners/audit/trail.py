"""The trail of one organisation, as its privacy officer reads it: filtered, page by page."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from partners import actions
from partners.actor import Actor
from partners.audit.lines import Line, line
from partners.audit.models import TrailEntry
from partners.audit.recording import record
from partners.policies import why_not_view_trail
from partners.refusals import require

PAGE = 50
Rows = QuerySet[TrailEntry]


@dataclass(frozen=True)
class Wanted:
    """What to look for; empty is everything. The days are those of Amsterdam, both included."""

    case_reference: str = ""
    person_id: int | None = None
    action: str = ""
    result: str = ""
    since: date | None = None
    until: date | None = None

    def as_payload(self) -> dict[str, Any]:
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
            if value
        }


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


def view(*, by: Actor, at: datetime, wanted: Wanted, cursor: Cursor) -> Page:
    """Newest first; the look itself becomes an entry.

    :raises Refused: when the actor may not.
    """
    require_reader(by)
    page = _page(matching(by, wanted), cursor, visible_to(by))
    note(actions.TRAIL_VIEWED, by=by, at=at, wanted=wanted)
    return page


def matching(actor: Actor, wanted: Wanted) -> Rows:
    """Newest first, with all that a line shows."""
    exact = {
        "entry__case_reference": wanted.case_reference,
        "entry__person": wanted.person_id,
        "entry__action": wanted.action,
        "entry__result": wanted.result,
        "entry__at__gte": wanted.since and _local(wanted.since, time.min),
        "entry__at__lte": wanted.until and _local(wanted.until, time.max),
    }
    rows = visible_to(actor).filter(**{name: value for name, value in exact.items() if value})
    return rows.select_related("entry__person", "entry__organisation").order_by("-entry")


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


def _page(rows: Rows, cursor: Cursor, trail: Rows) -> Page:
    """One row more than a page is read, to know whether there is more."""
    if cursor.newer_than is not None:
        from_here = trail.filter(pk=cursor.newer_than).values("entry")
        found = list(rows.filter(entry__gt=from_here).order_by("entry")[: PAGE + 1])
        shown = found[:PAGE][::-1]
        older, newer = bool(shown), len(found) > PAGE
    else:
        if cursor.older_than is not None:
            rows = rows.filter(entry__lt=trail.filter(pk=cursor.older_than).values("entry"))
        found = list(rows[: PAGE + 1])
        shown = found[:PAGE]
        older, newer = len(found) > PAGE, bool(shown) and cursor.older_than is not None
    return Page(
        lines=[line(row) for row in shown],
        older=shown[-1].pk if older else None,
        newer=shown[0].pk if newer else None,
    )


def _local(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
