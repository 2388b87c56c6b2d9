"""A person concerned by another name, which only this installation can read back.

Encrypted with AES-SIV (RFC 5297): the same subject has the same pseudonym within one organisation,
so that its lines can be found, and another in that of a partner, so that theirs cannot be joined.
"""

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

# Every pseudonym is as long as the longest key of a thing: its length tells nothing either.
WIDTH = 64


def pseudonym_of(organisation_code: str, subject: str) -> str:
    hidden = _cipher().encrypt(subject.encode().ljust(WIDTH, b"\0"), [organisation_code.encode()])
    return base64.urlsafe_b64encode(hidden).decode()


def subject_of(organisation_code: str, pseudonym: str) -> str | None:
    """None when it is no pseudonym of this organisation."""
    try:
        hidden = base64.b64decode(pseudonym, altchars=b"-_", validate=True)
        plain = _cipher().decrypt(hidden, [organisation_code.encode()])
    except (InvalidTag, ValueError, binascii.Error):
        return None
    return plain.rstrip(b"\0").decode()


def _cipher() -> AESSIV:
    derive = HKDF(SHA256(), length=64, salt=None, info=b"schakelpunt pseudonyms of subjects")
    return AESSIV(derive.derive(settings.SECRET_KEY.encode()))
