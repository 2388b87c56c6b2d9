"""From a right that is withdrawn to the end of an open socket, and to the first page refused."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from django.db import connection
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from bench.row import Row, p
from bench.site import Site
from bench.sockets import hello_of
from config.database_roles import Connection
from partners.actor import Actor
from partners.models import Membership
from tests.faults.visitor import Visitor
from tests.notifications.desk import hire

TRIES = 100
PEOPLE = 200
TIMES_OF_ALL = 20
PATIENCE = 60.0
WITHDRAW = "UPDATE partners_person SET is_active = false WHERE id = %s"
LESS = "SELECT pg_notify('rights', 'organisation ' || %s::text)"


@dataclass(frozen=True)
class Watched:
    actor: Actor
    visitor: Visitor
    socket: ClientConnection


def measure(site: Site) -> list[Row]:
    """One after the other is deactivated while all have a page open; then all who are left look."""
    with site.house.owner() as owner, site.house.owner() as ear:
        crowd = hire(owner, people=PEOPLE)
        rows = Membership.objects.select_related("person", "organisation")
        people = [Actor(one) for one in rows.filter(organisation=crowd)]
        bare = [_bare(owner, ear) for _ in range(TRIES)]
        closed, refused, told = asyncio.run(_watch(site, people, owner, crowd))
    return [
        Row("NOTIFY to LISTEN on the same database (yardstick), p50", p(50, bare), "ms"),
        Row(f"a right withdrawn to its socket closed, {PEOPLE} open, p50", p(50, closed), "ms"),
        Row("the same, p99", p(99, closed), "ms"),
        Row(f"the same, the slowest of {TRIES}", 1000 * max(closed), "ms", 1000),
        Row("a right withdrawn to the first page asked, refused, p50", p(50, refused), "ms"),
        Row(f"the same, the slowest of {TRIES}", 1000 * max(refused), "ms", 1000),
        Row(
            f"an organisation may see less: the last of {PEOPLE - TRIES} told, p50",
            p(50, told),
            "ms",
        ),
    ]


def _bare(owner: Connection, ear: Connection) -> float:
    ear.execute("LISTEN yardstick")
    began = perf_counter()
    owner.execute("NOTIFY yardstick")
    for _heard in ear.notifies(timeout=PATIENCE, stop_after=1):
        return perf_counter() - began
    raise TimeoutError


async def _watch(
    site: Site, people: Sequence[Actor], owner: Connection, crowd: int
) -> tuple[list[float], list[float], list[float]]:
    loop = asyncio.get_running_loop()
    watched = [await _open(site, one) for one in people]
    closed, refused, told = [], [], []
    for one in watched[:TRIES]:
        committed = await loop.run_in_executor(None, _withdraw, owner, one.actor)
        page = loop.run_in_executor(None, _refused, one.visitor)
        async with asyncio.timeout(PATIENCE):
            closed.append(await _closed(one.socket) - committed)
            refused.append(await page - committed)
    stay = [one.socket for one in watched[TRIES:]]
    for _ in range(TIMES_OF_ALL):
        said = await loop.run_in_executor(None, _say_less, owner, crowd)
        async with asyncio.timeout(PATIENCE):
            told.append(max(await asyncio.gather(*map(_told, stay))) - said)
    await asyncio.gather(*(socket.close() for socket in stay))
    return closed, refused, told


async def _open(site: Site, actor: Actor) -> Watched:
    visitor = await asyncio.to_thread(_visitor, site, actor)
    cookie, hello = await asyncio.to_thread(hello_of, actor)
    socket = await connect(
        site.live.url.replace("http", "ws", 1) + "/ws/meldingen",
        origin=Origin(site.live.url),
        additional_headers={"Cookie": cookie},
        proxy=None,
    )
    await socket.send(hello)
    assert json.loads(await socket.recv())["type"] == "welcome"
    return Watched(actor, visitor, socket)


def _visitor(site: Site, actor: Actor) -> Visitor:
    try:
        return site.visitor(actor)
    finally:
        connection.close()


def _withdraw(owner: Connection, actor: Actor) -> float:
    """The moment at which the commit returned."""
    owner.execute(WITHDRAW, [actor.person.pk])
    return perf_counter()


def _say_less(owner: Connection, crowd: int) -> float:
    owner.execute(LESS, [crowd])
    return perf_counter()


def _refused(visitor: Visitor) -> float:
    """The first page that is asked for afterwards leads to the log-in."""
    assert visitor.opens("/zaken").status == 302
    return perf_counter()


async def _closed(socket: ClientConnection) -> float:
    try:
        while True:
            await socket.recv()
    except ConnectionClosed:
        return perf_counter()


async def _told(socket: ClientConnection) -> float:
    while json.loads(await socket.recv())["type"] != "rights":
        continue
    return perf_counter()
