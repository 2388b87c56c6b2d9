"""Two gemeenten reserve the same scarce means at the same second: both stand there, both hear."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, time, timedelta

from django.db import connection
from django.utils import timezone

from config.database_roles import Connection
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Region
from tests.cast import Cast
from tests.isolation.waiting import until_it_waits_or_is_done
from workflows.events.calendar import clashes_of_event
from workflows.models import RegionalEvent
from workflows.services import regional_events
from workflows.services.regional_events import EventFacts


def facts(name: str) -> EventFacts:
    day = timezone.localdate() + timedelta(days=200)
    begins = timezone.make_aware(datetime.combine(day, time(12)))
    return EventFacts(
        *(name, "C", begins, begins + timedelta(hours=8), "Dorp", f"Plein {name}", 5000),
        police_hours=150,
    )


def reserve(by: Actor, name: str) -> RegionalEvent:
    return regional_events.reserve(
        region=Region.objects.get(code="VR21"), facts=facts(name), actor=by, at=timezone.now()
    )


def alone(by: Actor, name: str) -> int:
    """On a connection of its own."""
    try:
        with acting_as(by):
            return reserve(by, name).pk
    finally:
        connection.close()


def test_both_get_a_row_and_the_clash_is_told_to_both(owner: Connection) -> None:
    cast = Cast()
    with ThreadPoolExecutor(max_workers=1) as pool:
        with acting_as(cast.coordinator):
            first = reserve(cast.coordinator, "Een").pk
            second = pool.submit(alone, cast.stranger, "Twee")
            until_it_waits_or_is_done(owner, second)
        other = second.result()
    for who, own, met in ((cast.coordinator, first, other), (cast.stranger, other, first)):
        with acting_as(who):
            event = RegionalEvent.objects.get(pk=own)
            assert met in {one.other.pk for one in clashes_of_event(event)}
    with acting_as(cast.coordinator):
        told = Notification.objects.filter(person=cast.coordinator.person, kind="event_clash")
        assert told.get().link == f"/evenementenkalender/{first}"
