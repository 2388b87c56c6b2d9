"""The folder of an exported log: its files, written and read.

`hashes.txt` is no part of what is proven: it lets a verifier name the entry that was changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from partners.audit.proof.checkpoints import join_notes, split_notes
from partners.audit.proof.notes import BadNote, VerifierKey, decoded, encoded

ENTRIES, CHECKPOINTS, KEY, HASHES = "entries.jsonl", "checkpoints.txt", "key.txt", "hashes.txt"
LONGEST_LINE = 1 << 20


class Unreadable(Exception):
    """A file that is not there or not what it should be, as a Dutch sentence."""


def write_folder(
    folder: Path, entries: Iterable[tuple[bytes, bytes]], notes: Sequence[str], keys: Sequence[str]
) -> None:
    """`entries` are lines and leaf hashes, in the order of their numbers.

    :raises Unreadable: when there is something in that folder already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Unreadable(f"De map {folder} is niet leeg. Kies een nieuwe map.")
    with (folder / ENTRIES).open("wb") as lines, (folder / HASHES).open("w") as hashes:
        for line, leaf in entries:
            lines.write(line + b"\n")
            hashes.write(f"{encoded(leaf)}\n")
    write(folder / CHECKPOINTS, join_notes(notes))
    write(folder / KEY, "".join(f"{key}\n" for key in keys))


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def read(path: Path) -> str:
    """
    :raises Unreadable: when it is not there, or no UTF-8.
    """
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"Het bestand {path} is niet te lezen.") from error


def read_notes(path: Path) -> list[str]:
    try:
        return split_notes(read(path))
    except BadNote as error:
        raise Unreadable(f"{path} bevat geen reeks controlepunten.") from error


def read_keys(path: Path) -> list[VerifierKey]:
    """One a line; a log has more than one after a change of key."""
    try:
        keys = [VerifierKey.parse(line) for line in read(path).splitlines()]
    except BadNote as error:
        raise Unreadable(f"{path} bevat iets anders dan sleutels.") from error
    if not keys:
        raise Unreadable(f"{path} bevat geen sleutel.")
    return keys


def read_hashes(path: Path) -> bytes | None:
    """All leaf hashes in a row, none when they are no hashes; None when there is no such file."""
    if not path.exists():
        return None
    try:
        return b"".join(decoded(line) for line in read(path).splitlines())
    except (Unreadable, BadNote):
        return b""


def read_lines(path: Path) -> Iterator[bytes]:
    """With their newlines, and cut off where one is longer than any entry is.

    :raises Unreadable: when the file is not there.
    """
    try:
        with path.open("rb") as lines:
            while line := lines.readline(LONGEST_LINE):
                yield line
    except OSError as error:
        raise Unreadable(f"Het bestand {path} is niet te lezen.") from error
