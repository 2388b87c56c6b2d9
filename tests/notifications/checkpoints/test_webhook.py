"""A webhook reaches the internet and nothing else, and waits for nobody for long."""

import hashlib
import hmac
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import Settings

from notifications.checkpoints import webhook
from notifications.checkpoints.webhook import PRIVATE, NotDelivered, is_allowed, parse, post
from tests.notifications.checkpoints.receiver import Receiver, receiving

SECRET = "of-this-test"


@pytest.fixture
def receiver(tmp_path: Path, settings: Settings) -> Iterator[Receiver]:
    with receiving(tmp_path) as receiver:
        settings.WEBHOOK_CA_FILE = receiver.ca_file
        settings.WEBHOOK_ALLOW_PRIVATE = True
        yield receiver


def test_what_is_posted_is_signed_with_the_secret(receiver: Receiver) -> None:
    post(receiver.url, b'{"size":1}', SECRET)
    headers = receiver.headers()
    assert receiver.requests[0].startswith(b"POST /spoor?van=oss HTTP/1.1\r\n")
    assert headers["Host"] == f"localhost:{receiver.port}"
    assert receiver.bodies == [b'{"size":1}']
    expected = hmac.new(SECRET.encode(), receiver.bodies[0], hashlib.sha256).hexdigest()
    assert headers["X-Schakelpunt-Signature"] == f"sha256={expected}"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: https://localhost/\r\n\r\n", "status 302"),
        (b"HTTP/1.1 500 Oops\r\n\r\n", "status 500"),
        (b"SSH-2.0-OpenSSH\r\n", "niet zoals HTTP"),
        (b"", "niet zoals HTTP"),
        (b"x" * 2_000_000, "niet zoals HTTP"),
    ],
)
def test_any_other_answer_is_a_failure_and_is_not_followed(
    receiver: Receiver, answer: bytes, why: str
) -> None:
    receiver.answer = answer
    with pytest.raises(NotDelivered, match=why):
        post(receiver.url, b"{}", SECRET)
    assert receiver.connections == 1


def test_who_says_nothing_is_not_waited_for(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "SECONDS", 0.3)
    receiver.answer = None
    with pytest.raises(NotDelivered, match="niet op tijd"):
        post(receiver.url, b"{}", SECRET)


def test_one_deadline_holds_for_connecting_and_for_shaking_hands(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nearly all of the time goes by before there is a connection, to who then says nothing."""
    settings.WEBHOOK_ALLOW_PRIVATE = True
    gone, connect = [0.0], socket.create_connection

    def connect_slowly(*address: Any, **more: Any) -> socket.socket:
        gone[0] = webhook.SECONDS - 0.2
        return connect(*address, **more)

    monkeypatch.setattr(socket, "create_connection", connect_slowly)
    begun = time.monotonic()
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + gone[0])
    monkeypatch.setattr(webhook, "time", clock)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(NotDelivered, match="niet op tijd"):
            post(f"https://localhost:{port}/", b"{}", SECRET)
    assert time.monotonic() - begun < webhook.SECONDS / 2


def test_a_name_that_leads_elsewhere_once_it_is_connected_to_gets_nothing(
    receiver: Receiver, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WEBHOOK_ALLOW_PRIVATE = False
    answers = iter(["93.184.215.14", "127.0.0.1"])

    def look_up(_host: str, port: int, *_more: Any, **_named: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(NotDelivered, match=PRIVATE):
        post(f"https://localhost:{receiver.port}/", b"{}", SECRET)
    assert next(answers, None) is None
    assert receiver.requests == []


def test_a_certificate_that_nobody_vouches_for_is_refused(
    receiver: Receiver, settings: Settings
) -> None:
    settings.WEBHOOK_CA_FILE = ""
    with pytest.raises(NotDelivered, match="certificaat"):
        post(receiver.url, b"{}", SECRET)
    assert receiver.requests == []


def test_a_private_address_is_not_reached_by_name_either(
    receiver: Receiver, settings: Settings
) -> None:
    settings.WEBHOOK_ALLOW_PRIVATE = False
    for host in ("localhost", "2130706433", "127.1"):
        with pytest.raises(NotDelivered, match=PRIVATE):
            post(f"https://{host}:{receiver.port}/", b"{}", SECRET)
    assert receiver.connections == 0


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may have several, and may have another the next time: what was looked up is used."""
    settings.WEBHOOK_ALLOW_PRIVATE = False
    both = [(socket.AF_INET, 1, 6, "", (each, 443)) for each in ("93.184.215.14", "10.0.0.7")]
    asked: list[Any] = []

    def look_up(*name: Any, **_more: Any) -> Any:
        asked.append(name)
        return both

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(NotDelivered, match=PRIVATE):
        post("https://voorbeeld.nl/", b"{}", SECRET)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  an address to refuse
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001:0:7f00:1::",
        "fec0::1",
        "feff::1",
        "::ffff:93.184.215.14",
        "::ffff:0:93.184.215.14",
        "::93.184.215.14",
        "2002:5db8:d70e::1",
        "64:ff9b::5db8:d70e",
        "64:ff9b:1::5db8:d70e",
        "100::1",
        "2001:db8::1",
        "4000::1",
        "5f00::1",
        "8000::1",
        "fe00::1",
    ],
)
def test_no_address_of_a_private_network_is_allowed(address: str, settings: Settings) -> None:
    settings.WEBHOOK_ALLOW_PRIVATE = False
    assert not is_allowed(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2a02:898::1", "2001:678::1"])
def test_an_address_of_the_internet_is_allowed(address: str, settings: Settings) -> None:
    settings.WEBHOOK_ALLOW_PRIVATE = False
    assert is_allowed(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://voorbeeld.nl/",
        "ftp://voorbeeld.nl/",
        "file:///etc/passwd",
        "https://",
        "https://iemand:geheim@voorbeeld.nl/",
        "https://voorbeeld.nl/\r\nX: y",
        "https://voorbeeld.nl/a b",
        "https://voorbeeld.nl:99999/",
        "https://voorbéeld.nl/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "voorbeeld.nl",
    ],
)
def test_no_other_address_can_be_set(url: str, settings: Settings) -> None:
    settings.WEBHOOK_ALLOW_PRIVATE = False
    with pytest.raises(NotDelivered):
        parse(url)
