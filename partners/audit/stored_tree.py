"""The tree of one log as the database keeps it: a hash a leaf, and one a subtree of 256, 65,536.

Any root or proof is reckoned from at most 255 hashes of each kept level.
"""

from collections.abc import Iterable

from partners.audit.models import Checkpoint, TrailEntry, TreeNode
from partners.audit.proof.tree import node_hash

STRIDE = 8


class StoredTree:
    def __init__(self, organisation_id: int) -> None:
        self.organisation_id = organisation_id

    def complete(self, level: int, place: int) -> bytes:
        """The root of that complete subtree (`partners.audit.proof.tree.Complete`).

        :raises LookupError: when it is not all there, or not all visible.
        """
        above = level % STRIDE
        first, count = place << above, 1 << above
        hashes = self._kept(level - above, first, first + count)
        if len(hashes) != count:
            raise LookupError(f"the tree of {self.organisation_id} lacks hashes at level {level}")
        while len(hashes) > 1:
            hashes = [node_hash(*hashes[at : at + 2]) for at in range(0, len(hashes), 2)]
        return hashes[0]

    def _kept(self, level: int, first: int, end: int) -> list[bytes]:
        """Hashes of that level, or of the leaves at level 0, from `first` up to `end`."""
        found: Iterable[bytes | memoryview | None]
        if level == 0:
            leaves = TrailEntry.objects.filter(
                organisation=self.organisation_id, seq__gte=first, seq__lt=end
            )
            found = leaves.order_by("seq").values_list("leaf_hash", flat=True)
        else:
            nodes = TreeNode.objects.filter(
                organisation=self.organisation_id, level=level, place__gte=first, place__lt=end
            )
            found = nodes.order_by("place").values_list("root", flat=True)
        return [bytes(one) for one in found if one is not None]


def latest_checkpoint(organisation_id: int) -> Checkpoint | None:
    """The newest of that log, which covers all that is sealed; None before the first."""
    return Checkpoint.objects.filter(organisation=organisation_id).order_by("-size").first()
