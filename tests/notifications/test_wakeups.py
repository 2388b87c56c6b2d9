"""The channel layer only saves time: without it acts go on, and sockets still hear what is new."""

import asyncio
import socket
import time
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from channels.sessions import SessionMiddlewareStack
from pytest_django import Settings

from notifications.consumers import NotificationConsumer
from notifications.wakeups import Courier
from tests.notifications.desk import Desk
from tests.notifications.line import PATIENCE, Line, log_in, standing_of

A_MOMENT = 0.5
SOON = 0.1


def _layer(port: int) -> dict[str, object]:
    return {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [f"redis://127.0.0.1:{port}/0"]},
        }
    }


@pytest.fixture(params=["gone", "hanging"])
def broken_layer(request: pytest.FixtureRequest, settings: Settings) -> Iterator[None]:
    """A port on which nobody answers: nobody listens there, or somebody who never speaks."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        if request.param == "hanging":
            server.listen(100)
        settings.CHANNEL_LAYERS = _layer(server.getsockname()[1])
        yield


def test_an_act_does_not_wait_for_a_broken_layer(desk: Desk, broken_layer: None) -> None:
    start = time.monotonic()
    for _ in range(5):
        desk.hears()
    assert time.monotonic() - start < 5 * A_MOMENT
    assert standing_of(desk.people[0]).seq == 5


def test_a_socket_hears_what_is_new_without_the_layer(desk: Desk, broken_layer: None) -> None:
    desk.hears()
    now = standing_of(desk.people[0])
    key = log_in(desk.people[0])
    application = SessionMiddlewareStack(NotificationConsumer.as_asgi(ping_seconds=SOON))

    async def talk() -> list[str]:
        async with Line(key, application=application) as line:
            await line.hello(now.epoch, 0)
            return [(await line.hears())["type"] for _ in range(3)]

    assert asyncio.run(talk()) == ["welcome", "event", "ping"]


def test_wake_ups_for_one_person_do_not_pile_up(broken_layer: None) -> None:
    courier = Courier()
    for _ in range(10_000):
        courier.send([17])
    assert len(courier._waiting) <= 1


class OnceBroken:
    """A layer with a fault that nobody foresaw, the first time."""

    groups: ClassVar[list[str]] = []

    def __init__(self, **_config: Any) -> None:
        self.groups.clear()

    async def group_send(self, group: str, _message: dict[str, Any]) -> None:
        self.groups.append(group)
        if len(self.groups) == 1:
            raise LookupError


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_courier_that_died_of_something_unforeseen_is_not_the_last(settings: Settings) -> None:
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": f"{__name__}.OnceBroken"}}
    courier = Courier()
    courier.send([1])
    assert courier._thread is not None
    courier._thread.join(PATIENCE)
    assert not courier._thread.is_alive()
    courier.send([2])
    assert courier._is_empty.wait(PATIENCE)
    assert OnceBroken.groups == ["person.1", "person.2"]
