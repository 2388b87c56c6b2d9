"""A file with a contribution; the file itself stands outside the web root."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models.contribution import Contribution
from partners.models import Person

if TYPE_CHECKING:
    from partners.actor import Actor


class ScanResult(models.TextChoices):
    CLEAN = "clean", _("Schoon")
    NOT_SCANNED = "not_scanned", _("Niet gescand")


class DocumentQuerySet(models.QuerySet["Document"]):
    def shown_to(self, actor: "Actor") -> Self:
        """Of what one may read: what a correction withdrew stays with its holder."""
        return self.filter(
            Q(withdrawn_at__isnull=True) | Q(contribution__organisation=actor.organisation)
        )


class Document(models.Model):
    """Its class is that of its contribution. `key` is where the storage keeps it: no file name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="documents"
    )
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    key = models.CharField(max_length=200, unique=True)
    scan = models.CharField(max_length=12, choices=ScanResult)
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["uploaded_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "name", "sha256"], name="a_file_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
