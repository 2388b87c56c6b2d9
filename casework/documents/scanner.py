"""Ask the virus scanner about a file before it is kept; no answer means no."""

import logging
import socket
import struct
from typing import IO
from urllib.parse import urlsplit

from django.conf import settings

from casework.models.document import ScanResult

CONNECT_SECONDS = 3
ANSWER_SECONDS = 30
CHUNK = 64 * 1024
MAX_REPLY = 4096

logger = logging.getLogger(__name__)


class Infected(Exception):
    """The scanner found something in the file."""


class ScannerUnavailable(Exception):
    """A scanner is configured and gave no usable answer; nothing may be kept."""


def scan(file: IO[bytes]) -> ScanResult:
    """
    :raises Infected: when the scanner found something.
    :raises ScannerUnavailable: when it gave no clear answer.
    """
    address: str = settings.DOCUMENT_SCANNER
    if not address:
        return ScanResult.NOT_SCANNED
    try:
        reply = _ask(address, file)
    except (OSError, ValueError) as error:
        logger.error("The virus scanner gave no answer: %s", type(error).__name__)
        raise ScannerUnavailable from error
    if reply == "stream: OK":
        return ScanResult.CLEAN
    if reply.startswith("stream: ") and reply.endswith(" FOUND"):
        logger.warning("The virus scanner refused a file: %r", reply)
        raise Infected
    logger.error("The virus scanner gave an unusable answer: %r", reply)
    raise ScannerUnavailable


def why_not_address(address: str) -> str | None:
    """What is wrong with the setting; for the check at start-up."""
    try:
        parts = urlsplit(address)
        is_network = parts.scheme == "clamd" and parts.hostname and parts.port
    except ValueError:
        return "is not an address"
    if is_network or (parts.scheme == "clamd+unix" and parts.path):
        return None
    return "is neither clamd://host:port nor clamd+unix:///path"


def _ask(address: str, file: IO[bytes]) -> str:
    """One INSTREAM exchange with clamd: sized chunks, an empty one, a reply that ends in NUL."""
    with _connect(address) as connection:
        connection.settimeout(ANSWER_SECONDS)
        connection.sendall(b"zINSTREAM\0")
        file.seek(0)
        while chunk := file.read(CHUNK):
            connection.sendall(struct.pack("!L", len(chunk)) + chunk)
        connection.sendall(struct.pack("!L", 0))
        reply = b""
        while not reply.endswith(b"\0") and len(reply) < MAX_REPLY:
            if not (received := connection.recv(MAX_REPLY)):
                raise ConnectionError("closed before the answer was complete")
            reply += received
    return reply.rstrip(b"\0\n").decode("ascii", "replace")


def _connect(address: str) -> socket.socket:
    if (why_not := why_not_address(address)) is not None:
        raise ValueError(why_not)
    parts = urlsplit(address)
    if parts.scheme == "clamd":
        return socket.create_connection((parts.hostname, parts.port), timeout=CONNECT_SECONDS)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(CONNECT_SECONDS)
        connection.connect(parts.path)
    except OSError:
        connection.close()
        raise
    return connection
