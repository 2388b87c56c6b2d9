"""A person's notifications over the API: the same ones, by the same rules."""

from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from notifications.models import Notification
from partners.acting import acting_as
from tests.notifications.desk import Desk, tell_many

LIST = "/api/v1/meldingen"


@pytest.fixture
def system(desk: Desk) -> Client:
    key = token_urlsafe()
    desk.owner.execute(
        """INSERT INTO partners_apitoken (membership_id, digest, created_at, expires_at)
           VALUES (%s, %s, now(), now() + interval '1 day')""",
        [desk.people[0].membership.pk, sha256(key.encode()).hexdigest()],
    )
    return Client(headers={"Authorization": f"Bearer {key}"})


def found(system: Client, **query: Any) -> list[dict[str, Any]]:
    answer = system.get(LIST, query)
    assert answer.status_code == 200, answer.content
    rows: list[dict[str, Any]] = answer.json()["resultaten"]
    return rows


def test_a_notification_has_dutch_names(desk: Desk, system: Client) -> None:
    desk.hears()
    (row,) = found(system)
    assert row["gemaaktOp"].endswith("Z")
    assert {name: row[name] for name in row if name not in {"id", "gemaaktOp"}} == {
        "volgnummer": 1,
        "soort": "step",
        "tekst": "Er staat een nieuwe taak voor u klaar in zaak 2026-VR21-000123.",
        "casus": "2026-VR21-000123",
        "link": "/taken/5",
        "uiterlijk": None,
        "gelezenOp": None,
    }


def test_the_newest_come_first_and_after_a_number_the_oldest(desk: Desk, system: Client) -> None:
    tell_many(desk, 4)
    assert [row["volgnummer"] for row in found(system)] == [4, 3, 2, 1]
    assert [row["volgnummer"] for row in found(system, na=2)] == [3, 4]
    assert found(system, na=4) == []


@pytest.mark.parametrize("na", ["-1", "x", str(2**63)])
def test_a_wrong_number_is_a_mistake_and_no_error(system: Client, na: str) -> None:
    assert system.get(LIST, {"na": na}).status_code == 400


def test_reading_one_over_the_api(desk: Desk, system: Client) -> None:
    desk.hears()
    (row,) = found(system)
    first = system.post(f"{LIST}/{row['id']}/_lees")
    again = system.post(f"{LIST}/{row['id']}/_lees")
    assert first.json()["gelezenOp"] == again.json()["gelezenOp"] is not None


def test_anothers_and_an_unknown_one_look_the_same(desk: Desk, system: Client) -> None:
    desk.hears()
    with acting_as(desk.people[1]):
        anothers = Notification.objects.get().pk
    answers = [system.post(f"{LIST}/{pk}/_lees") for pk in (anothers, uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_without_a_key_there_is_nothing(desk: Desk) -> None:
    assert Client().get(LIST).status_code == 401
