"""A verifier that is lied to, bit by bit: nothing but the true proof is believed."""

from collections.abc import Iterator, Sequence

import pytest

from partners.audit.proof.paths import (
    consistency_path,
    inclusion_path,
    is_consistent,
    is_included,
)
from partners.audit.proof.tree import EMPTY, complete_of, leaf_hash, root_of

LEAVES = [leaf_hash(b"%d" % number) for number in range(23)]
SIZES = (1, 2, 3, 4, 7, 8, 11, 16, 23)
complete = complete_of(LEAVES)
ROOT = {size: root_of(LEAVES[:size]) for size in range(len(LEAVES) + 1)}
FAR = 1 << 62
INCLUSIONS = [(index, size) for size in SIZES for index in range(size)]
GROWTHS = [(old, new) for new in SIZES for old in range(new + 1)]


def flipped(data: bytes) -> Iterator[bytes]:
    for bit in range(len(data) * 8):
        other = bytearray(data)
        other[bit // 8] ^= 1 << bit % 8
        yield bytes(other)


def flipped_number(number: int) -> Iterator[int]:
    return (number ^ 1 << bit for bit in range(63))


def distorted(path: Sequence[bytes]) -> Iterator[list[bytes]]:
    """Each bit flipped, each hash left out, doubled or swapped, and a hash too many."""
    for at, one in enumerate(path):
        yield from ([*path[:at], other, *path[at + 1 :]] for other in flipped(one))
        yield [*path[:at], *path[at + 1 :]]
        yield [*path[:at], one, *path[at:]]
        if at:
            yield [*path[: at - 1], one, path[at - 1], *path[at + 1 :]]
    for extra in (EMPTY, LEAVES[0], b""):
        yield [*path, extra]
        yield [extra, *path]
    if path:
        yield []
        yield list(reversed(path)) if len(path) > 1 else [EMPTY]


@pytest.mark.parametrize(("index", "size"), INCLUSIONS)
def test_no_distorted_proof_of_inclusion_is_believed(index: int, size: int) -> None:
    leaf, path, root = LEAVES[index], inclusion_path(complete, index, size), ROOT[size]
    assert is_included(leaf, index, size, path, root)
    for other in distorted(path):
        assert not is_included(leaf, index, size, other, root)
    for other_root in (*flipped(root), EMPTY, b""):
        assert not is_included(leaf, index, size, path, other_root)
    for other_leaf in flipped(leaf):
        assert not is_included(other_leaf, index, size, path, root)
    for other_index in (*flipped_number(index), -1, size, FAR):
        assert not is_included(leaf, other_index, size, path, root)


@pytest.mark.parametrize(("index", "size"), INCLUSIONS)
def test_no_proof_is_believed_for_another_leaf_or_another_tree(index: int, size: int) -> None:
    path = inclusion_path(complete, index, size)
    for other, leaf in enumerate(LEAVES):
        assert is_included(leaf, index, size, path, ROOT[size]) is (other == index)
    for other_size, root in ROOT.items():
        assert is_included(LEAVES[index], index, size, path, root) is (other_size == size)


@pytest.mark.parametrize(("old", "new"), GROWTHS)
def test_no_distorted_proof_of_consistency_is_believed(old: int, new: int) -> None:
    path = consistency_path(complete, old, new)
    assert is_consistent(old, ROOT[old], new, ROOT[new], path)
    for other in distorted(path):
        assert not is_consistent(old, ROOT[old], new, ROOT[new], other)
    for root in (*flipped(ROOT[old]), b""):
        assert not is_consistent(old, root, new, ROOT[new], path)
    if old:
        for root in (*flipped(ROOT[new]), EMPTY, b""):
            assert not is_consistent(old, ROOT[old], new, root, path)


@pytest.mark.parametrize(("old", "new"), GROWTHS)
def test_two_roots_of_one_size_are_never_consistent(old: int, new: int) -> None:
    """Nor is a larger tree the beginning of a smaller one, whatever proof comes with it."""
    path = consistency_path(complete, old, new)
    assert not is_consistent(new, ROOT[new], new, ROOT[new - 1], [])
    assert not is_consistent(new, ROOT[new], new, ROOT[new - 1], path or [ROOT[new]])
    if old != new:
        assert not is_consistent(new, ROOT[new], old, ROOT[old], path)
        assert not is_consistent(old, ROOT[old], new, ROOT[new], [ROOT[old]])
    assert not is_consistent(-1, ROOT[old], new, ROOT[new], path)


@pytest.mark.parametrize(("index", "size"), [pair for pair in INCLUSIONS if pair[1] > 1])
def test_a_size_of_which_the_path_has_another_shape_is_not_believed(index: int, size: int) -> None:
    """The size itself is signed with the root: only shapes that differ can be told here."""
    path = inclusion_path(complete, index, size)
    for other in flipped_number(size):
        if other > index and len(inclusion_path(lambda *_: EMPTY, index, other)) != len(path):
            assert not is_included(LEAVES[index], index, other, path, ROOT[size])
