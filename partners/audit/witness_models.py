"""What one partner keeps of the log of another: a witness is whoever kept a checkpoint."""

from django.db import models

from partners.models import Organisation


class WitnessedLog(models.Model):
    """The last checkpoint that held, the keys that vouched for it, and what the last look found.

    `why_not` is empty while the log goes on from what was kept; once it does not, what was kept
    stays as it is. The database lets no kept size shrink and no kept root change.
    """

    witness = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    log = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    verifiers = models.TextField()
    kept_at = models.DateTimeField()
    checked_at = models.DateTimeField()
    seen_size = models.BigIntegerField()
    why_not = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["witness", "log"], name="one_kept_of_a_log"),
            models.CheckConstraint(
                condition=~models.Q(witness=models.F("log")), name="witness_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.witness_id}/{self.log_id}/{self.size}"

    @property
    def holds(self) -> bool:
        return not self.why_not
