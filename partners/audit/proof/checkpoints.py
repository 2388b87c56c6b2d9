"""Checkpoints as https://c2sp.org/tlog-checkpoint has them: how large a log was, and its root."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partners.audit.proof.notes import BadNote, VerifierKey, decoded, encoded, open_note

ROOT_LENGTH = 32
NUMBER = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
LARGEST = 2**63 - 1
"""What a database, and most other programs, can count to."""


@dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"


def open_checkpoint(note: str, keys: Sequence[VerifierKey]) -> Checkpoint:
    """
    :raises BadNote: when it is no checkpoint of the log whose keys these are.
    """
    origin, *lines = open_note(note, keys)[:-1].split("\n")
    if len(lines) != 2:
        raise BadNote("it has other lines than origin, size and root")
    if origin not in {key.name for key in keys}:
        raise BadNote(f"it is of the log {origin}")
    root = decoded(lines[1])
    if len(root) != ROOT_LENGTH:
        raise BadNote("its root is no SHA-256 hash")
    return Checkpoint(origin, number(lines[0]), root)


def stated_size(note: str) -> int:
    """What a note says of itself, whoever signed it.

    :raises BadNote: when it says nothing like that.
    """
    return number([*note.split("\n"), "", ""][1])


def number(text: str) -> int:
    """
    :raises BadNote: when it is not written as the one decimal form of a number.
    """
    if not NUMBER.fullmatch(text) or int(text) > LARGEST:
        raise BadNote(f"{text[:30]!r} is no number of lines")
    return int(text)


def split_notes(text: str) -> list[str]:
    """The notes of a file that has an empty line between two: texts and signatures in turn.

    :raises BadNote: when they do not come in pairs.
    """
    parts = text.rstrip("\n").split("\n\n") if text.strip() else []
    if len(parts) % 2:
        raise BadNote("it is no row of checkpoints")
    return [f"{parts[at]}\n\n{parts[at + 1]}\n" for at in range(0, len(parts), 2)]


def join_notes(notes: Sequence[str]) -> str:
    return "\n".join(notes)
