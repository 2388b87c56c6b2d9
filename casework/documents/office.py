"""Office files are archives: look inside with limits, so that one cannot swell up or smuggle."""

import zipfile
import zlib
from enum import Enum
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _

MAX_PARTS = 2_000
MAX_RATIO = 200
CHUNK = 64 * 1024
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"


class Office(Enum):
    """`part` of the archive holds `marker`, and so tells the kind."""

    DOCX = ("DOCX", f"{OOXML}.wordprocessingml.document", "[Content_Types].xml")
    XLSX = ("XLSX", f"{OOXML}.spreadsheetml.sheet", "[Content_Types].xml")
    ODT = ("ODT", f"{ODF}.text", "mimetype")
    ODS = ("ODS", f"{ODF}.spreadsheet", "mimetype")

    def __init__(self, label: str, media_type: str, part: str) -> None:
        self.label = label
        self.media_type = media_type
        self.part = part

    def is_told_by(self, content: bytes) -> bool:
        if self.part == "mimetype":
            return content.strip() == self.media_type.encode()
        return f'"{self.media_type}.main+xml"'.encode() in content


def why_not_office(file: IO[bytes], *, office: Office) -> str | None:
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        return _("de inhoud past niet bij de soort die de naam noemt, of heeft een wachtwoord.")
    try:
        with zipfile.ZipFile(file) as archive:
            return (
                _why_not_size(archive, file.seek(0, 2))
                or _why_not_parts(archive)
                or _why_not_kind(archive, office)
            )
    except UNREADABLE:
        return _("het bestand is beschadigd. Sla het opnieuw op en probeer het nog eens.")


def _why_not_size(archive: zipfile.ZipFile, size: int) -> str | None:
    """Judged on what the archive says of itself, before anything is unpacked."""
    parts = archive.infolist()
    packed = sum(part.compress_size for part in parts)
    unpacked = sum(part.file_size for part in parts)
    # More packed than there is: parts overlap, so that one block swells up many times.
    overlaps = packed > size
    swells = unpacked > max(MAX_RATIO * size, settings.DOCUMENT_MAX_BYTES)
    too_much = unpacked > 10 * settings.DOCUMENT_MAX_BYTES or len(parts) > MAX_PARTS
    if overlaps or swells or too_much:
        return _("het bestand wordt bij het openen veel te groot.")
    return None


def _why_not_parts(archive: zipfile.ZipFile) -> str | None:
    if archive.comment or all(part.header_offset for part in archive.infolist()):
        return _("het bestand bevat nog een bestand van een andere soort.")
    for part in archive.infolist():
        if part.flag_bits & 1 or part.compress_type not in (
            zipfile.ZIP_STORED,
            zipfile.ZIP_DEFLATED,
        ):
            return _("het bestand heeft een wachtwoord of een ongewone vorm.")
        steps = part.filename.replace("\\", "/").split("/")
        if ".." in steps or steps[0] == "":
            return _("het bestand bevat verwijzingen naar buiten zichzelf.")
        if steps[-1].lower() == "vbaproject.bin" or steps[0] in ("Basic", "Scripts"):
            return _("het bestand bevat macro's. Sla het op zonder macro's.")
        _read_through(archive, part)
    return None


def _read_through(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A part that holds something else than it says fails on its length or checksum."""
    with archive.open(part) as content:
        while content.read(CHUNK):
            pass


def _why_not_kind(archive: zipfile.ZipFile, office: Office) -> str | None:
    if office.part not in archive.namelist() or not office.is_told_by(archive.read(office.part)):
        return _("de inhoud past niet bij de soort die de naam noemt.")
    return None
