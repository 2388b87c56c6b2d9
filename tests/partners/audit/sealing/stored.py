"""A stored log, reckoned anew from its rows."""

from partners.audit.models import Checkpoint, SealKey, TrailEntry, TreeNode
from partners.audit.proof.checkpoints import open_checkpoint
from partners.audit.proof.notes import VerifierKey
from partners.audit.proof.tree import leaf_hash, root_of
from partners.audit.sealed_lines import line_as, rows
from tests.isolation.lasting import without_the_second_wall


def require_sound(organisation: int) -> int:
    """Every hash, node, root and signature of the stored log is right; its size."""
    with without_the_second_wall():
        sealed = TrailEntry.objects.filter(organisation=organisation, seq__isnull=False)
        found = list(rows(sealed.order_by("seq")))
        assert [row.seq for row in found] == list(range(len(found)))
        leaves = [leaf_hash(line_as(row, seq)) for seq, row in enumerate(found)]
        assert [row.leaf_hash for row in found] == leaves
        keys = [
            VerifierKey.parse(key.verifier)
            for key in SealKey.objects.filter(organisation=organisation)
        ]
        for kept in Checkpoint.objects.filter(organisation=organisation):
            signed = open_checkpoint(kept.note, keys)
            assert (signed.size, signed.root) == (kept.size, bytes(kept.root))
            assert signed.root == root_of(leaves[: kept.size])
        for node in TreeNode.objects.filter(organisation=organisation):
            first, width = node.place << node.level, 1 << node.level
            assert bytes(node.root) == root_of(leaves[first : first + width])
        assert TreeNode.objects.filter(organisation=organisation).count() == len(leaves) >> 8
    return len(found)
