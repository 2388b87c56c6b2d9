"""Signed notes as https://c2sp.org/signed-note has them, with Ed25519 keys."""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ED25519 = b"\x01"
PUBLIC_LENGTH = 32
MOST_SIGNATURES = 32
DASH = "— "


class BadNote(ValueError):
    """Not a note, or none that a known key signed; the text says what is wrong."""


@dataclass(frozen=True)
class VerifierKey:
    """Who signs, and the public half of the key; `str()` gives the form `name+id+key`."""

    name: str
    public: bytes

    @classmethod
    def parse(cls, text: str) -> "VerifierKey":
        """
        :raises BadNote: when it is not one, or its id is not that of the key.
        """
        name, _, rest = text.strip().partition("+")
        key_id, _, encoded = rest.partition("+")
        kind_and_key = decoded(encoded)
        if kind_and_key[:1] != ED25519 or len(kind_and_key) != 1 + PUBLIC_LENGTH:
            raise BadNote("the key is no Ed25519 key")
        key = cls(name, kind_and_key[1:])
        if not is_name(name) or key.id.hex() != key_id:
            raise BadNote("the key has no proper name, or another id than it says")
        return key

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encoded(ED25519 + self.public)}"

    def verifies(self, signature: bytes, text: str) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


class SigningKey:
    """Derived from a secret for one log, so that no two logs share a key."""

    def __init__(self, secret: str, name: str) -> None:
        """`secret` has at least 256 bits of chance in it; `name` is the origin of the log."""
        derive = HKDF(SHA256(), length=32, salt=None, info=b"schakelpunt trail\n" + name.encode())
        self._private = Ed25519PrivateKey.from_private_bytes(derive.derive(secret.encode()))
        self.verifier = VerifierKey(name, self._private.public_key().public_bytes_raw())

    def signature_line(self, text: str) -> str:
        signature = self.verifier.id + self._private.sign(text.encode())
        return f"{DASH}{self.verifier.name} {encoded(signature)}\n"


def sign(text: str, keys: Iterable[SigningKey]) -> str:
    """The note: the text, an empty line, and a signature of each key."""
    return f"{text}\n" + "".join(key.signature_line(text) for key in keys)


def open_note(note: str, keys: Sequence[VerifierKey]) -> str:
    """The text, of which at least one of these keys vouches.

    :raises BadNote: when none does, or the signature of a known key is wrong.
    """
    text, signatures = _parts(note)
    vouching = 0
    for name, key_id, signature in signatures:
        for key in keys:
            if (key.name, key.id) == (name, key_id):
                if not key.verifies(signature, text):
                    raise BadNote(f"the signature of {name} is not of this text")
                vouching += 1
    if not vouching:
        raise BadNote("no known key has signed it")
    return text


def _parts(note: str) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    text, blank, lines = note.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise BadNote("it is no signed note")
    if any(char < " " and char != "\n" for char in note):
        raise BadNote("it holds control characters")
    signatures = lines[:-1].split("\n")
    if len(signatures) > MOST_SIGNATURES:
        raise BadNote("it has too many signatures")
    return text + "\n", [_signature(line) for line in signatures]


def _signature(line: str) -> tuple[str, bytes, bytes]:
    name, _, rest = line.removeprefix(DASH).partition(" ")
    signature = decoded(rest)
    if not line.startswith(DASH) or not is_name(name) or len(signature) <= 4:
        raise BadNote("a line below the text is no signature")
    return name, signature[:4], signature[4:]


def is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(char.isspace() for char in name)


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def decoded(text: str) -> bytes:
    """Standard base64 in its one canonical spelling.

    :raises BadNote: for any other.
    """
    try:
        data = base64.b64decode(text.encode(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadNote("it holds something that is no base64") from error
    if encoded(data) != text:
        raise BadNote("it holds base64 in an unusual spelling")
    return data
