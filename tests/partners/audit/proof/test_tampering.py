"""A log of 1,000 entries: no edit, deletion, swap, truncation, insertion or rewrite goes unseen.

Each class is tried at every place. The pure check of a line is remembered between the runs, which
are thousands of the same log but for one line.
"""

import itertools
import json
import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest

from partners.audit.proof import verifying
from partners.audit.proof.checkpoints import Checkpoint
from partners.audit.proof.entries import line_of, why_not_an_entry
from partners.audit.proof.paths import inclusion_path, is_included
from partners.audit.proof.tree import Growth, leaf_hash
from partners.audit.proof.verifying import Heads, Tampered, verify_begins_with, verify_entries
from tests.partners.audit.proof.logs import ORIGIN, a_log, an_entry

pytestmark = pytest.mark.slow

SIZE = 1000
LOG = a_log(SIZE)
LINES = [line + b"\n" for line in LOG.lines]
ENTRIES = [json.loads(line) for line in LOG.lines]
CHANCE = random.Random(7)  # noqa: S311  the same each time
FRESH = [line_of(an_entry(seq, CHANCE)) + b"\n" for seq in range(SIZE + 1)]


@pytest.fixture(autouse=True, scope="module")
def remembered() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifying, "why_not_an_entry", cache(why_not_an_entry))
        yield


def first_bad(lines: Sequence[bytes], hashes: bytes | None, heads: Heads) -> int | None:
    with pytest.raises(Tampered) as found:
        verify_entries(lines, hashes, heads)
    return found.value.seq


