"""What a gemeente sets for its events, and what a service can give them: dated, with a source."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Dated, Region
from partners.refusals import Refused, require
from workflows import actions, event_policies
from workflows.events.calendar import clashes_by_event
from workflows.events.settings import FromDay
from workflows.models import EventClass, EventTerm, RegionalEvent, Service, ServiceCapacity
from workflows.services.regional_events import tell_of_clash, wait_for_turn


@transaction.atomic
def set_term(
    *,
    event_class: EventClass,
    weeks: int,
    from_score: int,
    since: FromDay,
    actor: Actor,
    at: datetime,
) -> EventTerm:
    """The term and score that held end on the day that these begin.

    :raises Refused: when it is not the actor's to set, or a later one was set already.
    """
    require(event_policies.why_not_set_event_terms(actor), object_type="eventterm")
    rows = EventTerm.objects.filter(organisation=actor.organisation, event_class=event_class)
    _end_last(rows, since.valid_from)
    made = EventTerm.objects.create(
        organisation=actor.organisation,
        event_class=event_class,
        weeks=weeks,
        from_score=from_score,
        valid_from=since.valid_from,
        source=since.source,
    )
    record(actions.EVENT_TERM_SET, actor=actor, at=at, thing=made)
    return made


@transaction.atomic
def set_capacity(
    *, region: Region, amount: int, since: FromDay, actor: Actor, at: datetime
) -> ServiceCapacity:
    """Of the actor's own service. Gemeenten whose events clash because of it hear that.

    :raises Refused: when the actor speaks for no service, or a later one was set already.
    """
    require(event_policies.why_not_set_capacity_in(actor, region), object_type="servicecapacity")
    service = Service(actor.organisation.kind)
    wait_for_turn(region.pk)
    coming = RegionalEvent.objects.standing().filter(
        region=region, ends_at__date__gte=max(since.valid_from, timezone.localdate(at))
    )
    events = list(coming.select_related("gemeente", "region"))
    before = _pairs(events)
    _end_last(ServiceCapacity.objects.filter(region=region, service=service), since.valid_from)
    made = ServiceCapacity.objects.create(
        region=region,
        service=service,
        amount=amount,
        valid_from=since.valid_from,
        source=since.source,
    )
    record(actions.CAPACITY_SET, actor=actor, at=at, thing=made)
    by_key = {one.pk: one for one in events}
    for first, second in sorted(_pairs(events) - before):
        tell_of_clash(by_key[first], by_key[second], actor, at)
    return made


def _pairs(events: list[RegionalEvent]) -> set[tuple[int, int]]:
    met = clashes_by_event(events)
    return {(one.clash.first, one.clash.second) for clashes in met.values() for one in clashes}


def _end_last(rows: "models.QuerySet[Any]", day: date) -> None:
    last: Dated | None = rows.select_for_update().order_by("-valid_from").first()
    if last is None:
        return
    if day <= last.valid_from or (last.valid_until is not None and day < last.valid_until):
        raise Refused(_("Kies een dag na de laatste wijziging."))
    if last.valid_until is None:
        last.valid_until = day
        last.save(update_fields=["valid_until"])
