"""From the commit of an act to the frames at the browsers, with two hundred sockets open."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from django.conf import settings
from django.db import connection, transaction
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from bench.row import Row, p
from bench.site import Site, log_in
from notifications.inbox import standing
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership
from partners.news import tell
from tests.cast import Cast
from tests.notifications.desk import a_news, hire

SOCKETS = 200
ACTS = 100
CROWDED_ACTS = 20
PATIENCE = 60.0


def measure(site: Site) -> list[Row]:
    """Two hundred people with a page open: an act tells the two of politie, or all the others."""
    cast = Cast()
    with site.house.owner() as owner:
        crowd = hire(owner, people=SOCKETS - 2)
    memberships = Membership.objects.select_related("person", "organisation")
    others = [Actor(one) for one in memberships.filter(organisation=crowd)]
    told = [cast.police, cast.second_police]
    ordinary, crowded = asyncio.run(_listen(site, [*told, *others], crowd))
    frames = [frame for act in ordinary for frame in act]
    last = [max(act) for act in crowded]
    return [
        Row(
            f"commit to browser frame, {SOCKETS} sockets open, 2 told, p50", p(50, frames), "ms", 20
        ),
        Row(
            f"commit to browser frame, {SOCKETS} sockets open, 2 told, p99",
            p(99, frames),
            "ms",
            100,
        ),
        Row(f"one act tells {len(others)} people at once: the last frame, p50", p(50, last), "ms"),
    ]


async def _listen(site: Site, people: list[Actor], crowd: int) -> list[list[list[float]]]:
    """Seconds from each commit to each frame that it brings, for acts of both kinds."""
    loop = asyncio.get_running_loop()
    frames: asyncio.Queue[float] = asyncio.Queue()
    with ThreadPoolExecutor(max_workers=1) as database:
        hellos = await loop.run_in_executor(database, lambda: [hello_of(one) for one in people])
        sockets = [await _open(site, *hello, frames) for hello in hellos]
        delays: list[list[list[float]]] = []
        police = people[0].organisation_id
        for organisation, listeners, acts in (
            (police, 2, ACTS),
            (crowd, len(people) - 2, CROWDED_ACTS),
        ):
            delays.append([])
            for _ in range(acts):
                committed = await loop.run_in_executor(database, _act, organisation)
                async with asyncio.timeout(PATIENCE):
                    delays[-1].append([await frames.get() - committed for _ in range(listeners)])
    for _, reader in sockets:
        reader.cancel()
    await asyncio.gather(*(socket.close() for socket, _ in sockets))
    return delays


async def _open(
    site: Site, cookie: str, hello: str, frames: "asyncio.Queue[float]"
) -> tuple[ClientConnection, "asyncio.Task[None]"]:
    socket = await connect(
        site.live.url.replace("http", "ws", 1) + "/ws/meldingen",
        origin=Origin(site.live.url),
        additional_headers={"Cookie": cookie},
        proxy=None,
    )
    await socket.send(hello)
    assert json.loads(await socket.recv())["type"] == "welcome"

    async def read() -> None:
        async for frame in socket:
            if json.loads(frame)["type"] == "event":
                frames.put_nowait(perf_counter())

    return socket, asyncio.create_task(read())


def hello_of(actor: Actor) -> tuple[str, str]:
    """The cookie of a session of its own, and what a page says with it that has all there is."""
    with acting_as(actor):
        now = standing(actor.person.pk)
    cookie = f"{settings.SESSION_COOKIE_NAME}={log_in(actor)}"
    return cookie, json.dumps({"type": "hello", "epoch": now.epoch, "seq": now.seq})


def _act(organisation: int) -> float:
    """Tells the liaisons there; the moment is that at which the commit returned."""
    by = Cast().grid
    committed: list[float] = []
    with acting_as(by):
        transaction.on_commit(lambda: committed.append(perf_counter()))
        tell(a_news(by, organisation))
    connection.close()
    return committed[0]
