"""The functional administrator keeps the desks: from a day, never rewritten, told and recorded."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from notifications.models import Notification
from partners import desks
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from partners.desks import Desk
from partners.models import ContactPoint, Region
from partners.refusals import Refused
from tests.cast import Cast

PAGE = "/aanspreekpunten"


def today() -> date:
    return timezone.localdate()


def of_police(cast: Cast, day: date) -> list[str]:
    with acting_as(cast.coordinator):
        rows = ContactPoint.objects.in_force(day).filter(
            organisation=cast.police.organisation, theme="hennep", region__code="VR21"
        )
        return [one.desk for one in rows]


def given(cast: Cast, **changes: Any) -> dict[str, Any]:
    with acting_as(cast.administrator):
        region = Region.objects.get(code="VR21")
    return {
        "region": region.pk,
        "theme": "hennep",
        "organisation": cast.police.organisation_id,
        "name": "Team ondermijning",
        "email": "team@politie.example",
        "valid_from": today().isoformat(),
    } | changes


def told(actor: Actor) -> list[str]:
    with acting_as(actor):
        rows = Notification.objects.filter(kind="desk_changed")
        return list(rows.values_list("link", flat=True))


def test_another_desk_takes_over_on_its_day_and_what_was_stays(cast: Cast, log_in: Any) -> None:
    before = of_police(cast, today())
    begins = today() + timedelta(days=7)
    client = log_in(cast.administrator)
    sent = given(cast, valid_from=begins.isoformat())
    assert client.post(f"{PAGE}/vastleggen", sent).status_code == 302
    assert of_police(cast, begins - timedelta(days=1)) == before
    assert of_police(cast, begins) == ["Team ondermijning"]
    assert told(cast.police) == [PAGE]
    assert "Team ondermijning" in log_in(cast.police).get(PAGE).content.decode()
    with acting_as(cast.privacy_officer):
        assert Entry.objects.filter(action="desk.set", object_type="contactpoint").count() == 1

    assert client.post(f"{PAGE}/vastleggen", sent).status_code == 422


def test_a_desk_ends_at_once_and_nobody_is_asked_there_any_more(cast: Cast, log_in: Any) -> None:
    with acting_as(cast.administrator):
        desk = ContactPoint.objects.get(
            organisation=cast.police.organisation, theme="hennep", region__code="VR21"
        )
    client = log_in(cast.administrator)
    address = f"{PAGE}/beeindigen?punt={desk.pk}"
    assert client.get(address).status_code == 200
    assert client.post(address, {"valid_from": "2020-01-01"}).status_code == 422
    assert client.post(address, {"valid_from": today().isoformat()}).status_code == 302
    assert of_police(cast, today()) == []
    assert told(cast.police) == [PAGE]
    assert client.get(address).status_code == 404
    with acting_as(cast.administrator):
        assert ContactPoint.objects.filter(pk=desk.pk).exists()


@pytest.mark.parametrize("wrong", [{"theme": ""}, {"organisation": ""}, {"email": "geen adres"}])
def test_a_mistake_keeps_what_was_typed(cast: Cast, log_in: Any, wrong: dict[str, str]) -> None:
    answer = log_in(cast.administrator).post(f"{PAGE}/vastleggen", given(cast, **wrong))
    assert answer.status_code == 422
    assert "Team ondermijning" in answer.content.decode()


@pytest.mark.parametrize("written", ["", "0", "999999", "een"])
def test_a_desk_that_is_not_there_is_not_ended(cast: Cast, log_in: Any, written: str) -> None:
    client = log_in(cast.administrator)
    assert client.get(f"{PAGE}/beeindigen?punt={written}").status_code == 404


def desk_in(cast: Cast, region: str) -> Desk:
    return Desk(Region.objects.get(code=region), "hennep", cast.police.organisation, "Loket")


def test_only_an_administrator_of_the_region_keeps_them(cast: Cast) -> None:
    moment = timezone.now()
    for actor in (cast.coordinator, cast.mayor, cast.secretary, cast.police):
        with acting_as(actor), pytest.raises(Refused):
            desks.set_desk(desk=desk_in(cast, "VR21"), since=today(), actor=actor, at=moment)
    administrator = cast.administrator
    with acting_as(administrator):
        for region, day in (("VR22", today()), ("VR21", today() - timedelta(days=1))):
            with pytest.raises(Refused):
                desks.set_desk(
                    desk=desk_in(cast, region), since=day, actor=administrator, at=moment
                )


ADD = """INSERT INTO partners_contactpoint
    (region_id, organisation_id, gemeente_id, theme, desk, email, phone, valid_from)
    SELECT r.id, c.organisation_id, NULL, 'elders', 'x', '', '', '2099-01-01'
    FROM partners_contactpoint c, partners_region r WHERE r.code = %s LIMIT 1"""
END = """UPDATE partners_contactpoint c SET valid_until = '2099-01-01'
    FROM partners_region r WHERE r.id = c.region_id AND r.code = %s"""
RENAME = "UPDATE partners_contactpoint SET desk = 'x' WHERE theme <> %s"


def reaches(actor: Actor | None, statement: str, value: str = "VR21") -> int:
    """How many rows; none where the database refuses it. It is undone."""
    with acting_as(actor):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [value])
                reached = int(cursor.rowcount)
                transaction.set_rollback(True)
        except Error:
            return 0
    return reached


def test_the_database_lets_nobody_else_and_nothing_be_rewritten(cast: Cast) -> None:
    assert reaches(cast.administrator, ADD) == 1
    assert reaches(cast.administrator, END) > 1
    assert reaches(cast.administrator, ADD, "VR22") == 0
    assert reaches(cast.administrator, RENAME) == 0
    for actor in (None, cast.coordinator, cast.secretary, cast.police):
        assert reaches(actor, ADD) == reaches(actor, END) == 0
    with acting_as(None):
        assert not ContactPoint.objects.exists()
