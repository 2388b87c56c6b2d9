"""The Merkle tree of RFC 9162, section 2.1.1, over SHA-256."""

import hashlib
from collections.abc import Callable, Iterable, Iterator

# The root of the subtree of 2**level leaves that stands at that place of its level.
Complete = Callable[[int, int], bytes]
EMPTY = hashlib.sha256().digest()


def leaf_hash(line: bytes) -> bytes:
    """Of the bytes of an entry's line, without its newline."""
    return hashlib.sha256(b"\x00" + line).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Of the hashes of the leaves."""
    grown = Growth()
    for leaf in leaves:
        grown.append(leaf)
    return grown.root()


def range_root(complete: Complete, start: int, end: int) -> bytes:
    """Of the leaves from `start` up to `end`, a range as the tree itself splits it."""
    width = end - start
    if width == 0:
        return EMPTY
    level = (width - 1).bit_length()
    if width == 1 << level:
        return complete(level, start >> level)
    middle = start + (1 << (level - 1))
    return node_hash(range_root(complete, start, middle), range_root(complete, middle, end))


def complete_of(leaves: "list[bytes]") -> Complete:
    """Reads subtrees of a list of leaf hashes; each is reckoned once."""
    levels = [leaves]

    def complete(level: int, place: int) -> bytes:
        while len(levels) <= level:
            below = levels[-1]
            levels.append(
                [node_hash(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)]
            )
        return levels[level][place]

    return complete


class Growth:
    """A tree that grows to the right: it remembers its size and its complete subtrees alone."""

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        """`peaks` are the roots of the complete subtrees, the largest first."""
        self.size = size
        self._peaks = list(peaks)

    @classmethod
    def of_size(cls, size: int, complete: Complete) -> "Growth":
        return cls(size, (complete(level, place) for level, place in peaks_of(size)))

    def copy(self) -> "Growth":
        return Growth(self.size, self._peaks)

    def append(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """The subtrees that this leaf completes, upwards: level, place and root."""
        completed, root, level, place = [], leaf, 0, self.size
        while place & 1:
            root = node_hash(self._peaks.pop(), root)
            level, place = level + 1, place >> 1
            completed.append((level, place, root))
        self._peaks.append(root)
        self.size += 1
        return completed

    def root(self) -> bytes:
        if not self._peaks:
            return EMPTY
        *left, root = self._peaks
        for peak in reversed(left):
            root = node_hash(peak, root)
        return root


def peaks_of(size: int) -> Iterator[tuple[int, int]]:
    """Level and place of each complete subtree of a tree of that size, the largest first."""
    start = 0
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            yield level, start >> level
            start += 1 << level
