"""On the real server, with Valkey gone: a right that is withdrawn ends its open socket at once."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests.faults.house import House
from tests.faults.visitor import Visitor

pytestmark = pytest.mark.slow

WITHIN = 5.0
"""Seconds; pings are 20 apart."""


@contextmanager
def socket_of(visitor: Visitor) -> Iterator[ClientConnection]:
    address = visitor.url.replace("http", "ws", 1) + "/ws/meldingen"
    headers = {"Cookie": visitor.cookie}
    with connect(
        address, origin=Origin(visitor.url), additional_headers=headers, proxy=None
    ) as socket:
        epoch, seq = visitor.standing()
        socket.send(json.dumps({"type": "hello", "epoch": epoch, "seq": seq}))
        assert heard(socket, "welcome", "resync")
        yield socket


def heard(socket: ClientConnection, *kinds: str) -> bool:
    return json.loads(socket.recv(timeout=WITHIN))["type"] in kinds


def close_code(socket: ClientConnection) -> int | None:
    with suppress(ConnectionClosed):
        while socket.recv(timeout=WITHIN):
            pass
    return socket.close_code


def test_deactivated_by_the_owner_while_valkey_is_gone(house: House) -> None:
    loser = Visitor(house.live.url, "liaison2.politie").comes_in()
    keeper = Visitor(house.live.url, "liaison1.politie").comes_in()
    with socket_of(loser) as lost, socket_of(keeper) as kept, house.owner() as owner:
        house.kill("valkey")
        try:
            assert loser.opens("/zaken").status == 200
            owner.execute(
                "UPDATE partners_person SET is_active = false WHERE email LIKE 'liaison2.politie@%'"
            )
            assert close_code(lost) == 4403
            assert loser.opens("/zaken").status == 302
            owner.execute(
                """SELECT pg_notify('rights', 'organisation ' || id) FROM partners_organisation
                   WHERE kind = 'politie'"""
            )
            assert heard(kept, "rights")
            assert keeper.opens("/zaken").status == 200
        finally:
            house.start_valkey()


def test_logged_out_elsewhere(house: House) -> None:
    """Two tabs share a session; another session of the same person keeps its own."""
    first = Visitor(house.live.url, "iv2.oss").comes_in()
    second = Visitor(house.live.url, "iv2.oss").comes_in()
    with socket_of(first) as lost, socket_of(second):
        first.opens("/account/logout/")
        assert first.posts("/account/logout/", {}).status == 302
        assert close_code(lost) == 4401
        assert second.opens("/zaken").status == 200


def test_the_password_is_changed_elsewhere(house: House) -> None:
    first = Visitor(house.live.url, "liaison1.om").comes_in()
    with socket_of(first) as lost, house.owner() as owner:
        owner.execute("UPDATE partners_person SET password = '!' WHERE email LIKE 'liaison1.om@%'")
        assert close_code(lost) == 4401
        assert first.opens("/zaken").status == 302
