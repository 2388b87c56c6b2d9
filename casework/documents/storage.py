"""Where files are kept: any Django storage, under keys that say nothing."""

import hashlib
import logging
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage

PIECE = 64 * 1024
KEY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{32}")
_kept: ContextVar[list[str] | None] = ContextVar("kept_files", default=None)

logger = logging.getLogger(__name__)


class Damaged(Exception):
    """The file is gone, or no longer the one that was put in."""


def digest(file: IO[bytes]) -> str:
    """SHA-256 in hex, read in pieces."""
    file.seek(0)
    running = hashlib.sha256()
    while piece := file.read(PIECE):
        running.update(piece)
    return running.hexdigest()


def keep(file: IO[bytes]) -> str:
    """Store the file and return its key.

    :raises LookupError: outside `file_rollback`.
    """
    kept = _kept.get()
    if kept is None:
        raise LookupError("nothing would remove the file when the transaction fails")
    name = secrets.token_hex(16)
    key = f"{name[:2]}/{name}"
    # Noted first, so that half a file on a full disk goes too.
    kept.append(key)
    given: str = default_storage.save(key, File(file))
    kept.append(given)
    return given


def read(key: str, sha256: str) -> bytes:
    """The whole file, compared with its checksum before any of it is served.

    :raises Damaged: when it is not, or not all, there.
    """
    try:
        with default_storage.open(key) as file:
            content: bytes = file.read()
    except OSError as error:
        raise Damaged from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Damaged
    return content


@contextmanager
def file_rollback() -> Iterator[None]:
    """Remove what was kept inside when it ends in an exception.

    Stands inside the transaction that holds the rows: an exception there undoes them for certain,
    while one that leaves it may come from a hook after the commit. `sweep` finds what still slips
    through, such as a commit that fails.
    """
    outer = _kept.get()
    keys: list[str] = []
    token = _kept.set(keys)
    try:
        yield
    except BaseException:
        _remove(keys)
        raise
    finally:
        _kept.reset(token)
    if outer is not None:
        outer.extend(keys)


def _remove(keys: list[str]) -> None:
    for key in dict.fromkeys(keys):
        try:
            default_storage.delete(key)
        except OSError:
            logger.exception("A stored file without a row could not be removed")
