"""What ends by date ends an open socket at that moment, though no row changes then.

Nothing is said and pings are 20 seconds apart: what ends a socket within the patience of a line is
its own clock.
"""

import asyncio
from datetime import datetime, time, timedelta

import pytest
from channels.db import database_sync_to_async
from django.utils import timezone

from notifications.ends import next_end
from tests.cast import Cast
from tests.notifications.desk import Desk
from tests.notifications.line import Line, log_in
from tests.notifications.test_rights_withdrawn import AT_MOST

LEFT = timedelta(seconds=1)
ONE = "UPDATE partners_membership SET valid_until = %s WHERE person_id = %s"


@pytest.fixture
def evening(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """A second before midnight in Amsterdam, from where the clock goes on; the day that begins."""
    ordinary = timezone.now
    tomorrow = timezone.localdate() + timedelta(days=1)
    midnight = timezone.make_aware(datetime.combine(tomorrow, time.min))
    ahead = midnight - LEFT - ordinary()
    monkeypatch.setattr(timezone, "now", lambda: ordinary() + ahead)
    return midnight


def test_a_session_that_is_over_ends_its_socket_and_no_other(desk: Desk) -> None:
    over, lasts = (log_in(one) for one in desk.people[:2])
    desk.owner.execute(
        "UPDATE django_session SET expire_date = now() + interval '1 second'"
        " WHERE session_key = %s",
        [over],
    )
    assert _ends(desk, over, lasts) == 4401


def test_a_capacity_whose_last_day_is_over_ends_its_socket_and_no_other(
    desk: Desk, evening: datetime
) -> None:
    gone, stays = desk.people[:2]
    desk.owner.execute(ONE, [timezone.localdate(evening), gone.person.pk])
    assert _ends(desk, log_in(gone), log_in(stays)) == 4403


def test_who_has_another_capacity_left_is_told_and_stays(desk: Desk, evening: datetime) -> None:
    first = desk.people[0]
    session = log_in(first)
    desk.owner.execute(
        """INSERT INTO partners_membership (valid_from, valid_until, person_id, organisation_id,
                                            role, mandate)
           VALUES ('2000-01-01', %s, %s, %s, 'liaison', '')""",
        [timezone.localdate(evening), first.person.pk, Cast().grid.organisation_id],
    )

    async def talk() -> None:
        async with Line(session) as line:
            await line.hello("of-old", 0)
            assert [(await line.hears())["type"] for _ in range(2)] == ["welcome", "resync"]
            async with asyncio.timeout(AT_MOST):
                assert await line.hears() == {"type": "rights"}

    try:
        asyncio.run(talk())
    finally:
        desk.owner.execute(
            "DELETE FROM partners_membership WHERE person_id = %s AND organisation_id <> %s",
            [first.person.pk, desk.organisation_id],
        )


def test_a_capacity_ends_at_the_midnight_of_amsterdam(desk: Desk) -> None:
    gone, stays = desk.people[:2]
    day = timezone.localdate() + timedelta(days=3)
    desk.owner.execute(ONE, [day, gone.person.pk])
    midnight = timezone.make_aware(datetime.combine(day, time.min))
    assert next_end(gone, None, timezone.now()) == midnight
    assert next_end(stays, None, timezone.now()) is None


def _ends(desk: Desk, over: str, lasts: str) -> int:
    """The code with which the one is closed; the other hears what comes after."""

    async def talk() -> int:
        async with Line(over) as lost, Line(lasts) as kept:
            for line in (lost, kept):
                await line.hello("of-old", 0)
                assert [(await line.hears())["type"] for _ in range(2)] == ["welcome", "resync"]
            async with asyncio.timeout(AT_MOST):
                code = await lost.close_code()
            await database_sync_to_async(desk.hears)()
            assert (await kept.hears())["type"] == "event"
            return code

    return asyncio.run(talk())
