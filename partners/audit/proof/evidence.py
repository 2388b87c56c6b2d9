"""Proofs as files of their own: that a log holds an entry, and that it only grew since.

The first is https://c2sp.org/tlog-proof, with the entry itself as its extra data. For the second
C2SP has no form; ours is alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from partners.audit.proof.checkpoints import Checkpoint, number, open_checkpoint, split_notes
from partners.audit.proof.entries import why_not_an_entry
from partners.audit.proof.notes import BadNote, VerifierKey, decoded, encoded
from partners.audit.proof.paths import (
    consistency_path,
    inclusion_path,
    is_consistent,
    is_included,
)
from partners.audit.proof.tree import Complete, leaf_hash

INCLUSION = "c2sp.org/tlog-proof@v1"
CONSISTENCY = "schakelpunt/consistency-proof@v1"
MOST_HASHES = 128


class NotProven(Exception):
    """Why this proves nothing, as a Dutch sentence."""


@dataclass(frozen=True)
class Included:
    line: bytes
    seq: int
    checkpoint: Checkpoint


@dataclass(frozen=True)
class Grown:
    old: Checkpoint
    new: Checkpoint


def inclusion_proof(line: bytes, seq: int, size: int, complete: Complete, note: str) -> str:
    """`note` is the checkpoint of that size."""
    path = inclusion_path(complete, seq, size)
    head = [INCLUSION, f"extra {encoded(line)}", f"index {seq}", *map(encoded, path)]
    return "\n".join(head) + "\n\n" + note


def consistency_proof(old: int, new: int, complete: Complete, notes: Sequence[str]) -> str:
    """`notes` are the checkpoints of both sizes."""
    path = consistency_path(complete, old, new)
    return "\n".join([CONSISTENCY, *map(encoded, path)]) + "\n\n" + "\n".join(notes)


def verify_proof(text: str, keys: Sequence[VerifierKey]) -> Included | Grown:
    """
    :raises NotProven: when it is no proof, or does not prove what it says.
    """
    head, _, notes = text.partition("\n\n")
    kind, *lines = head.split("\n")
    try:
        if kind == INCLUSION:
            return _included(lines, notes, keys)
        if kind == CONSISTENCY:
            return _grown(lines, notes, keys)
    except BadNote as error:
        raise NotProven(f"Het bewijs is niet geldig: {error}.") from error
    raise NotProven("Dit is geen bewijs dat hier bekend is.")


def _included(lines: list[str], note: str, keys: Sequence[VerifierKey]) -> Included:
    extra, index, *path = [*lines, "", ""]
    if not extra.startswith("extra ") or not index.startswith("index ") or path[-2:] != ["", ""]:
        raise NotProven("Het bewijs noemt geen regel of geen volgnummer.")
    line, seq = decoded(extra.removeprefix("extra ")), number(index.removeprefix("index "))
    checkpoint = open_checkpoint(note, keys)
    hashes = _hashes(path[:-2])
    if not is_included(leaf_hash(line), seq, checkpoint.size, hashes, checkpoint.root):
        raise NotProven(f"De regel is niet nummer {seq} van het spoor in dit controlepunt.")
    if (why := why_not_an_entry(line, seq)) is not None:
        raise NotProven(f"Wat bewezen wordt is geen auditregel: {why}.")
    return Included(line, seq, checkpoint)


def _grown(lines: list[str], notes: str, keys: Sequence[VerifierKey]) -> Grown:
    both = [open_checkpoint(note, keys) for note in split_notes(notes)]
    if len(both) != 2 or both[0].origin != both[1].origin:
        raise NotProven("Het bewijs heeft geen twee controlepunten van één spoor.")
    old, new = both
    if not is_consistent(old.size, old.root, new.size, new.root, _hashes(lines)):
        raise NotProven("Het nieuwe controlepunt gaat niet verder op het oude.")
    return Grown(old, new)


def _hashes(lines: Sequence[str]) -> list[bytes]:
    hashes = [decoded(line) for line in lines]
    if len(hashes) > MOST_HASHES or any(len(one) != 32 for one in hashes):
        raise NotProven("Het bewijs bevat iets anders dan hashes.")
    return hashes
