"""The socket of one person: what came since, then what comes, each told once and in order.

The protocol is described in docs/realtime.md. A socket catches up once at a time, and however
many wake-ups come meanwhile, one more follows: a slow reader costs no memory.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from math import inf
from typing import Any, ParamSpec, TypeVar

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.layers import get_channel_layer
from django.utils import timezone

from notifications.admission import TurnedAway, actor_behind
from notifications.ends import next_end
from notifications.replay import Frame, Hello, Replay, catch_up, greet, stay
from notifications.rights import end, watch, words_of
from notifications.wakeups import LAYER_AILS, group_of
from partners.actor import Actor

PING_SECONDS = 20.0
LISTEN_AGAIN_SECONDS = 5.0
ASK_AFTER_SECONDS = 2.0
LONGEST_FRAME = 1024
BAD_FRAME = 4400
TRY_AGAIN = 1012

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)
# Not the thread that all sockets would share by default, nor a connection a socket.
_threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="sockets")


async def _in_database(read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Wait for a look that has begun even when cancelled: a thread cannot be stopped."""
    call = database_sync_to_async(read, thread_sensitive=False, executor=_threads)
    look: asyncio.Task[T] = asyncio.ensure_future(call(*args, **kwargs))
    try:
        return await asyncio.shield(look)
    except asyncio.CancelledError:
        await asyncio.wait([look])
        raise


class NotificationConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]  # channels is untyped
    # None of that name exists: the socket listens by itself, and opens while the layer is gone.
    channel_layer_alias = "none"

    def __init__(self, *, ping_seconds: float = PING_SECONDS) -> None:
        super().__init__()
        self._ping_seconds = ping_seconds
        self._next_ping = 0.0
        self._ends_at = inf
        self._is_due = asyncio.Event()
        self._hello: Hello | None = None
        self._seq: int | None = None
        self._is_closed = False
        self._tasks: list[asyncio.Task[None]] = []
        self._has_less = False
        self._asks_at = inf
        self.words: frozenset[str] = frozenset()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await watch().leave(self)
            await end(self._tasks)

    def look_again(self, *, has_less: bool) -> None:
        """Rights may be gone; with `has_less` the page is told so, if it may stay at all."""
        self._has_less = self._has_less or has_less
        self._is_due.set()

    async def connect(self) -> None:
        # Accepted first: a browser learns the code of a close, and nothing of a refusal.
        await self.accept()
        # Before the look: what changes after it is heard.
        watch().join(self)
        try:
            actor = await _in_database(actor_behind, self._session_key)
        except TurnedAway as away:
            await self._leave(away.code)
            return
        self._next_ping = asyncio.get_running_loop().time() + self._ping_seconds
        self.words = words_of(actor, self._session_key)
        # What was said between the look and here was meant for words it did not have yet.
        self._is_due.set()
        group = group_of(actor.person.pk)
        self._tasks = [asyncio.create_task(self._listen(group)), asyncio.create_task(self._talk())]

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        self._hello = parse_hello(text_data or "")
        if self._hello is None:
            await self._leave(BAD_FRAME)
        self._is_due.set()

    @property
    def _session_key(self) -> str | None:
        key: str | None = self.scope["session"].session_key
        return key

    async def _leave(self, code: int) -> None:
        if not self._is_closed:
            self._is_closed = True
            await self.close(code)

    async def _talk(self) -> None:
        try:
            while not self._is_closed:
                await self._wait_until_due()
                await self._ping_in_time()
                self._end_in_time()
                await self._catch_up()
        except TurnedAway as away:
            await self._leave(away.code)
        except OSError:
            return  # the reader has gone
        except Exception:
            # Nothing is swallowed: the log has it, and the page comes back to a socket that works.
            log.exception("a socket gives up")
            await self._leave(TRY_AGAIN)

    async def _wait_until_due(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout_at(min(self._next_ping, self._ends_at, self._asks_at)):
                await self._is_due.wait()

    async def _ping_in_time(self) -> None:
        now = asyncio.get_running_loop().time()
        if now >= self._next_ping:
            self._next_ping = now + self._ping_seconds
            self._asks_at = now
            await self._tell({"type": "ping"})
            self._has_less = self._has_less or watch().is_deaf

    def _end_in_time(self) -> None:
        """As if the database had said it: what ends by date is written nowhere at that moment."""
        if asyncio.get_running_loop().time() >= self._ends_at:
            self._has_less = True
            self._ends_at = inf

    async def _ask_in_time(self, actor: Actor, *, has_less: bool) -> None:
        """When what they may see ends by date, to look then without being told.

        Asked after the welcome, with each ping, and a moment after what they may see became less:
        an organisation hears that all at once, and nobody waits for what another may wait for.
        """
        now, here = timezone.now(), asyncio.get_running_loop().time()
        if has_less:
            self._asks_at = min(self._asks_at, here + ASK_AFTER_SECONDS)
        if here < self._asks_at:
            return
        self._asks_at = inf
        end = await _in_database(next_end, actor, self._session_key, now)
        self._ends_at = here + (end - now).total_seconds() if end else inf

    async def _catch_up(self) -> None:
        self._is_due.clear()
        has_less, self._has_less = self._has_less, False
        replay = await self._look()
        self._seq = replay.seq
        self.words = words_of(replay.actor, self._session_key)
        for frame in replay.frames:
            await self._tell(frame)
        if has_less:
            await self._tell({"type": "rights"})
        await self._ask_in_time(replay.actor, has_less=has_less)

    async def _look(self) -> Replay:
        hello, self._hello = self._hello, None
        if hello is not None:
            self._asks_at = 0.0
            return await _in_database(greet, self._session_key, hello)
        if self._seq is not None:
            return await _in_database(catch_up, self._session_key, self._seq)
        return await _in_database(stay, self._session_key)

    async def _tell(self, frame: Frame) -> None:
        if not self._is_closed:
            await self.send(text_data=json.dumps(frame))

    async def _listen(self, group: str) -> None:
        while True:
            try:
                await self._hear(group)
            except LAYER_AILS as error:
                log.info("a socket hears no wake-ups: %s", type(error).__name__)
            await asyncio.sleep(LISTEN_AGAIN_SECONDS)

    async def _hear(self, group: str) -> None:
        layer = get_channel_layer()
        # Fails when the layer is gone, before it makes a channel that it would never clean up.
        await layer.group_send(group, {"type": "wake.up"})
        channel = await layer.new_channel()
        try:
            await layer.group_add(group, channel)
            self._is_due.set()
            while True:
                await layer.receive(channel)
                self._is_due.set()
        finally:
            await layer.group_discard(group, channel)


def parse_hello(text: str) -> Hello | None:
    if len(text) > LONGEST_FRAME:
        return None
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(frame, dict) or frame.get("type") != "hello":
        return None
    return Hello(frame.get("epoch"), frame.get("seq"))
