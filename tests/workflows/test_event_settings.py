"""A gemeente sets its terms for events, and a service what it can give: dated, told, and shown."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from partners.models import Region
from partners.refusals import Refused
from tests.cast import Cast, actor_of
from workflows.events.calendar import capacity_in
from workflows.events.settings import FromDay, dues_of
from workflows.models import EventClass, EventTerm, RegionalEvent, Service, ServiceCapacity
from workflows.services import event_settings, regional_events
from workflows.services.regional_events import EventFacts

TERMS, CAPACITIES = "/instellingen/evenementen", "/evenementenkalender/inzet"
SOURCE = "Evenementenbeleid 2027, raadsbesluit van 3 december 2026"


def today() -> date:
    return timezone.localdate()


def since(days: int = 0) -> FromDay:
    return FromDay(today() + timedelta(days=days), SOURCE)


def local(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))  # noqa: DTZ001


def event(gemeente: Actor, name: str, day: date, hours: int) -> RegionalEvent:
    with acting_as(gemeente):
        return regional_events.reserve(
            region=Region.objects.get(code="VR21"),
            facts=EventFacts(
                name=name,
                event_class="C",
                begins_at=local(day, 12),
                ends_at=local(day, 22),
                woonkern="Oss",
                place=name,
                visitors=3000,
                police_hours=hours,
            ),
            actor=gemeente,
            at=timezone.now(),
        )


def gives(service: Actor, amount: int, days: int = 1) -> ServiceCapacity:
    with acting_as(service):
        return event_settings.set_capacity(
            region=Region.objects.get(code="VR21"),
            amount=amount,
            since=since(days),
            actor=service,
            at=timezone.now(),
        )


def told(actor: Actor) -> list[str]:
    with acting_as(actor):
        rows = Notification.objects.filter(kind="event_clash").order_by("created_at")
        return list(rows.values_list("link", flat=True))


def test_a_gemeente_sets_another_term_from_a_day_and_what_held_stays(
    cast: Cast, log_in: Any
) -> None:
    client = log_in(cast.administrator)
    begins = today() + timedelta(days=30)
    page = client.get(TERMS).content.decode()
    assert "16 weken vóór het evenement" in page
    given = {"weeks": 20, "from_score": 11, "valid_from": begins.isoformat(), "source": SOURCE}
    assert client.post(f"{TERMS}/C", given).status_code == 302
    with acting_as(cast.administrator):
        of_c = EventTerm.objects.filter(organisation=cast.administrator.organisation)
        held = {
            day: of_c.in_force(day).of_class("C").get().weeks
            for day in (begins - timedelta(days=1), begins)
        }
    assert list(held.values()) == [16, 20]
    assert SOURCE in client.get(f"{TERMS}/C").content.decode()
    assert "wijziging op komst" in client.get(TERMS).content.decode()
    with acting_as(cast.privacy_officer):
        assert Entry.objects.filter(action="event.term_set", object_type="eventterm").count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"weeks": ""}, "Dit veld is vereist"),
        ({"source": ""}, "Dit veld is vereist"),
        ({"valid_from": "2020-01-01"}, "Kies vandaag of een dag die nog komt."),
    ],
)
def test_a_mistake_keeps_what_was_typed(
    cast: Cast, log_in: Any, wrong: dict[str, str], said: str
) -> None:
    given = {"weeks": 21, "from_score": 11, "valid_from": today().isoformat(), "source": SOURCE}
    answer = log_in(cast.administrator).post(f"{TERMS}/C", given | wrong)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'value="11"' in answer.content.decode()


def test_nothing_is_set_before_what_was_set_last(cast: Cast) -> None:
    with acting_as(cast.administrator):
        given: dict[str, Any] = {
            "event_class": EventClass.RISK,
            "weeks": 20,
            "from_score": 11,
            "actor": cast.administrator,
            "at": timezone.now(),
        }
        event_settings.set_term(since=since(10), **given)
        for days in (5, 10):
            with pytest.raises(Refused, match="na de laatste wijziging"):
                event_settings.set_term(since=since(days), **given)


def test_a_class_that_does_not_exist_is_not_there(cast: Cast, log_in: Any) -> None:
    assert log_in(cast.administrator).get(f"{TERMS}/D").status_code == 404


def test_a_service_sets_its_own_means_and_gemeenten_hear_of_a_new_clash(
    cast: Cast, log_in: Any
) -> None:
    day = today() + timedelta(days=60)
    oss = event(cast.coordinator, "Zomerfeest", day, 80)
    neighbour = event(cast.stranger, "Kermis", day, 80)
    elsewhen = event(cast.coordinator, "Markt", day + timedelta(days=7), 150)
    assert told(cast.coordinator) == told(cast.stranger) == []

    client = log_in(cast.police)
    begins = today() + timedelta(days=1)
    given = {"region": oss.region_id, "amount": 100, "valid_from": begins, "source": SOURCE}
    assert client.post(f"{CAPACITIES}/vastleggen", given).status_code == 302
    assert told(cast.coordinator) == [f"/evenementenkalender/{oss.pk}"]
    assert told(cast.stranger) == [f"/evenementenkalender/{neighbour.pk}"]
    page = client.get(CAPACITIES).content.decode()
    assert SOURCE in page
    with acting_as(cast.coordinator):
        capacity_on = capacity_in(oss.region_id)
        assert [capacity_on("politie", one) for one in (today(), begins)] == [200, 100]

    shown = log_in(cast.coordinator).get(f"/evenementenkalender/{oss.pk}").content.decode()
    assert "Te veel" in shown
    alone = log_in(cast.coordinator).get(f"/evenementenkalender/{elsewhen.pk}").content.decode()
    assert "Dit evenement botst met geen ander." in alone
    assert "Inzet vastleggen" not in log_in(cast.coordinator).get(CAPACITIES).content.decode()


def test_more_means_end_a_clash_and_bother_nobody(cast: Cast) -> None:
    day = today() + timedelta(days=60)
    for who, name in ((cast.coordinator, "Zomerfeest"), (cast.stranger, "Kermis")):
        event(who, name, day, 150)
    before = told(cast.coordinator)
    gives(cast.police, 400)
    assert told(cast.coordinator) == before


def test_terms_are_shown_counted_back_from_the_event(cast: Cast, log_in: Any) -> None:
    """Sixteen weeks before a Saturday is a Saturday, and stays one; so do plans and preparing."""
    day = date(today().year + 1, 6, 26)
    day += timedelta(days=(5 - day.weekday()) % 7)
    oss = event(cast.coordinator, "Zomerfeest", day, 0)
    with acting_as(cast.coordinator):
        dues = dues_of(oss, today())
    assert (dues[0].what, dues[0].day) == ("Melden of aanvragen", day - timedelta(weeks=16))
    assert [one.what for one in dues[1:]] == ["Plannen beoordelen", "Evenement voorbereiden"]
    assert all(one.day < day for one in dues)
    page = log_in(cast.coordinator).get(f"/evenementenkalender/{oss.pk}").content.decode()
    assert f'datetime="{(day - timedelta(weeks=16)).isoformat()}"' in page


SET_TERM = """INSERT INTO workflows_eventterm
    (organisation_id, event_class, weeks, from_score, valid_from, source)
    SELECT organisation_id, 'C', 1, 1, '2099-01-01', 'x' FROM workflows_eventterm
    WHERE organisation_id = %s LIMIT 1"""
SET_CAPACITY = """INSERT INTO workflows_servicecapacity
    (region_id, service, amount, valid_from, source)
    SELECT region_id, %s, 1, '2099-01-01', 'x' FROM workflows_servicecapacity LIMIT 1"""


def may(actor: Actor, statement: str, value: int | str) -> bool:
    with acting_as(actor):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [value])
                transaction.set_rollback(True)
        except Error:
            return False
    return True


def test_the_database_lets_each_set_its_own_alone(cast: Cast) -> None:
    oss, other = cast.administrator.organisation_id, cast.stranger.organisation_id
    fire = actor_of("liaison.brandweer")
    assert may(cast.administrator, SET_TERM, oss)
    assert not may(cast.administrator, SET_TERM, other)
    for actor in (cast.coordinator, cast.mayor, cast.secretary, cast.police):
        assert not may(actor, SET_TERM, oss), actor.membership
    assert may(cast.police, SET_CAPACITY, Service.POLITIE)
    assert may(fire, SET_CAPACITY, Service.BRANDWEER)
    assert not may(fire, SET_CAPACITY, Service.POLITIE)
    for actor in (cast.coordinator, cast.administrator, cast.prosecutor):
        assert not may(actor, SET_CAPACITY, Service.POLITIE), actor.membership


def test_nobody_else_sets_them(cast: Cast) -> None:
    for actor in (cast.coordinator, cast.mayor, cast.prosecutor, cast.administrator):
        with pytest.raises(Refused):
            gives(actor, 1)
    for actor in (cast.coordinator, cast.police):
        with acting_as(actor), pytest.raises(Refused):
            event_settings.set_term(
                event_class=EventClass.RISK,
                weeks=1,
                from_score=1,
                since=since(),
                actor=actor,
                at=timezone.now(),
            )
