"""Verifies an exported log: against its own checkpoints and against those kept from earlier."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from partners.audit.proof.checkpoints import Checkpoint, open_checkpoint
from partners.audit.proof.entries import why_not_an_entry
from partners.audit.proof.folder import (
    CHECKPOINTS,
    ENTRIES,
    HASHES,
    KEY,
    read_hashes,
    read_keys,
    read_lines,
    read_notes,
)
from partners.audit.proof.notes import BadNote, VerifierKey
from partners.audit.proof.tree import EMPTY, Growth, leaf_hash

LEAF = 32


class Tampered(Exception):
    """What does not hold, as a Dutch sentence; `seq` is the first bad entry where that is known."""

    def __init__(self, why: str, seq: int | None = None) -> None:
        where = "" if seq is None else f"Volgnummer {seq} (regel {seq + 1} van {ENTRIES}): "
        super().__init__(where + why)
        self.seq = seq


@dataclass
class Kept:
    """What the partner has from earlier: notes, earlier exports, and the keys it trusts."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    keys: list[VerifierKey] = field(default_factory=list)


@dataclass(frozen=True)
class Verified:
    latest: Checkpoint
    checkpoints: int
    kept: int


@dataclass
class Heads:
    """Which root the log must have at which size, and who says so."""

    by_size: dict[int, tuple[bytes, str]] = field(default_factory=dict)

    def add(self, checkpoint: Checkpoint, where: str) -> None:
        if checkpoint.size == 0 and checkpoint.root != EMPTY:
            raise Tampered(f"{where} geeft een leeg spoor een wortel die het niet heeft.")
        root, said_by = self.by_size.setdefault(checkpoint.size, (checkpoint.root, where))
        if root != checkpoint.root:
            raise Tampered(
                f"{said_by} en {where} noemen voor {checkpoint.size} regels een andere wortel: "
                f"het spoor is voor volgnummer {checkpoint.size} herschreven."
            )

    @property
    def largest(self) -> int:
        return max(self.by_size)

    def check(self, growth: Growth, sound: int) -> bool:
        """Whether a checkpoint stands here and holds; before `sound` entries, one held already.

        :raises Tampered: when it does not hold.
        """
        if growth.size not in self.by_size:
            return False
        root, where = self.by_size[growth.size]
        if growth.root() != root:
            first = "" if growth.size - sound == 1 else f" tot en met {growth.size - 1}"
            raise Tampered(
                f"{where} van {growth.size} regels klopt niet. De eerste foute regel heeft "
                f"volgnummer {sound}{first}.",
                sound if not first else None,
            )
        return True


def verify_folder(folder: Path, kept: Kept) -> Verified:
    """
    :raises Tampered: when something does not hold.
    :raises Unreadable: when a file is not there or not what it should be.
    """
    keys = read_keys(folder / KEY)
    if kept.keys and not set(kept.keys) & set(keys):
        raise Tampered(f"{KEY} bevat de sleutel niet die u bewaarde.")
    notes = read_notes(folder / CHECKPOINTS)
    heads = Heads()
    latest = _add_own(heads, notes, keys)
    if kept.keys:
        _opened(notes[-1], kept.keys, f"Het laatste controlepunt van {CHECKPOINTS}")
    for earlier in kept.folders:
        verify_begins_with(read_lines(folder / ENTRIES), read_lines(earlier / ENTRIES))
    for where, note in _all_kept(kept):
        heads.add(_opened(note, keys, where), where)
    if heads.largest > latest.size:
        where = heads.by_size[heads.largest][1]
        raise Tampered(
            f"{where} telt {heads.largest} regels: na volgnummer {latest.size - 1} is afgekapt.",
            latest.size,
        )
    verify_entries(read_lines(folder / ENTRIES), read_hashes(folder / HASHES), heads)
    return Verified(latest, len(notes), len(kept.notes) + len(kept.folders))


def _add_own(heads: Heads, notes: Sequence[str], keys: Sequence[VerifierKey]) -> Checkpoint:
    """The latest, which is the last and covers all entries."""
    latest = None
    for count, note in enumerate(notes, 1):
        where = f"Controlepunt {count} van {CHECKPOINTS}"
        latest = _opened(note, keys, where)
        heads.add(latest, where)
    if latest is None:
        raise Tampered(f"{CHECKPOINTS} bevat geen controlepunt.")
    if latest.size != heads.largest:
        raise Tampered(f"{CHECKPOINTS} staat niet op volgorde.")
    return latest


def _all_kept(kept: Kept) -> Iterator[tuple[str, str]]:
    yield from kept.notes
    for folder in kept.folders:
        for note in read_notes(folder / CHECKPOINTS)[-1:]:
            yield f"Het laatste controlepunt van {folder}", note


def _opened(note: str, keys: Sequence[VerifierKey], where: str) -> Checkpoint:
    try:
        return open_checkpoint(note, keys)
    except BadNote as error:
        raise Tampered(f"{where} is niet geldig: {error}.") from error


def verify_begins_with(lines: Iterator[bytes], earlier: Iterator[bytes]) -> None:
    """
    :raises Tampered: when these lines are not those of an earlier export, and more.
    """
    for seq, old in enumerate(earlier):
        line = next(lines, None)
        if line is None:
            raise Tampered("deze regel van de eerdere map ontbreekt.", seq)
        if line != old:
            raise Tampered("de regel is anders dan in de eerdere map.", seq)


@dataclass
class Expected:
    """What each line is held against beside the checkpoints, to name the first that differs.

    `hashes` are those that checkpoints sign for, in a row.
    """

    hashes: bytes

    def why_not(self, line: bytes, leaf: bytes, seq: int) -> str | None:
        if not line.endswith(b"\n"):
            return "de regel is te lang of niet afgesloten."
        if (why := why_not_an_entry(line[:-1], seq)) is not None:
            return f"{why}."
        if self.hashes[seq * LEAF : seq * LEAF + LEAF] not in (b"", leaf):
            return "de inhoud is na het verzegelen gewijzigd."
        return None


def verify_entries(
    lines: Iterable[bytes],
    hashes: bytes | None,
    heads: Heads,
) -> None:
    """`lines` have their newlines.

    :raises Tampered: when something does not hold.
    """
    signed = _signed(hashes or b"", heads)
    expected = Expected(signed)
    growth, sound = Growth(), 0
    for line in lines:
        leaf, seq = leaf_hash(line.removesuffix(b"\n")), growth.size
        if seq >= heads.largest:
            raise Tampered("deze regel staat in geen controlepunt.", seq)
        if (why := expected.why_not(line, leaf, seq)) is not None:
            raise Tampered(why, seq)
        growth.append(leaf)
        if heads.check(growth, sound):
            sound = growth.size
    if growth.size < heads.largest:
        raise Tampered("deze regel en al wat volgt ontbreekt.", growth.size)
    if hashes is not None and (hashes != signed or len(signed) != heads.largest * LEAF):
        raise Tampered(f"{HASHES} past niet bij de controlepunten; de regels zelf wel.")


def _signed(hashes: bytes, heads: Heads) -> bytes:
    """The hashes up to the last checkpoint that holds for them: these can be relied upon."""
    growth, sound = Growth(), 0
    for start in range(0, min(len(hashes), heads.largest * LEAF), LEAF):
        growth.append(hashes[start : start + LEAF])
        if (head := heads.by_size.get(growth.size)) is not None:
            if growth.root() != head[0]:
                break
            sound = growth.size
    return hashes[: sound * LEAF]
