"""Everything a file has to pass before it may be kept."""

from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from casework.documents.media_types import LABELS, TYPES
from casework.documents.names import clean_name, suffix_of
from casework.documents.scanner import Infected, scan
from casework.models.document import ScanResult


class BadFile(Exception):
    """`reason` says in plain Dutch, with the name of the file, what to mend."""

    def __init__(self, name: str, reason: str, code: str) -> None:
        super().__init__(code)
        self.reason = f"{name}: {reason}"
        self.code = code


@dataclass(frozen=True)
class CheckedUpload:
    """An upload that passed; the only kind that can be attached, so that none skips the scanner."""

    file: IO[bytes]
    name: str
    media_type: str
    size: int
    scan_result: ScanResult


def check(upload: "UploadedFile[bytes]") -> CheckedUpload:
    """
    :raises BadFile: when its size, kind or contents will not do, or it holds a virus.
    :raises ScannerUnavailable: when a scanner is configured and does not answer.
    """
    name = clean_name(upload.name or "") or _("bestand zonder naam")
    file_type = TYPES.get(suffix_of(name))
    if file_type is None:
        raise BadFile(name, _("deze soort kan niet. Kies %s.") % LABELS, "type")
    file, size = upload.file, upload.size
    if file is None or not size:
        raise BadFile(name, _("dit bestand is leeg."), "empty")
    if size > settings.DOCUMENT_MAX_BYTES:
        raise BadFile(name, _too_large(size), "size")
    if (reason := file_type.why_not(file)) is not None:
        raise BadFile(name, reason, "content")
    return CheckedUpload(file, name, file_type.media_type, size, _scanned(file, name))


def _scanned(file: IO[bytes], name: str) -> ScanResult:
    try:
        return scan(file)
    except Infected as found:
        reason = _("de virusscanner vond iets schadelijks. Het bestand is niet bewaard.")
        raise BadFile(name, reason, "infected") from found


def _too_large(size: int) -> str:
    return _("dit bestand is te groot (%(size)s). Het mag hoogstens %(limit)s zijn.") % {
        "size": filesizeformat(size),
        "limit": filesizeformat(settings.DOCUMENT_MAX_BYTES),
    }
