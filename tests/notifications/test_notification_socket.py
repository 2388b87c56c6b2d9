"""The socket's protocol, as docs/realtime.md has it, over the real database and channel layer."""

import asyncio

import pytest
from channels.db import database_sync_to_async
from channels.sessions import SessionMiddlewareStack

from notifications.consumers import NotificationConsumer
from notifications.replay import LONGEST_REPLAY
from tests.notifications.desk import Desk, tell_many
from tests.notifications.line import Line, log_in, log_out, standing_of

SOON = 0.1


def event(seq: int) -> dict[str, object]:
    return {"type": "event", "seq": seq, "kind": "step", "case": "2026-VR21-000123"}


def test_a_page_that_is_up_to_date_is_welcomed_and_then_hears_live(desk: Desk) -> None:
    desk.hears()
    now = standing_of(desk.people[0])
    key = log_in(desk.people[0])

    async def talk() -> None:
        async with Line(key) as line:
            await line.hello(now.epoch, 1)
            assert await line.hears() == {"type": "welcome", "epoch": now.epoch, "seq": 1}
            for seq in (2, 3):
                await database_sync_to_async(desk.hears)()
                assert await line.hears() == event(seq)

    asyncio.run(talk())


def test_what_came_while_the_page_was_away_is_told_once_and_in_order(desk: Desk) -> None:
    for _ in range(4):
        desk.hears()
    now = standing_of(desk.people[0])
    key = log_in(desk.people[0])

    async def talk() -> None:
        async with Line(key) as line:
            await line.hello(now.epoch, 1)
            assert await line.hears() == {"type": "welcome", "epoch": now.epoch, "seq": 1}
            assert [await line.hears() for _ in range(3)] == [event(2), event(3), event(4)]
            await database_sync_to_async(desk.hears)()
            assert await line.hears() == event(5)

    asyncio.run(talk())


UNKNOWN = {"ahead": 99, "below": -1, "a word": "1", "nothing": None, "true": True, "huge": 10**400}


@pytest.mark.parametrize("seq", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_an_unknown_number_gets_a_resync_from_where_things_stand(desk: Desk, seq: object) -> None:
    desk.hears()
    epoch = standing_of(desk.people[0]).epoch
    _assert_resync(log_in(desk.people[0]), desk, hello=(epoch, seq), epoch=epoch, seq=1)


def test_an_unknown_epoch_gets_a_resync(desk: Desk) -> None:
    desk.hears()
    epoch = standing_of(desk.people[0]).epoch
    _assert_resync(log_in(desk.people[0]), desk, hello=("of-old", 1), epoch=epoch, seq=1)


def test_whoever_missed_too_much_gets_a_resync(desk: Desk) -> None:
    tell_many(desk, LONGEST_REPLAY + 1)
    now = standing_of(desk.people[0])
    key = log_in(desk.people[0])
    _assert_resync(key, desk, hello=(now.epoch, 0), epoch=now.epoch, seq=now.seq)


def test_a_hole_in_what_is_kept_gets_a_resync(desk: Desk) -> None:
    tell_many(desk, 3)
    desk.owner.execute("DELETE FROM notifications_notification WHERE seq = 2")
    epoch = standing_of(desk.people[0]).epoch
    key = log_in(desk.people[0])
    _assert_resync(key, desk, hello=(epoch, 1), epoch=epoch, seq=3)


def _assert_resync(
    key: str, desk: Desk, *, hello: tuple[object, object], epoch: str, seq: int
) -> None:
    async def talk() -> None:
        async with Line(key) as line:
            await line.hello(*hello)
            assert await line.hears() == {"type": "welcome", "epoch": epoch, "seq": seq}
            assert await line.hears() == {"type": "resync"}
            await database_sync_to_async(desk.hears)()
            assert await line.hears() == event(seq + 1)

    asyncio.run(talk())


def test_a_lost_wake_up_costs_no_more_than_a_ping(desk: Desk) -> None:
    desk.hears()
    now = standing_of(desk.people[0])
    key = log_in(desk.people[0])
    application = SessionMiddlewareStack(NotificationConsumer.as_asgi(ping_seconds=SOON))

    async def talk() -> None:
        async with Line(key, application=application) as line:
            await line.hello(now.epoch, 1)
            heard = await line.hears()
            while heard == {"type": "ping"}:
                # So soon a busy machine pings before it has looked what it welcomes to.
                heard = await line.hears()
            assert heard["type"] == "welcome"
            assert await line.hears() == {"type": "ping"}
            await database_sync_to_async(tell_many)(desk)
            frames = [await line.hears() for _ in range(4)]
            assert [frame for frame in frames if frame["type"] != "ping"] == [event(2)]

    asyncio.run(talk())


def test_another_persons_news_is_not_heard(desk: Desk) -> None:
    desk.hears()
    first = desk.people[0]
    now = standing_of(first)
    key = log_in(first)

    async def talk() -> None:
        async with Line(key) as line:
            await line.hello(now.epoch, 1)
            assert (await line.hears())["type"] == "welcome"
            # The first does this act, so only the others are told of it.
            await database_sync_to_async(desk.hears)(by=first)
            await database_sync_to_async(desk.hears)()
            assert await line.hears() == event(2)

    asyncio.run(talk())


def test_a_page_from_elsewhere_is_refused(desk: Desk) -> None:
    line = Line(log_in(desk.people[0]), origin="http://elsewhere.example")
    assert asyncio.run(line.connect())["type"] == "websocket.close"


@pytest.mark.parametrize("key", ["", "unknown"])
def test_whoever_is_not_logged_in_is_told_so(desk: Desk, key: str) -> None:
    assert asyncio.run(_close_code(key)) == 4401


def test_whoever_may_act_for_nobody_is_told_so(desk: Desk) -> None:
    key = log_in(desk.people[0])
    desk.owner.execute(
        "DELETE FROM partners_membership WHERE role = 'liaison' AND person_id = %s",
        [desk.people[0].person.pk],
    )
    assert asyncio.run(_close_code(key)) == 4403


async def _close_code(key: str) -> int:
    async with Line(key) as line:
        return await line.close_code()


ENDINGS = {
    "logged out": (4401, ""),
    "a new password": (4401, "UPDATE partners_person SET password = 'new' WHERE id = %s"),
    "locked out": (4403, "UPDATE partners_person SET is_active = false WHERE id = %s"),
    "left": (
        4403,
        "UPDATE partners_membership SET valid_until = current_date WHERE person_id = %s",
    ),
}


@pytest.mark.parametrize(("code", "statement"), ENDINGS.values(), ids=ENDINGS.keys())
def test_rights_that_end_end_the_socket_before_it_says_more(
    desk: Desk, code: int, statement: str
) -> None:
    desk.hears()
    actor = desk.people[0]
    now = standing_of(actor)
    key = log_in(actor)

    async def talk() -> None:
        async with Line(key) as line:
            await line.hello(now.epoch, 1)
            assert (await line.hears())["type"] == "welcome"
            if statement:
                desk.owner.execute(statement, [actor.person.pk])
            else:
                await database_sync_to_async(log_out)(key)
            await line.hello(now.epoch, 0)
            assert await line.close_code() == code

    asyncio.run(talk())


BAD = ["", "{", "[]", "17", '"hello"', '{"type": "welcome"}', "[" * 1000, "x" * 100_000, "\0"]


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_frame_that_is_no_hello_ends_the_socket(desk: Desk, text: str) -> None:
    key = log_in(desk.people[0])

    async def talk() -> int:
        async with Line(key) as line:
            await line.says(text)
            return await line.close_code()

    assert asyncio.run(talk()) == 4400
