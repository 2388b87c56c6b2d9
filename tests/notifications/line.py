"""A browser's end of the socket: speaks and hears frames, and waits no longer than it must."""

import json
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from asgiref.testing import ApplicationCommunicator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from notifications.inbox import Standing, standing
from notifications.routing import sockets
from partners.acting import acting_as
from partners.actor import Actor

PATIENCE = 10.0
HERE = "http://localhost"


def log_in(actor: Actor) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(actor.person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = actor.person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def log_out(key: str) -> None:
    import_module(settings.SESSION_ENGINE).SessionStore(key).delete()


def standing_of(actor: Actor) -> Standing:
    with acting_as(actor):
        return standing(actor.person.pk)


class Line:
    def __init__(self, session_key: str, *, origin: str = HERE, application: Any = sockets) -> None:
        cookie = f"{settings.SESSION_COOKIE_NAME}={session_key}"
        headers = [(b"origin", origin.encode()), (b"cookie", cookie.encode())]
        scope = {"type": "websocket", "path": "/ws/meldingen", "headers": headers}
        # asgiref's testing tools are untyped.
        self._end: Any = ApplicationCommunicator(application, scope)  # type: ignore[no-untyped-call]

    async def __aenter__(self) -> Self:
        assert (await self.connect())["type"] == "websocket.accept"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._end.send_input({"type": "websocket.disconnect", "code": 1001})
        await self._end.wait(PATIENCE)

    async def connect(self) -> dict[str, Any]:
        await self._end.send_input({"type": "websocket.connect"})
        return await self._receive()

    async def says(self, text: str) -> None:
        await self._end.send_input({"type": "websocket.receive", "text": text})

    async def hello(self, epoch: object, seq: object) -> None:
        await self.says(json.dumps({"type": "hello", "epoch": epoch, "seq": seq}))

    async def hears(self) -> dict[str, Any]:
        message = await self._receive()
        assert message["type"] == "websocket.send", message
        frame: dict[str, Any] = json.loads(message["text"])
        return frame

    async def close_code(self) -> int:
        message = await self._receive()
        assert message["type"] == "websocket.close", message
        return int(message["code"])

    async def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._end.receive_output(PATIENCE)
        return message
