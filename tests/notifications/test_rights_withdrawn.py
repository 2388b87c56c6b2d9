"""Whoever loses a right loses his socket at once, by whom and however it was taken; others keep it.

Nobody says anything after the welcome, no wake-up is sent, and pings are 20 seconds apart: what
ends a socket within the patience of a line is what the database said.
"""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from channels.db import database_sync_to_async
from psycopg import AsyncConnection, OperationalError

from config.database_roles import connect
from tests.notifications.desk import Desk
from tests.notifications.line import Line, log_in, log_out, standing_of
from tests.servers import admin_url

AT_MOST = 5.0
"""Seconds; it takes some hundredths, and a busy machine gets its time."""

Ending = Callable[[Desk, str], None]


def by_owner(statement: str) -> Ending:
    """What an administrator does, past every service of ours."""

    def end(desk: Desk, _session: str) -> None:
        desk.owner.execute(statement.encode(), [desk.people[0].person.pk])

    return end


NAME = b"UPDATE partners_membership SET clearances = '{hennep}' WHERE id = %s"
UNNAME = b"UPDATE partners_clearance SET ended_at = now() WHERE membership_id = %s"
ENDINGS = {
    "logged out elsewhere": (4401, lambda _desk, session: log_out(session)),
    "a new password": (4401, by_owner("UPDATE partners_person SET password='new' WHERE id = %s")),
    "deactivated": (4403, by_owner("UPDATE partners_person SET is_active=false WHERE id = %s")),
    "a capacity that ends": (
        4403,
        by_owner("UPDATE partners_membership SET valid_until = current_date WHERE person_id = %s"),
    ),
    "a capacity that is gone": (
        4403,
        by_owner("DELETE FROM partners_membership WHERE person_id = %s"),
    ),
}


@pytest.mark.parametrize(("code", "ending"), ENDINGS.values(), ids=ENDINGS.keys())
def test_a_right_that_is_withdrawn_closes_its_socket_and_no_other(
    desk: Desk, code: int, ending: Ending
) -> None:
    loser, keeper = desk.people[:2]
    sessions = [log_in(one) for one in (loser, keeper)]
    now = standing_of(keeper)

    async def talk() -> None:
        async with Line(sessions[0]) as lost, Line(sessions[1]) as kept:
            for line in (lost, kept):
                await line.hello("of-old", 0)
                assert (await line.hears())["type"] == "welcome"
                assert await line.hears() == {"type": "resync"}
            await database_sync_to_async(ending)(desk, sessions[0])
            async with asyncio.timeout(AT_MOST):
                assert await lost.close_code() == code
            await database_sync_to_async(desk.hears)()
            frame = await kept.hears()
            assert (frame["type"], frame["seq"]) == ("event", now.seq + 1)

    asyncio.run(talk())


def test_a_socket_that_never_said_hello_is_closed_as_well(desk: Desk) -> None:
    session = log_in(desk.people[0])

    async def talk() -> int:
        async with Line(session) as line:
            await database_sync_to_async(ENDINGS["deactivated"][1])(desk, session)
            async with asyncio.timeout(AT_MOST):
                return await line.close_code()

    assert asyncio.run(talk()) == 4403


def test_a_page_is_told_that_its_organisation_may_see_less_and_stays_connected(desk: Desk) -> None:
    """As after a disclosure that was withdrawn: the page looks whether it may still be shown."""
    first = desk.people[0]
    session = log_in(first)

    async def talk() -> None:
        async with Line(session) as line:
            await line.hello("of-old", 0)
            assert [(await line.hears())["type"] for _ in range(2)] == ["welcome", "resync"]
            await database_sync_to_async(say)(desk, f"organisation {desk.organisation_id + 1}")
            await database_sync_to_async(say)(desk, f"organisation {desk.organisation_id}")
            async with asyncio.timeout(AT_MOST):
                assert await line.hears() == {"type": "rights"}
            await database_sync_to_async(desk.hears)()
            assert (await line.hears())["type"] == "event"

    asyncio.run(talk())


def test_a_clearance_that_ends_is_told_to_that_person_alone(desk: Desk) -> None:
    loser, keeper = desk.people[:2]
    for one in (loser, keeper):
        desk.owner.execute(NAME, [one.membership.pk])
    sessions = [log_in(one) for one in (loser, keeper)]

    async def talk() -> None:
        async with Line(sessions[0]) as lost, Line(sessions[1]) as kept:
            for line in (lost, kept):
                await line.hello("of-old", 0)
                assert [(await line.hears())["type"] for _ in range(2)] == ["welcome", "resync"]
            await database_sync_to_async(desk.owner.execute)(UNNAME, [loser.membership.pk])
            async with asyncio.timeout(AT_MOST):
                assert await lost.hears() == {"type": "rights"}
            await database_sync_to_async(desk.hears)()
            assert (await kept.hears())["type"] == "event"

    asyncio.run(talk())


def test_without_a_connection_to_listen_on_each_socket_looks_by_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_args: object, **_more: object) -> None:
        raise OperationalError

    monkeypatch.setattr(AsyncConnection, "connect", refuse)
    _assert_deactivation_is_noticed(desk)


def test_a_pooler_that_swallows_what_is_said_counts_as_deaf(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hear_nothing(*_args: object, **_more: object) -> AsyncIterator[None]:
        nothing: tuple[None, ...] = ()
        for one in nothing:
            yield one

    monkeypatch.setattr(AsyncConnection, "notifies", hear_nothing)
    _assert_deactivation_is_noticed(desk)


def _assert_deactivation_is_noticed(desk: Desk) -> None:
    session = log_in(desk.people[0])

    async def talk() -> int:
        async with Line(session) as line:
            await line.hello("of-old", 0)
            assert [(await line.hears())["type"] for _ in range(2)] == ["welcome", "resync"]
            await database_sync_to_async(ENDINGS["deactivated"][1])(desk, session)
            async with asyncio.timeout(AT_MOST):
                return await line.close_code()

    assert asyncio.run(talk()) == 4403


def test_a_connection_that_is_cut_is_made_again(desk: Desk) -> None:
    session = log_in(desk.people[0])

    async def talk() -> int:
        async with Line(session) as line:
            await line.hello("of-old", 0)
            assert [(await line.hears())["type"] for _ in range(2)] == ["welcome", "resync"]
            cut = await database_sync_to_async(cut_listeners)(desk)
            assert cut == 1
            async with asyncio.timeout(AT_MOST):
                assert await line.hears() == {"type": "rights"}
            await database_sync_to_async(ENDINGS["deactivated"][1])(desk, session)
            async with asyncio.timeout(AT_MOST):
                return await line.close_code()

    assert asyncio.run(talk()) == 4403


def say(desk: Desk, word: str) -> None:
    desk.owner.execute("SELECT pg_notify('rights', %s)", [word])


def cut_listeners(desk: Desk) -> int:
    """By a superuser: the owner of a database may not end the web's connections."""
    with connect(admin_url()) as admin:
        rows = admin.execute(
            """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = %s AND query LIKE '%%pg_notify(''rights''%%'""",
            [desk.owner.info.dbname],
        )
        return len(rows.fetchall())
