"""Wakes the sockets of a person, from a thread of its own: no act waits for the channel layer.

A wake-up may get lost; the sockets look for themselves at every ping.
"""

import asyncio
import atexit
import logging
import threading
from collections.abc import Iterable

from channels.layers import get_channel_layer
from redis.exceptions import RedisError

TIMEOUT_SECONDS = 1.0
LAYER_AILS = (RedisError, OSError, TimeoutError, RuntimeError)
"""What a layer raises that is gone, hangs, or loses its connection; the pings make up for it."""

log = logging.getLogger(__name__)


def group_of(person_id: int) -> str:
    return f"person.{person_id}"


class Courier:
    """Holds one wake-up a person at most, so a layer that hangs costs no memory."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[int] = set()
        self._is_empty = threading.Event()
        self._is_empty.set()
        self._has_work = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._gets_through = True

    def send(self, person_ids: Iterable[int]) -> None:
        with self._lock:
            self._waiting.update(person_ids)
            self._is_empty.clear()
            # One that died of something unforeseen, which the log then has, is not the last.
            is_there = self._thread is not None and self._thread.is_alive()
            loop = self._loop if self._loop and is_there else self._start()
        loop.call_soon_threadsafe(self._has_work.set)

    def finish(self) -> None:
        """Give the last wake-ups of a short command their time; without any this costs none."""
        self._is_empty.wait(TIMEOUT_SECONDS)

    def _start(self) -> asyncio.AbstractEventLoop:
        if self._thread is None:
            atexit.register(self.finish)
        self._loop = asyncio.new_event_loop()
        self._has_work = asyncio.Event()
        self._thread = threading.Thread(
            target=self._run, args=(self._loop,), name="notifications-courier", daemon=True
        )
        self._thread.start()
        return self._loop

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(self._carry())
        finally:
            loop.close()

    async def _carry(self) -> None:
        while True:
            await self._has_work.wait()
            self._has_work.clear()
            await self._deliver(self._take())
            with self._lock:
                if not self._waiting:
                    self._is_empty.set()

    def _take(self) -> list[int]:
        with self._lock:
            person_ids = sorted(self._waiting)
            self._waiting.clear()
        return person_ids

    async def _deliver(self, person_ids: list[int]) -> None:
        layer = get_channel_layer()
        try:
            for person_id in person_ids:
                message = {"type": "wake.up", "person": person_id}
                async with asyncio.timeout(TIMEOUT_SECONDS):
                    await layer.group_send(group_of(person_id), message)
        except LAYER_AILS as error:
            self._note(gets_through=False, why=type(error).__name__)
        else:
            self._note(gets_through=True)

    def _note(self, *, gets_through: bool, why: str = "") -> None:
        """Log once when the layer goes and once when it is back, not at every act between."""
        if gets_through != self._gets_through:
            self._gets_through = gets_through
            log.warning("wake-ups get through: %s %s", gets_through, why)


_courier = Courier()


def wake(person_ids: Iterable[int]) -> None:
    _courier.send(person_ids)
