"""That a running case moved from one version of its formule to another."""

import uuid

from django.db import models

from casework.models import Case
from partners.models import Membership
from workflows.models.formule_version import FormuleVersion


class Move(models.Model):
    """Cases moved by one click share a `batch`; undone as one, where they still can."""

    batch = models.UUIDField(default=uuid.uuid4, db_index=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="moves")
    from_version = models.ForeignKey(FormuleVersion, on_delete=models.PROTECT, related_name="+")
    to_version = models.ForeignKey(FormuleVersion, on_delete=models.PROTECT, related_name="+")
    moved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-moved_at", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.from_version_id} to {self.to_version_id}"
