"""A reader that does not read costs no memory: it is told once more where things stand."""

import asyncio
import json
from typing import Any

from channels.db import database_sync_to_async
from django.conf import settings

from notifications.replay import LONGEST_REPLAY
from notifications.routing import sockets
from tests.notifications.desk import Desk, tell_many
from tests.notifications.line import HERE, PATIENCE, log_in, standing_of


class Stalling:
    """Takes the first frames, then none until it `goes_on`."""

    def __init__(self, takes: int) -> None:
        self.takes = takes
        self.frames: list[dict[str, Any]] = []
        self.stalls = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.has_resync = asyncio.Event()

    async def send(self, message: Any) -> None:
        if message["type"] != "websocket.send":
            return
        if len(self.frames) == self.takes:
            self.stalls.set()
            await self.goes_on.wait()
        frame = json.loads(message["text"])
        self.frames.append(frame)
        if frame["type"] == "resync":
            self.has_resync.set()


def test_a_reader_that_stalls_gets_a_resync_and_no_heap_of_frames(desk: Desk) -> None:
    desk.hears()
    now = standing_of(desk.people[0])
    cookie = f"{settings.SESSION_COOKIE_NAME}={log_in(desk.people[0])}"
    headers = [(b"origin", HERE.encode()), (b"cookie", cookie.encode())]

    async def talk() -> list[str]:
        said: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        reader = Stalling(takes=1)
        scope = {"type": "websocket", "path": "/ws/meldingen", "headers": headers}
        socket = asyncio.create_task(sockets(scope, said.get, reader.send))
        await said.put({"type": "websocket.connect"})
        hello = {"type": "hello", "epoch": now.epoch, "seq": 0}
        await said.put({"type": "websocket.receive", "text": json.dumps(hello)})
        async with asyncio.timeout(PATIENCE):
            await reader.stalls.wait()
            await database_sync_to_async(tell_many)(desk, LONGEST_REPLAY + 1)
            await database_sync_to_async(desk.hears)()
            reader.goes_on.set()
            await reader.has_resync.wait()
            await said.put({"type": "websocket.disconnect", "code": 1001})
            await socket
        return [frame["type"] for frame in reader.frames]

    assert asyncio.run(talk()) == ["welcome", "event", "welcome", "resync"]
