"""A receiver of webhooks over TLS on this machine, with a certificate of its own authority."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

OK = b"HTTP/1.1 204 No Content\r\n\r\n"


@dataclass
class Receiver:
    """`answer` is what it says to whoever posts; None says nothing until the other hangs up."""

    port: int
    ca_file: str
    answer: bytes | None = OK
    requests: list[bytes] = field(default_factory=list)
    connections: int = 0

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}/spoor?van=oss"

    @property
    def bodies(self) -> list[bytes]:
        return [one.partition(b"\r\n\r\n")[2] for one in self.requests]

    def headers(self, number: int = 0) -> dict[str, str]:
        head = self.requests[number].partition(b"\r\n\r\n")[0].decode()
        return dict(line.split(": ", 1) for line in head.split("\r\n")[1:])


@contextmanager
def receiving(folder: Path) -> Iterator[Receiver]:
    certificate = _certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        receiver = Receiver(listening.getsockname()[1], str(certificate))
        thread = threading.Thread(target=_serve, args=(listening, context, receiver), daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join(timeout=5)


def _serve(listening: socket.socket, context: ssl.SSLContext, receiver: Receiver) -> None:
    while True:
        try:
            plain, _address = listening.accept()
        except OSError:
            return
        receiver.connections += 1
        with suppress(OSError), context.wrap_socket(plain, server_side=True) as line:
            receiver.requests.append(_read(line))
            if receiver.answer is None:
                line.recv(1)
            else:
                line.sendall(receiver.answer)


def _read(line: ssl.SSLSocket) -> bytes:
    told = b""
    while b"\r\n\r\n" not in told:
        told += line.recv(65536)
    head, _, body = told.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(65536)
    return head + b"\r\n\r\n" + body


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "receiver.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path
