"""The tree and its proofs against the reference vectors of Certificate Transparency."""

import hashlib

import pytest

from partners.audit.proof.paths import (
    consistency_path,
    inclusion_path,
    is_consistent,
    is_included,
)
from partners.audit.proof.tree import (
    EMPTY,
    Growth,
    complete_of,
    leaf_hash,
    node_hash,
    range_root,
    root_of,
)

# The eight leaves, the roots and the proofs of the test-suite of RFC 6962's reference code.
LEAVES = [
    leaf_hash(bytes.fromhex(line))
    for line in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
INCLUSION = {
    (0, 1): (),
    (0, 8): (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ),
    (5, 8): (
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 3): ("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",),
    (1, 5): (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
CONSISTENCY = {
    (1, 1): (),
    (1, 8): INCLUSION[0, 8],
    (6, 8): (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ),
    (2, 5): (
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ),
}
MANY = [leaf_hash(b"%d" % number) for number in range(67)]
complete = complete_of(MANY)


def as_defined(leaves: list[bytes]) -> bytes:
    """RFC 9162, section 2.1.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = max(1 << power for power in range(len(leaves)) if 1 << power < len(leaves))
    return node_hash(as_defined(leaves[:split]), as_defined(leaves[split:]))


def test_leaves_and_nodes_are_told_apart() -> None:
    assert leaf_hash(b"") == hashlib.sha256(b"\x00").digest()
    assert node_hash(b"a", b"b") == hashlib.sha256(b"\x01ab").digest()


def test_the_roots_are_those_of_the_reference() -> None:
    found = [root_of(LEAVES[:size]).hex() for size in range(1, 9)]
    assert found == list(ROOTS)
    assert root_of([]) == EMPTY == hashlib.sha256(b"").digest()


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_proofs_of_inclusion_are_those_of_the_reference(index: int, size: int) -> None:
    path = inclusion_path(complete_of(LEAVES[:size]), index, size)
    assert [one.hex() for one in path] == list(INCLUSION[index, size])
    assert is_included(LEAVES[index], index, size, path, bytes.fromhex(ROOTS[size - 1]))


@pytest.mark.parametrize(("old", "new"), CONSISTENCY)
def test_proofs_of_consistency_are_those_of_the_reference(old: int, new: int) -> None:
    path = consistency_path(complete_of(LEAVES[:new]), old, new)
    assert [one.hex() for one in path] == list(CONSISTENCY[old, new])
    roots = [bytes.fromhex(ROOTS[size - 1]) for size in (old, new)]
    assert is_consistent(old, roots[0], new, roots[1], path)


@pytest.mark.parametrize("size", range(len(MANY) + 1))
def test_every_way_to_a_root_gives_the_same(size: int) -> None:
    root = as_defined(MANY[:size])
    assert root_of(MANY[:size]) == root
    assert range_root(complete, 0, size) == root
    assert Growth.of_size(size, complete).root() == root


@pytest.mark.parametrize("size", range(1, len(MANY) + 1))
def test_every_leaf_and_every_beginning_is_proven(size: int) -> None:
    root = root_of(MANY[:size])
    for index in range(size):
        assert is_included(MANY[index], index, size, inclusion_path(complete, index, size), root)
    for old in range(size + 1):
        path = consistency_path(complete, old, size)
        assert is_consistent(old, root_of(MANY[:old]), size, root, path)


def test_there_is_no_proof_of_what_is_not_there() -> None:
    for index, size in ((-1, 4), (4, 4), (0, 0)):
        with pytest.raises(ValueError, match="no leaf"):
            inclusion_path(complete, index, size)
    with pytest.raises(ValueError, match="does not continue"):
        consistency_path(complete, 5, 4)