def edited(entry: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entry with another value in one field, for each field."""
    for name, value in entry.items():
        if isinstance(value, dict):
            for inner, other in edited(value):
                yield f"{name}.{inner}", {**entry, name: other}
        elif name == "at":
            yield name, {**entry, name: value.replace("2026", "2025")}
        elif name == "result":
            yield name, {**entry, name: "denied" if value == "ok" else "ok"}
        elif name == "seq":
            yield name, {**entry, name: value + 1}
        else:
            yield name, {**entry, name: "x" if value is None else f"{value}x"}


def renumbered(lines: Sequence[bytes], start: int) -> list[bytes]:
    """What comes after is given the numbers that it would have had."""
    found = list(lines[:start])
    for seq, line in enumerate(lines[start:], start):
        found.append(line_of({**json.loads(line), "seq": seq}) + b"\n")
    return found


def test_the_honest_log_holds() -> None:
    verify_entries(LINES, LOG.hashes, LOG.heads())
    verify_entries(LINES, None, LOG.heads())


def test_every_edit_of_every_field_is_named() -> None:
    """By hash, as the verifier compares; then the whole verifier, the fields in turn."""
    expected = verifying.Expected(LOG.hashes)
    heads, fields = LOG.heads(), 0
    for seq, entry in enumerate(ENTRIES):
        changes = list(edited(entry))
        fields = len(changes)
        for name, other in changes:
            line = line_of(other) + b"\n"
            assert expected.why_not(line, leaf_hash(line[:-1]), seq) is not None, (seq, name)
        line = line_of(changes[seq % fields][1]) + b"\n"
        assert first_bad([*LINES[:seq], line, *LINES[seq + 1 :]], LOG.hashes, heads) == seq
    assert fields == 17


def test_every_edit_of_every_field_gives_another_root() -> None:
    """Without the file of hashes it is the signed root that tells."""
    root = LOG.checkpoints[-1].root
    for seq, entry in enumerate(ENTRIES):
        path = inclusion_path(LOG.complete, seq, SIZE)
        assert is_included(LOG.leaves[seq], seq, SIZE, path, root)
        for name, other in edited(entry):
            leaf = leaf_hash(line_of(other))
            assert not is_included(leaf, seq, SIZE, path, root), (seq, name)


@pytest.mark.parametrize("hashes", [LOG.hashes, None], ids=["with hashes", "without"])
def test_every_deletion_is_named(hashes: bytes | None) -> None:
    heads = LOG.heads()
    for seq in range(SIZE):
        assert first_bad([*LINES[:seq], *LINES[seq + 1 :]], hashes, heads) == seq


@pytest.mark.parametrize("hashes", [LOG.hashes, None], ids=["with hashes", "without"])
def test_every_swap_of_neighbours_is_named(hashes: bytes | None) -> None:
    heads = LOG.heads()
    for seq in range(SIZE - 1):
        other = [*LINES[:seq], LINES[seq + 1], LINES[seq], *LINES[seq + 2 :]]
        assert first_bad(other, hashes, heads) == seq


@pytest.mark.parametrize("hashes", [LOG.hashes, None], ids=["with hashes", "without"])
def test_every_truncation_is_named(hashes: bytes | None) -> None:
    heads = LOG.heads()
    for size in range(SIZE):
        assert first_bad(LINES[:size], hashes, heads) == size


@pytest.mark.parametrize("hashes", [LOG.hashes, None], ids=["with hashes", "without"])
def test_every_insertion_is_named(hashes: bytes | None) -> None:
    """Of a line that already stands there, and of one that was made for that place."""
    heads = LOG.heads()
    for seq in range(SIZE + 1):
        doubled = [*LINES[:seq], LINES[seq - 1], *LINES[seq:]]
        assert first_bad(doubled, hashes, heads) == seq
        made = [*LINES[:seq], FRESH[seq], *LINES[seq:]]
        named = first_bad(made, hashes, heads)
        assert named == (seq if hashes or seq == SIZE else named)


def test_deletions_insertions_and_swaps_that_number_the_rest_anew_are_named() -> None:
    heads = LOG.heads()
    for seq in range(0, SIZE - 1, 37):
        without = renumbered([*LINES[:seq], *LINES[seq + 1 :]], seq)
        assert first_bad(without, LOG.hashes, heads) == seq
        more = renumbered([*LINES[:seq], FRESH[seq], *LINES[seq:]], seq)
        assert first_bad(more, LOG.hashes, heads) == seq
        swapped = [*LINES[:seq], LINES[seq + 1], LINES[seq], *LINES[seq + 2 :]]
        assert first_bad(renumbered(swapped, seq), LOG.hashes, heads) == seq


def test_without_hashes_the_checkpoints_tell_between_which_entries_it_lies() -> None:
    heads, sizes = LOG.heads(), [0, *LOG.sizes]
    for before, after in itertools.pairwise(sizes):
        for seq in {before, (before + after) // 2, after - 1}:
            with pytest.raises(Tampered, match=f"volgnummer {before}(?:$| |[.])"):
                verify_entries([*LINES[:seq], FRESH[seq], *LINES[seq + 1 :]], None, heads)


def test_a_rewrite_from_any_point_with_the_same_key_is_seen_by_an_old_checkpoint() -> None:
    """Fresh lines, hashes and checkpoints, signed by the true key; the log has even grown since."""
    kept = LOG.checkpoints[-1]
    growth = Growth()
    for start in range(SIZE):
        forged = growth.copy()
        for line in FRESH[start:]:
            forged.append(leaf_hash(line[:-1]))
        lines = [*LINES[:start], *FRESH[start:]]
        hashes = b"".join([*LOG.leaves[:start], *(leaf_hash(line[:-1]) for line in FRESH[start:])])
        heads = Heads()
        heads.add(Checkpoint(ORIGIN, forged.size, forged.root()), "het nieuwe")
        if start % 50 == 0:
            verify_entries(lines, hashes, heads)
        heads.add(kept, "het bewaarde")
        with pytest.raises(Tampered, match="het bewaarde van 1000 regels klopt niet"):
            verify_entries(lines, hashes, heads)
        growth.append(LOG.leaves[start])


def test_a_rewrite_is_named_to_the_entry_by_an_export_from_before() -> None:
    for start in range(SIZE):
        with pytest.raises(Tampered) as found:
            verify_begins_with(iter([*LINES[:start], *FRESH[start:]]), iter(LINES))
        assert found.value.seq == start
    verify_begins_with(iter([*LINES, FRESH[SIZE]]), iter(LINES))
    with pytest.raises(Tampered) as found:
        verify_begins_with(iter(LINES[:-1]), iter(LINES))
    assert found.value.seq == SIZE - 1
