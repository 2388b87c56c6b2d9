"""Hears from the database whose rights became less, and lets their sockets look again at once.

One connection a process, apart from the pool. It hears itself every few seconds; as long as it does
not, every socket looks in the database by itself, twice a second: nobody keeps what he lost
because a message did.
"""

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import connection
from psycopg import AsyncConnection, Error, sql

from partners.actor import Actor

CHANNEL = "rights"
FIRST_ECHO_SECONDS = 1.0
ECHO_SECONDS = 5.0
PATIENCE_SECONDS = 2.0
DEAF_SECONDS = 0.5
FAREWELLS = 20
FAREWELL_SECONDS = 0.1
APART = ("context", "cursor_factory", "pool")
"""What Django keeps in its parameters for connections of its own."""

Link = AsyncConnection[tuple[Any, ...]]

log = logging.getLogger(__name__)


class Deaf(Exception):
    """What was said did not come back: a pooler in between, or a connection that is none."""


class Listener(Protocol):
    """`words` are those of the database that concern it."""

    words: frozenset[str]

    def look_again(self, *, has_less: bool) -> None: ...


def words_of(actor: Actor, session_key: str | None) -> frozenset[str]:
    """As the triggers of 0004_rights say them: of a session no more than its digest."""
    digest = hashlib.sha256((session_key or "").encode()).hexdigest()
    return frozenset(
        (
            f"person {actor.person.pk}",
            f"organisation {actor.organisation_id}",
            f"session {digest}",
        )
    )


class Watch:
    """Of one event loop; it listens as long as there is anyone to tell."""

    def __init__(self) -> None:
        self.is_deaf = False
        self._listeners: set[Listener] = set()
        self._task: asyncio.Task[None] | None = None

    def join(self, listener: Listener) -> None:
        self._listeners.add(listener)
        if self._task is None:
            self._task = asyncio.create_task(self._run())

    async def leave(self, listener: Listener) -> None:
        self._listeners.discard(listener)
        if not self._listeners and self._task is not None:
            task, self._task = self._task, None
            await end([task])

    async def _run(self) -> None:
        while True:
            try:
                await self._hear()
            except (Deaf, Error, OSError, TimeoutError) as error:
                self._note(is_deaf=True, why=type(error).__name__)
            self._all_look_again(has_less=False)
            await asyncio.sleep(DEAF_SECONDS)

    async def _hear(self) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            link = await AsyncConnection.connect(**_parameters(), autocommit=True)
        async with link:
            await _say(link, sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
            patience = FIRST_ECHO_SECONDS
            while True:
                await self._until_echo(link, patience)
                if patience == FIRST_ECHO_SECONDS:
                    # What happened before it listened is for them to find.
                    self._all_look_again(has_less=self.is_deaf)
                    self._note(is_deaf=False)
                patience = ECHO_SECONDS

    async def _until_echo(self, link: Link, patience: float) -> None:
        """Tell what is said meanwhile.

        :raises Deaf: when it did not hear itself.
        """
        echo = secrets.token_hex(8)
        await _say(
            link,
            sql.SQL("SELECT pg_notify({}, {})").format(sql.Literal(CHANNEL), sql.Literal(echo)),
        )
        is_heard = False
        async for heard in link.notifies(timeout=patience):
            is_heard = is_heard or heard.payload == echo
            self._spread(heard.payload)
            if is_heard and patience == FIRST_ECHO_SECONDS:
                return
        if not is_heard:
            raise Deaf

    def _spread(self, word: str) -> None:
        for listener in tuple(self._listeners):
            if word in listener.words:
                listener.look_again(has_less=True)

    def _all_look_again(self, *, has_less: bool) -> None:
        for listener in tuple(self._listeners):
            listener.look_again(has_less=has_less)

    def _note(self, *, is_deaf: bool, why: str = "") -> None:
        """Log once when it goes deaf and once when it hears again."""
        if is_deaf != self.is_deaf:
            self.is_deaf = is_deaf
            log.warning("changes of rights are heard: %s %s", not is_deaf, why)


_watches: WeakKeyDictionary[asyncio.AbstractEventLoop, Watch] = WeakKeyDictionary()


def watch() -> Watch:
    return _watches.setdefault(asyncio.get_running_loop(), Watch())


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel until they end: `asyncio.wait_for` of Python 3.11 may swallow a cancellation."""
    pending = set(tasks)
    for _ in range(FAREWELLS):
        for task in pending:
            task.cancel()
        if pending:
            _, pending = await asyncio.wait(pending, timeout=FAREWELL_SECONDS)


async def _say(link: Link, statement: sql.Composed) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        await link.execute(statement)


def _parameters() -> dict[str, Any]:
    """Of the web's own login, or of the address that goes past a pooler."""
    if settings.DATABASE_LISTEN_URL:
        return {"conninfo": f"postgresql://{settings.DATABASE_LISTEN_URL.partition('://')[2]}"}
    parameters: dict[str, Any] = dict(connection.get_connection_params())
    for name in APART:
        with suppress(KeyError):
            del parameters[name]
    return parameters
