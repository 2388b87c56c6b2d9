"""The search finds a word in every wrapping that a leak could come in; else a crawl is blind."""

import base64
import gzip
import json
import quopri
import zlib
from html import escape
from urllib.parse import quote

import pytest

from tests.casework.documents.samples import archive
from tests.isolation.canary_search import words_in

WORD = "kanarieQ7xzwaluw"
SPREAD = "".join(f"%{ord(letter):02x}" for letter in WORD)
TEXT = f"Betreft <{WORD}> & zo"

WRAPPINGS = {
    "plain": TEXT.encode(),
    "html": escape(TEXT).encode(),
    "html by number": "".join(f"&#{ord(letter)};" for letter in TEXT).encode(),
    "html by hexadecimal number": "".join(f"&#x{ord(letter):x};" for letter in TEXT).encode(),
    "json": json.dumps({"a": TEXT}).encode(),
    "json by number": "".join(f"\\u{ord(letter):04x}" for letter in TEXT).encode(),
    "url": quote(TEXT).encode(),
    "url throughout": SPREAD.encode(),
    "base64": base64.b64encode(TEXT.encode()),
    "base64, moved by one": base64.b64encode(b"x" + TEXT.encode()),
    "base64, moved by two": base64.b64encode(b"xy" + TEXT.encode()),
    "base64 for addresses": base64.urlsafe_b64encode(b"\xff\xfe" + TEXT.encode()),
    "base64 in lines": base64.encodebytes(b"v" * 50 + TEXT.encode() * 2),
    "quoted-printable": quopri.encodestring(("w" * 65 + TEXT).encode()),
    "folded as in iCalendar": TEXT[:14].encode() + b"\r\n " + TEXT[14:].encode(),
    "utf-16": TEXT.encode("utf-16"),
    "gzip": gzip.compress(TEXT.encode()),
    "zip": archive({"a.csv": TEXT.encode()}),
    "the name of a file in a zip": archive({f"{WORD}.csv": b""}),
    "a remark on a zip": archive({"a": b""}, comment=WORD.encode()),
    "pdf": b"%PDF-1.4\n1 0 obj<<>>stream\n" + zlib.compress(TEXT.encode()) + b"\nendstream",
    "a zip within base64": base64.b64encode(archive({"a.json": json.dumps(TEXT).encode()})),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_word_is_found_in(wrapping: str) -> None:
    assert words_in(WRAPPINGS[wrapping], [WORD, "elders"]) == {WORD}


def test_what_is_not_there_is_not_found() -> None:
    assert words_in(b"".join(WRAPPINGS.values()), ["nergensQ7x"]) == set()
