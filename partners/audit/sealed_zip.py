"""The own sealed log as one file: what `audit export` writes, and how to read it."""

import shutil
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _

from partners import actions
from partners.actor import Actor
from partners.audit.proof.checkpoints import join_notes
from partners.audit.proof.folder import CHECKPOINTS, ENTRIES, HASHES, KEY
from partners.audit.proof.notes import encoded
from partners.audit.read_me import read_me
from partners.audit.sealed_log import NothingSealed, SealedLog
from partners.audit.trail import note, require_reader
from partners.audit.wanted import Wanted
from partners.refusals import Conflict

READ_ME = "LEESMIJ.txt"


def export_sealed(*, by: Actor, at: datetime) -> IO[bytes]:
    """On disk and not in memory, and all of it before the first byte is sent: rows are visible
    only as long as the transaction of this actor lasts.

    :raises Refused: when the actor may not see the trail.
    :raises Conflict: when nothing is sealed yet.
    """
    require_reader(by)
    try:
        log = SealedLog(by.organisation)
    except NothingSealed as error:
        raise Conflict(
            _("Er is nog niets verzegeld. Probeer het over een minuut opnieuw.")
        ) from error
    content = TemporaryFile()  # noqa: SIM115  it is closed by who sends it
    _write(content, log, folder_of(by, at))
    facts = {"form": "sealed", "size": log.size, "first_bad": log.first_bad}
    note(
        actions.TRAIL_EXPORTED,
        by=by,
        at=at,
        wanted=Wanted(),
        facts={name: value for name, value in facts.items() if value is not None},
    )
    content.seek(0)
    return content


def folder_of(by: Actor, at: datetime) -> str:
    """The folder in the file, and the file without its ending."""
    return f"verzegeld-auditspoor-{by.organisation.code}-{at:%Y-%m-%d}"


def _write(target: IO[bytes], log: SealedLog, folder: str) -> None:
    """Line by line, so that a log of any length takes the same memory."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive, TemporaryFile() as hashes:
        with archive.open(f"{folder}/{ENTRIES}", "w", force_zip64=True) as lines:
            for line, leaf in log.entries():
                lines.write(line + b"\n")
                hashes.write(f"{encoded(leaf)}\n".encode())
        hashes.seek(0)
        with archive.open(f"{folder}/{HASHES}", "w", force_zip64=True) as kept:
            shutil.copyfileobj(hashes, kept)
        archive.writestr(f"{folder}/{CHECKPOINTS}", join_notes(log.notes()))
        archive.writestr(f"{folder}/{KEY}", "".join(f"{key}\n" for key in log.verifiers()))
        archive.writestr(f"{folder}/{READ_ME}", read_me(log, folder))
