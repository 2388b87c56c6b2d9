"""The calendar as it is shown: the events that were asked for, each with its clashes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from partners.acting import moment
from partners.actor import Actor
from workflows.events.calendar import ASKED, EventClash, clashes_by_event
from workflows.models import RegionalEvent, Service

A_DAY = timedelta(days=1)
"""What ends today in the morning still asks of today's means."""
MOST = 1000
"""More than a region has in a year; a longer list is no list."""


@dataclass(frozen=True)
class Row:
    event: RegionalEvent
    clashes: list[EventClash]

    @property
    def open(self) -> int:
        """How many clashes nobody resolved."""
        return sum(one.ruling is None for one in self.clashes)

    @property
    def month(self) -> date:
        return timezone.localdate(self.event.begins_at).replace(day=1)


def rows(actor: Actor, wanted: Mapping[str, str]) -> list[Row]:
    """Clashes are with every event of the region, whether it is among those wanted or not."""
    since, until = _period(wanted.get("maand", ""))
    there = RegionalEvent.objects.visible_to(actor).select_related("gemeente", "region")
    there = there.filter(ends_at__gte=since)
    if until is not None:
        there = there.filter(begins_at__lt=until)
    found = [one for one in there[:MOST] if _is_wanted(one, wanted)]
    clashes = clashes_by_event(_around(found))
    return [Row(event, clashes.get(event.pk, [])) for event in found]


def _around(found: list[RegionalEvent]) -> list[RegionalEvent]:
    """All that stands in their regions while one of them lasts, with themselves."""
    if not found:
        return []
    while_they_last = RegionalEvent.objects.standing().filter(
        region__in={one.region_id for one in found},
        begins_at__lte=max(one.ends_at for one in found) + A_DAY,
        ends_at__gte=min(one.begins_at for one in found) - A_DAY,
    )
    return list(while_they_last.select_related("gemeente", "region"))


def _is_wanted(event: RegionalEvent, wanted: Mapping[str, str]) -> bool:
    service = wanted.get("dienst")
    return (
        wanted.get("regio") in (None, event.region.code)
        and wanted.get("gemeente") in (None, event.gemeente.code)
        and wanted.get("klasse") in (None, event.event_class)
        and (service is None or bool(getattr(event, ASKED[Service(service)])))
    )


def _period(month: str) -> tuple[datetime, datetime | None]:
    """Of a month as "2026-06"; without one, from today on."""
    if not month:
        return _midnight(timezone.localdate(moment())), None
    first = date.fromisoformat(f"{month}-01")
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return _midnight(first), _midnight(following)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
