"""A clamd that listens on a real socket, speaks INSTREAM and knows one virus."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.casework.documents.samples import EICAR


class Handler(socketserver.StreamRequestHandler):
    server: "Clamd"

    def handle(self) -> None:
        self.server.asked += 1
        if self.rfile.read(10) != b"zINSTREAM\0":
            return
        content = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        reply = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        self.wfile.write(self.server.reply if self.server.reply is not None else reply)


class Clamd(socketserver.ThreadingTCPServer):
    """`reply` replaces the honest answer; `asked` counts the files it was sent."""

    daemon_threads = True
    reply: bytes | None = None
    asked = 0

    @property
    def address(self) -> str:
        return f"clamd://127.0.0.1:{self.server_address[1]}"


class UnixClamd(socketserver.UnixStreamServer):
    reply: bytes | None = None
    asked = 0


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
