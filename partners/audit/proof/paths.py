"""Proofs of inclusion and consistency, as RFC 9162, sections 2.1.3 and 2.1.4, has them."""

from collections.abc import Sequence

from partners.audit.proof.tree import EMPTY, Complete, node_hash, range_root


def inclusion_path(complete: Complete, index: int, size: int) -> list[bytes]:
    """From the sibling of the leaf up to the child of the root.

    :raises ValueError: when the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    path, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(range_root(complete, middle, end))
            end = middle
        else:
            path.append(range_root(complete, start, middle))
            start = middle
    return path[::-1]


def consistency_path(complete: Complete, old: int, new: int) -> list[bytes]:
    """That the tree of `new` leaves begins with that of `old`; empty when either says so itself.

    :raises ValueError: when the old tree is larger than the new one.
    """
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves does not continue one of {old}")
    if old in (0, new):
        return []
    path, start, end, is_whole = [], 0, new, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(range_root(complete, middle, end))
            end = middle
        else:
            path.append(range_root(complete, start, middle))
            start, is_whole = middle, False
    if not is_whole:
        path.append(range_root(complete, start, end))
    return path[::-1]


def is_included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """RFC 9162, section 2.1.3.2."""
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(
    old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]
) -> bool:
    """RFC 9162, section 2.1.4.2; an empty tree is the beginning of every tree."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    if old == 0:
        return not path and old_root == EMPTY
    is_subtree = old & (old - 1) == 0
    walked = _walk(old, new, [old_root, *path] if is_subtree else path)
    return walked == (old_root, new_root)


def _walk(old: int, new: int, path: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    """The roots of both trees as the path has them; None when it is too short or too long."""
    if not path:
        return None
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        place, last = place >> 1, last >> 1
    return (before, after) if last == 0 else None


def _split(width: int) -> int:
    """The largest power of two below the width of a range of more than one leaf."""
    return 1 << ((width - 1).bit_length() - 1)
