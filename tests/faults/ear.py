"""A page that stays open: its socket connects again whenever it falls, and says what it has."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from config.embedded.processes import wait_until
from tests.faults.visitor import Visitor

HEARS_WITHIN = 60.0
LISTENS_FOR = 0.2


class Ear:
    """`seqs` are the numbers it was told, in the order in which they came."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.epoch, self.seq = visitor.standing()
        self.began_at = self.seq
        self.seqs: list[int] = []
        self.connections = 0
        self.resyncs = 0
        self.is_over = Event()

    def listen(self) -> None:
        address = self.visitor.url.replace("http", "ws", 1) + "/ws/meldingen"
        headers = {"Cookie": self.visitor.cookie}
        while not self.is_over.is_set():
            try:
                with connect(
                    address,
                    origin=Origin(self.visitor.url),
                    additional_headers=headers,
                    proxy=None,
                ) as socket:
                    self._hear(socket)
            except (OSError, ConnectionClosed, InvalidHandshake, EOFError):
                continue

    def _hear(self, socket: ClientConnection) -> None:
        socket.send(json.dumps({"type": "hello", "epoch": self.epoch, "seq": self.seq}))
        while not self.is_over.is_set():
            try:
                frame = json.loads(socket.recv(timeout=LISTENS_FOR))
            except TimeoutError:
                continue
            if frame["type"] == "welcome":
                self.connections += 1
            elif frame["type"] == "event":
                self.seqs.append(frame["seq"])
                self.seq = frame["seq"]
            elif frame["type"] == "resync":
                self.resyncs += 1

    def until_connected(self, times: int = 1) -> None:
        assert wait_until(lambda: self.connections >= times, seconds=HEARS_WITHIN)

    def until_up_to_date(self) -> None:
        """Until it has heard what the database says there is."""
        _, last = self.visitor.standing()
        assert wait_until(lambda: self.seq >= last, seconds=HEARS_WITHIN), (self.seq, last)

    def assert_nothing_is_missing(self) -> None:
        assert self.resyncs == 0
        assert self.seqs == list(range(self.began_at + 1, self.seq + 1))


@contextmanager
def listening(visitor: Visitor) -> Iterator[Ear]:
    ear = Ear(visitor)
    thread = Thread(target=ear.listen)
    thread.start()
    try:
        ear.until_connected()
        yield ear
    finally:
        ear.is_over.set()
        thread.join()
