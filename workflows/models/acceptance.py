"""That a manager of a gemeente accepted a formule, so that it may go live there."""

from django.db import models

from partners.models import Membership, Organisation
from workflows.models.formule_version import FormuleVersion


class Acceptance(models.Model):
    """`accepted_by` is empty where it came with the set-up, as in the demo."""

    formule_version = models.ForeignKey(
        FormuleVersion, on_delete=models.PROTECT, related_name="acceptances"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    accepted_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField()

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["formule_version", "organisation"], name="accepted_once_a_gemeente"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.formule_version}"
