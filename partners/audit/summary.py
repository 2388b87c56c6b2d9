"""What stands out in a trail lately: looks from outside, refusals, disclosures, emergencies."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from partners.actor import Actor
from partners.audit.models import Kind
from partners.policies import why_not_view_trail

DAYS = 30
# More than this of one kind is told as "at least": the price stays what it is.
MOST = 10_000
MANY_REFUSALS = 5
# Each kind newest first along an index of its own, and no further than MOST.
PART = """(SELECT kind, by_id, person_id FROM audit_trailindex
    WHERE organisation_id = %(organisation)s AND at >= %(since)s AND {which}
    ORDER BY at DESC, number DESC LIMIT %(most)s)"""
PARTS = (
    PART.format(which="NOT is_own AND kind = 'look'"),
    *(PART.format(which=f"kind = '{kind}'") for kind in ("refusal", "disclosure", "emergency")),
)
COUNTS = f"""
SELECT found.kind, found.by_id, o.name, found.person_id, p.name, found.many
FROM (SELECT kind, by_id, person_id, count(*) AS many FROM ({" UNION ALL ".join(PARTS)}) AS parts
    GROUP BY kind, by_id, person_id) AS found
JOIN partners_organisation o ON o.id = found.by_id
JOIN partners_person p ON p.id = found.person_id
"""  # noqa: S608  put together from constants alone


class Share(NamedTuple):
    """How many of them are of whom; `key` chooses that one in the filter."""

    key: int
    name: str
    number: int


@dataclass(frozen=True)
class Figure:
    kind: str
    number: int
    shares: list[Share]

    @property
    def is_at_least(self) -> bool:
        return self.number >= MOST


@dataclass(frozen=True)
class Summary:
    """Of `since`, a day of Amsterdam, up to now: what the filter finds from that day on."""

    since: date
    looks: Figure
    refusals: Figure
    disclosures: Figure
    emergencies: Figure
    often_refused: list[Share]


class _Counted(NamedTuple):
    kind: str
    by: int
    organisation: str
    person: int
    name: str
    number: int


def summary(actor: Actor, now: datetime) -> Summary:
    """One query; nothing for who may not read the trail."""
    since = timezone.localdate(now) - timedelta(days=DAYS)
    counted = _counts(actor, timezone.make_aware(datetime.combine(since, time.min)))
    refusals = [one for one in counted if one.kind == Kind.REFUSAL]
    people = _shares((one.person, one.name, one.number) for one in refusals)
    return Summary(
        since=since,
        looks=_figure(Kind.LOOK, counted),
        refusals=_figure(Kind.REFUSAL, counted),
        disclosures=_figure(Kind.DISCLOSURE, counted),
        emergencies=_figure(Kind.EMERGENCY, counted),
        often_refused=[one for one in people if one.number >= MANY_REFUSALS],
    )


def _counts(actor: Actor, since: datetime) -> list[_Counted]:
    if why_not_view_trail(actor) is not None:
        return []
    given: dict[str, int | datetime] = {
        "organisation": actor.organisation_id,
        "since": since,
        "most": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, given)
        return [_Counted(*row) for row in cursor.fetchall()]


def _figure(kind: Kind, counted: list[_Counted]) -> Figure:
    mine = [one for one in counted if one.kind == kind]
    shares = _shares((one.by, one.organisation, one.number) for one in mine)
    return Figure(kind.value, sum(one.number for one in mine), shares)


def _shares(counted: Iterable[tuple[int, str, int]]) -> list[Share]:
    """The largest first."""
    totals: Counter[tuple[int, str]] = Counter()
    for key, name, count in counted:
        totals[key, name] += count
    return [Share(key, name, count) for (key, name), count in totals.most_common()]
