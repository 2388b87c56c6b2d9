"""Is a word anywhere in these bytes, in whatever way they are written, packed or wrapped?"""

import base64
import gzip
import io
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

DEEPEST = 3
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
MAGIC = (b"PK\x03\x04", b"\x1f\x8b", b"%PDF")
BROKEN = (zlib.error, zipfile.BadZipFile, OSError, EOFError)
PACKED = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
ESCAPED = re.compile(rb"(?:\\u00|%|&#x|\\x)([0-9a-fA-F]{2});?")
NUMBERED = re.compile(rb"&#(\d{2,3});")


def words_in(content: bytes, words: Iterable[str]) -> set[str]:
    """Words are ASCII letters and digits, so that only a wrapping can change them."""
    every = {word: word.encode() for word in words}
    return {word for form in _forms(content) for word, plain in every.items() if plain in form}


def _forms(content: bytes) -> set[bytes]:
    found = {content}
    newest = found
    for _layer in range(DEEPEST):
        newest = {inner for one in newest for inner in _unwrapped(one) if inner} - found
        found |= newest
    return found


def _unwrapped(content: bytes) -> Iterator[bytes]:
    yield ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), content)
    yield NUMBERED.sub(lambda found: bytes([int(found[1]) % 256]), content)
    if b"\0" in content:
        yield content.replace(b"\0", b"")
    if b"=\n" in content or b"=\r\n" in content:
        yield quopri.decodestring(content)
    yield re.sub(rb"\r?\n[ \t]", b"", content)
    yield from _decompressed(content)
    decoded = list(_decoded(content))
    yield b"\n".join(decoded)
    yield from (one for one in decoded if one.startswith(MAGIC))


def _decoded(content: bytes) -> Iterator[bytes]:
    """Base64, wherever it begins: one of four places is the right one."""
    for found in PACKED.findall(re.sub(rb"(?<=[A-Za-z0-9+/]{60})\r?\n", b"", content)):
        text = found.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        for start in range(4):
            part = text[start:]
            yield base64.b64decode(part[: len(part) - len(part) % 4])


def _decompressed(content: bytes) -> Iterator[bytes]:
    with suppress(*BROKEN):
        if content.startswith(b"\x1f\x8b"):
            yield gzip.decompress(content)
    with suppress(*BROKEN):
        if content.startswith(b"PK\x03\x04"):
            yield from _parts_of(content)
    for stream in STREAM.findall(content):
        with suppress(*BROKEN):
            yield zlib.decompress(stream)


def _parts_of(content: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        yield "\n".join(packed.namelist()).encode() + packed.comment
        for name in packed.namelist():
            yield packed.read(name)
