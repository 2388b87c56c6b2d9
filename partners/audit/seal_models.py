"""What sealing keeps of each partner's log: its keys, its tree and its checkpoints."""

from django.db import models

from partners.models import Organisation


class SealKey(models.Model):
    """A key that vouches for this log, in signed-note form; the first one names the log."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    verifier = models.CharField(max_length=200)
    since_size = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "verifier"], name="key_once_in_a_log"),
        ]

    def __str__(self) -> str:
        return self.verifier


class TreeNode(models.Model):
    """The root of a complete subtree of 2**level entries; level 0 is `TrailEntry.leaf_hash`."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    place = models.BigIntegerField()
    root = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "level", "place"], name="one_root_a_subtree"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}/{self.level}/{self.place}"


class Checkpoint(models.Model):
    """A signed note: how large the log was, and its root."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "size"], name="one_checkpoint_a_size"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}/{self.size}"
