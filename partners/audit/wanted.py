"""What to look for in a trail; each part of it is found along an index of its own."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from partners.audit.models import Kind, Result

OWN, OUTSIDE = "own", "outside"


@dataclass(frozen=True)
class Wanted:
    """Empty is everything. The days are those of Amsterdam, both included.

    `after` is included and `before` is not.
    `by` is OWN, OUTSIDE (every other organisation) or empty; `organisation_id` is one of them.
    """

    case_reference: str = ""
    person_id: int | None = None
    by: str = ""
    organisation_id: int | None = None
    kind: str = ""
    action: str = ""
    object_type: str = ""
    object_id: str = ""
    ground: str = ""
    result: str = ""
    trace: str = ""
    since: date | None = None
    until: date | None = None
    actions: tuple[str, ...] = ()
    after: datetime | None = None
    before: datetime | None = None

    def as_payload(self) -> dict[str, Any]:
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
            if value
        }

    def conditions(self) -> dict[str, Any]:
        """On the index of the trail, by name of column."""
        exact = {
            "case_reference": self.case_reference,
            "person": self.person_id,
            "by": self.organisation_id,
            "kind": self.kind,
            "action": self.action,
            "object_type": self.object_type,
            "object_id": self.object_id,
            "ground": self.ground,
            "trace": self.trace,
            "action__in": self.actions,
            "at__gte": self.since and _local(self.since, time.min),
            "at__lte": self.until and _local(self.until, time.max),
        }
        asked = {name: value for name, value in exact.items() if value}
        if self.after:
            asked["at__gte"] = self.after
        if self.before:
            asked["at__lt"] = self.before
        if self.by:
            asked["is_own"] = self.by == OWN
        if self.result:
            asked |= _of_result(self.result, self.kind)
        return asked


def _of_result(result: str, kind: str) -> dict[str, Any]:
    """A refusal is a kind of its own, so the result is no column of the index."""
    if result == Result.DENIED:
        return {"kind": Kind.REFUSAL} if kind in ("", Kind.REFUSAL) else {"kind__in": ()}
    return {"kind__in": [one for one in Kind if one != Kind.REFUSAL and kind in ("", one)]}


def _local(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
