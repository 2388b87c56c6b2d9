"""Reserve on the regional calendar, change that, and put on record how a clash was resolved."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from casework.models import Case, Level
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Region, Role
from partners.news import News, tell
from partners.refusals import Refused, require
from workflows import actions, event_policies
from workflows.events.calendar import clashes_of_event
from workflows.models import ClashRuling, EventStatus, RegionalEvent, Resolution

RESERVING = 95
"""The first half of the key of the lock: who reserves in a region waits for who does so just now.

Without it two at the same second would not see each other's row, and neither would hear.
"""


@dataclass(frozen=True)
class EventFacts:
    """What the calendar tells of an event."""

    name: str
    event_class: str
    begins_at: datetime
    ends_at: datetime
    woonkern: str
    place: str
    visitors: int
    police_hours: int = 0
    fire_units: int = 0
    ghor_units: int = 0


@transaction.atomic
def reserve(
    *, region: Region, facts: EventFacts, case: Case | None = None, actor: Actor, at: datetime
) -> RegionalEvent:
    """
    :raises Refused: when the actor does not coordinate for a gemeente that serves the region.
    """
    require(event_policies.why_not_reserve(actor))
    wait_for_turn(region.pk)
    event = RegionalEvent(
        region=region,
        gemeente=actor.organisation,
        case=case,
        reserved_by=actor.membership,
        reserved_at=at,
        changed_at=at,
        **asdict(facts),
    )
    require(event_policies.why_not_see_event(actor, event))
    event.save()
    _record(actions.EVENT_RESERVED, event, actor, at)
    _tell_of_clashes(event, {}, actor, at)
    return event


@transaction.atomic
def change(*, event: RegionalEvent, actor: Actor, at: datetime, **changes: object) -> RegionalEvent:
    """Give fields of the event other values; both sides of a clash that is new hear of it.

    :raises Refused: when it is another gemeente's, or lapsed.
    """
    require(event_policies.why_not_change_event(actor, event))
    return _update(event, actor, at, changes)


@transaction.atomic
def follow(*, event: RegionalEvent, actor: Actor, at: datetime, **changes: object) -> RegionalEvent:
    """What a step of its case makes of the event; the step has its own policy."""
    if event.gemeente_id != actor.organisation_id:
        raise Refused(_("Alleen de gemeente van het evenement verandert de reservering."))
    return _update(event, actor, at, changes)


@transaction.atomic
def rule_on_clash(
    *,
    event: RegionalEvent,
    other: RegionalEvent,
    resolution: Resolution,
    level: Level,
    reason: str,
    actor: Actor,
    at: datetime,
) -> ClashRuling:
    """
    :raises Refused: when they do not clash, or neither is the actor's.
    """
    require(event_policies.why_not_rule_on_clash(actor, event))
    if other.pk not in {one.other.pk for one in clashes_of_event(event)}:
        raise Refused(_("Deze evenementen botsen niet meer."))
    first, second = sorted((event, other), key=lambda one: one.pk)
    ruling = ClashRuling.objects.create(
        event=first,
        other=second,
        resolution=resolution,
        level=level,
        reason=reason,
        decided_by=actor.membership,
        decided_at=at,
    )
    touched = [first.gemeente_id, second.gemeente_id]
    record(actions.CLASH_RULED, actor=actor, at=at, thing=ruling, touched=touched)
    _tell("event_clash_ruled", event, other, actor, at)
    return ruling


def _update(
    event: RegionalEvent, actor: Actor, at: datetime, changes: dict[str, object]
) -> RegionalEvent:
    wait_for_turn(event.region_id)
    event = RegionalEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    before = {one.other.pk: one.clash.reasons for one in clashes_of_event(event)}
    for name, value in changes.items():
        setattr(event, name, value)
    event.changed_at = at
    event.save(update_fields=[*changes, "changed_at"])
    lapsed = event.status == EventStatus.LAPSED
    _record(actions.EVENT_LAPSED if lapsed else actions.EVENT_CHANGED, event, actor, at)
    _tell_of_clashes(event, before, actor, at)
    return event


def _record(action: str, event: RegionalEvent, actor: Actor, at: datetime) -> None:
    reference = event.case.reference if event.case else ""
    record(action, actor=actor, at=at, thing=event, case_reference=reference)


def wait_for_turn(region_id: int) -> None:
    """Whoever changes what clashes in a region does so alone, until its transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [RESERVING, region_id])


def _tell_of_clashes(
    event: RegionalEvent, before: dict[int, frozenset[str]], actor: Actor, at: datetime
) -> None:
    """Both sides of each clash that was not there before, or has another reason now."""
    for one in clashes_of_event(event):
        if before.get(one.other.pk) != one.clash.reasons:
            _tell("event_clash", event, one.other, actor, at)


def tell_of_clash(event: RegionalEvent, other: RegionalEvent, actor: Actor, at: datetime) -> None:
    _tell("event_clash", event, other, actor, at)


def _tell(
    kind: str, event: RegionalEvent, other: RegionalEvent, actor: Actor, at: datetime
) -> None:
    """Each gemeente is pointed to its own event."""
    for one in (event, other):
        tell(
            News(
                kind=kind,
                case_reference="",
                organisation_id=one.gemeente_id,
                roles=(Role.COORDINATOR,),
                at=at,
                by=actor,
                link=f"/evenementenkalender/{one.pk}",
            )
        )
