"""Post to an address that somebody typed, and reach nothing but the internet by it.

Only https; the name is looked up once, refused when any of its addresses is not public, and the
connection goes to what was looked up, which is looked at again once there is one. Nothing is
followed, and of the answer only the first line is read. One deadline holds for all of it.
"""

import hashlib
import hmac
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

SECONDS = 10.0
LONGEST_LINE = 1024
PRIVATE = "Dit adres ligt in een besloten netwerk."
SIGNATURE = "X-Schakelpunt-Signature"
INTERNET = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is given out to the internet (IANA). Outside it stands what is reserved, of one
site or one link, and most ways to write an address of IPv4 as one of IPv6."""


class NotDelivered(Exception):
    """Why, as a Dutch sentence that names no address."""


@dataclass(frozen=True)
class Target:
    host: str
    port: int
    path: str


def parse(url: str) -> Target:
    """
    :raises NotDelivered: when we would never send to it.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 443
        host.encode("ascii")
    except ValueError as error:
        raise NotDelivered("Dit is geen geldig adres.") from error
    if parts.scheme != "https":
        raise NotDelivered("Het adres begint met https://.")
    if not host or "@" in parts.netloc or any(char <= " " or char == "\x7f" for char in url):
        raise NotDelivered("Dit is geen geldig adres.")
    if _is_literal(host) and not is_allowed(host):
        raise NotDelivered(PRIVATE)
    path = parts.path or "/"
    return Target(host, port, f"{path}?{parts.query}" if parts.query else path)


def post(url: str, body: bytes, secret: str) -> None:
    """
    :raises NotDelivered: unless the receiver answers with a status from 200 to 299.
    """
    target = parse(url)
    deadline = time.monotonic() + SECONDS
    status = _send(target, _look_up(target), _request(target, body, secret), deadline)
    if not 200 <= status < 300:
        raise NotDelivered(f"De ontvanger antwoordde met status {status}.")


def signature(body: bytes, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_allowed(address: str) -> bool:
    """Public, and no address of IPv4 dressed as one of IPv6: no receiver needs such a one."""
    if settings.WEBHOOK_ALLOW_PRIVATE:
        return True
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        return found in INTERNET and found.is_global and not (found.teredo or found.sixtofour)
    return found.is_global and not found.is_multicast


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _look_up(target: Target) -> str:
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotDelivered("De naam van de ontvanger is niet te vinden.") from error
    addresses = [str(each[4][0]).partition("%")[0] for each in found]
    if not addresses or not all(is_allowed(each) for each in addresses):
        raise NotDelivered(PRIVATE)
    return addresses[0]


def _request(target: Target, body: bytes, secret: str) -> bytes:
    host = f"[{target.host}]" if ":" in target.host else target.host
    head = (
        f"POST {target.path} HTTP/1.1",
        f"Host: {host}" + ("" if target.port == 443 else f":{target.port}"),
        "User-Agent: Schakelpunt",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        f"{SIGNATURE}: {signature(body, secret)}",
        "Connection: close",
    )
    return "\r\n".join([*head, "", ""]).encode() + body


def _send(target: Target, address: str, request: bytes, deadline: float) -> int:
    context = ssl.create_default_context(cafile=settings.WEBHOOK_CA_FILE or None)
    try:
        with _connected(target, address, deadline) as plain:
            # Shaking hands takes as long as this says, however slowly the other does it.
            plain.settimeout(_left(deadline))
            with context.wrap_socket(plain, server_hostname=target.host) as line:
                line.settimeout(_left(deadline))
                line.sendall(request)
                return _status(line, deadline)
    except ssl.SSLError as error:
        raise NotDelivered("Het certificaat van de ontvanger is niet geldig.") from error
    except TimeoutError as error:
        raise NotDelivered("De ontvanger antwoordde niet op tijd.") from error
    except OSError as error:
        raise NotDelivered("De ontvanger is niet bereikbaar.") from error


def _connected(target: Target, address: str, deadline: float) -> socket.socket:
    """
    :raises NotDelivered: when it leads elsewhere than to a public address.
    """
    plain = socket.create_connection((address, target.port), timeout=_left(deadline))
    if is_allowed(str(plain.getpeername()[0]).partition("%")[0]):
        return plain
    plain.close()
    raise NotDelivered(PRIVATE)


def _status(line: ssl.SSLSocket, deadline: float) -> int:
    told = b""
    while b"\n" not in told and len(told) < LONGEST_LINE:
        line.settimeout(_left(deadline))
        piece = line.recv(LONGEST_LINE - len(told))
        if not piece:
            break
        told += piece
    version, _, rest = told.partition(b" ")
    if not version.startswith(b"HTTP/1.") or not rest[:3].isdigit():
        raise NotDelivered("De ontvanger antwoordde niet zoals HTTP dat vraagt.")
    return int(rest[:3])


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
