"""The events of a region held against its means: what clashes, and what was decided of that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from workflows.events.clashes import PLACE, CapacityOn, Claim, Clash, clashes
from workflows.models import ClashRuling, RegionalEvent, Service, ServiceCapacity

ASKED = {
    Service.POLITIE: "police_hours",
    Service.BRANDWEER: "fire_units",
    Service.GHOR: "ghor_units",
}
"""By which field an event says what it asks of each service."""


@dataclass(frozen=True)
class EventClash:
    """A clash as one of the two events meets it; `ruling` holds while neither changed since."""

    other: RegionalEvent
    clash: Clash
    ruling: ClashRuling | None

    @property
    def reasons(self) -> list[str]:
        names = dict(Service.choices) | {PLACE: _("Zelfde plaats")}
        return [str(names[one]) for one in sorted(self.clash.reasons)]


def claim_of(event: RegionalEvent) -> Claim:
    """Without regional means it asks nothing of the services, and still takes its place."""
    return Claim(
        key=event.pk or 0,
        gemeente=event.gemeente_id,
        place=event.place,
        begins_at=event.begins_at,
        ends_at=event.ends_at,
        asked={}
        if event.is_unsupported
        else {service.value: getattr(event, name) for service, name in ASKED.items()},
    )


def capacity_in(region_id: int) -> CapacityOn:
    rows = list(ServiceCapacity.objects.filter(region=region_id).order_by("-valid_from"))

    def capacity_on(service: str, day: date) -> int | None:
        holds = (one for one in rows if one.service == service and one.is_in_force(day))
        return next((one.amount for one in holds), None)

    return capacity_on


def near(event: RegionalEvent) -> list[RegionalEvent]:
    """What stands in the region on the days of the event; the day before and after for safety."""
    a_day = timedelta(days=1)
    return list(
        RegionalEvent.objects.standing()
        .filter(
            region=event.region_id,
            begins_at__lt=event.ends_at + a_day,
            ends_at__gt=event.begins_at - a_day,
        )
        .exclude(pk=event.pk)
        .select_related("gemeente", "region")
    )


def clashes_of_event(event: RegionalEvent | None) -> list[EventClash]:
    """What this event clashes with; nothing once it lapsed."""
    if event is None or not event.is_standing:
        return []
    return clashes_by_event([event, *near(event)]).get(event.pk, [])


def clashes_by_event(events: Iterable[RegionalEvent]) -> dict[int, list[EventClash]]:
    """By event, for events of one region or more."""
    standing = {one.pk: one for one in events if one.is_standing}
    found: list[Clash] = []
    for region in {one.region_id for one in standing.values()}:
        claims = [claim_of(one) for one in standing.values() if one.region_id == region]
        found += clashes(claims, capacity_in(region))
    rulings = _rulings(found)
    met: dict[int, list[EventClash]] = {}
    for one in found:
        for key in (one.first, one.second):
            ruling = _still_held(rulings.get((one.first, one.second)), standing, one)
            met.setdefault(key, []).append(EventClash(standing[one.other(key)], one, ruling))
    return met


def _rulings(found: list[Clash]) -> dict[tuple[int, int], ClashRuling]:
    """The last on each pair."""
    if not found:
        return {}
    pairs = Q()
    for one in found:
        pairs |= Q(event=one.first, other=one.second)
    rows = ClashRuling.objects.filter(pairs).select_related("decided_by__organisation")
    return {(one.event_id, one.other_id): one for one in rows.order_by("decided_at", "pk")}


def _still_held(
    ruling: ClashRuling | None, events: dict[int, RegionalEvent], clash: Clash
) -> ClashRuling | None:
    if ruling is None:
        return None
    changed = max(events[clash.first].changed_at, events[clash.second].changed_at)
    return ruling if changed <= ruling.decided_at else None
