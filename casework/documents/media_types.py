"""The kinds of file a partner may put in, each known by its contents and not by its name alone.

Mail files are left out on purpose: any kind of file can travel inside one.
"""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casework.documents.office import Office, why_not_office

HEAD = 1024
CHUNK = 64 * 1024
PDF = b"%PDF-"
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
# What makes a browser or an interpreter see a page or a program in the same bytes.
TAG = rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|\?php)\b"
MARKUP = re.compile(TAG, re.IGNORECASE)
# Text may speak of a tag; what begins with one is no text.
OTHER_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:%PDF-|\{\\rtf|<\?xml|" + TAG + rb")", re.I)
NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def why_not_pdf(file: IO[bytes]) -> str | None:
    if not _starts_with(file, PDF):
        return _("de inhoud is geen PDF.")
    if b"%%EOF" not in _tail(file, 2 * HEAD):
        return _("deze PDF is niet volledig. Maak of scan hem opnieuw.")
    return _why_not_single(file)


def why_not_image(file: IO[bytes], *, start: bytes) -> str | None:
    if not _starts_with(file, start):
        return _("de inhoud past niet bij de soort die de naam noemt.")
    return _why_not_single(file)


def why_not_text(file: IO[bytes]) -> str | None:
    file.seek(0)
    if OTHER_START.match(file.read(HEAD)):
        return _("de inhoud past niet bij de soort die de naam noemt.")
    file.seek(0)
    while chunk := file.read(CHUNK):
        if NOT_TEXT.search(chunk):
            return _("de inhoud is geen gewone tekst. Sla het bestand op als tekst in UTF-8.")
    return None


@dataclass(frozen=True)
class FileType:
    """`why_not` gets the opened file and says what is wrong with its contents, or None."""

    label: str
    media_type: str
    why_not: Callable[[IO[bytes]], str | None]


def _office(office: Office) -> FileType:
    return FileType(office.label, office.media_type, partial(why_not_office, office=office))


_jpeg = FileType("JPG", "image/jpeg", partial(why_not_image, start=JPEG))

TYPES: dict[str, FileType] = {
    "pdf": FileType("PDF", "application/pdf", why_not_pdf),
    "docx": _office(Office.DOCX),
    "xlsx": _office(Office.XLSX),
    "odt": _office(Office.ODT),
    "ods": _office(Office.ODS),
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "png": FileType("PNG", "image/png", partial(why_not_image, start=PNG)),
    "txt": FileType("TXT", "text/plain", why_not_text),
    "csv": FileType("CSV", "text/csv", why_not_text),
}
LABELS = _lazy("pdf, docx, xlsx, odt, ods, jpg, png, txt of csv")
SERVED = frozenset(file_type.media_type for file_type in TYPES.values())


def _why_not_single(file: IO[bytes]) -> str | None:
    """Refuse a polyglot: one that another program would open as a page or an archive."""
    file.seek(0)
    if MARKUP.search(file.read(HEAD)) or zipfile.is_zipfile(file):
        return _("het bestand bevat nog een bestand van een andere soort.")
    return None


def _starts_with(file: IO[bytes], start: bytes) -> bool:
    file.seek(0)
    return file.read(len(start)) == start


def _tail(file: IO[bytes], length: int) -> bytes:
    end = file.seek(0, 2)
    file.seek(max(0, end - length))
    return file.read()
