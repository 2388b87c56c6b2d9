"""What was done in a case, as far as the trail of one's own organisation tells."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from partners.actor import Actor
from partners.audit.actions import actions
from partners.audit.labels import role_label, sentence_of
from partners.audit.models import Result, TrailEntry

STEP = "step."


@dataclass(frozen=True)
class Moment:
    """`sentence` follows the name: "Jo Bakker (Liaison, Gemeente Oss) beantwoordde het verzoek"."""

    at: datetime
    who: str
    role: str
    organisation: str
    sentence: str
    action: str
    object_type: str
    object_id: str
    trace: str
    is_own: bool

    def __str__(self) -> str:
        return f"{self.who} ({self.role}, {self.organisation}) {self.sentence}"


def timeline(
    actor: Actor, case_reference: str, *, limit: int = 100, newest_first: bool = True
) -> list[Moment]:
    """The newest acts, in one query; looks and refusals are for the privacy officer's page.

    For actors who may see the case: ask `casework.access` first.
    """
    looks = [one.name for one in actions() if one.is_look]
    rows = (
        TrailEntry.objects.filter(
            organisation=actor.organisation_id,
            entry__case_reference=case_reference,
            entry__result=Result.OK,
        )
        .exclude(entry__action__in=looks)
        .select_related("entry__person", "entry__organisation")
        .order_by("-entry")[:limit]
    )
    moments = [_moment(row) for row in rows]
    return moments if newest_first else moments[::-1]


def _moment(row: TrailEntry) -> Moment:
    entry = row.entry
    return Moment(
        at=entry.at,
        who=entry.person.name,
        role=role_label(entry.role),
        organisation=entry.organisation.name,
        sentence=sentence_of(entry.action),
        action=entry.action,
        object_type=entry.object_type,
        object_id=entry.object_id,
        trace=entry.trace,
        is_own=entry.organisation_id == row.organisation_id,
    )


@dataclass(frozen=True)
class Occasion:
    """What one person did at once: `headline` says it, `details` what came with it and how often.

    Doing one step may be ten entries; a reader wants to see that one thing happened.
    """

    at: datetime
    who: str
    role: str
    organisation: str
    headline: str
    details: tuple[tuple[str, int], ...]


def occasions(moments: list[Moment]) -> list[Occasion]:
    """Group what stands together under one trace; the order of the moments stays."""
    return [_occasion(list(group)) for _trace, group in groupby(moments, _together)]


def _together(moment: Moment) -> tuple[str, str]:
    return moment.trace, moment.who


def _occasion(group: list[Moment]) -> Occasion:
    """The step says best what was done; its entry comes after those of what it brought about."""
    main = next((one for one in group if one.action.startswith(STEP)), group[0])
    rest = Counter(one.sentence for one in reversed(group) if one is not main)
    return Occasion(
        at=main.at,
        who=main.who,
        role=main.role,
        organisation=main.organisation,
        headline=main.sentence,
        details=tuple(rest.items()),
    )
