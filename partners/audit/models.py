"""The entry, the trails it stands in, and its payload, which alone can be destroyed on time."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.audit.index_models import Kind, TrailIndex
from partners.audit.seal_models import Checkpoint, SealKey, TreeNode
from partners.audit.witness_models import WitnessedLog
from partners.models import Membership, Organisation, Person, Role

__all__ = [
    "Checkpoint",
    "Entry",
    "Kind",
    "Payload",
    "Result",
    "SealKey",
    "TrailEntry",
    "TrailIndex",
    "TreeNode",
    "WitnessedLog",
]


class Result(models.TextChoices):
    OK = "ok", _("gelukt")
    DENIED = "denied", _("geweigerd")


class Entry(models.Model):
    """Written in the transaction of the act; the database refuses to change or delete it.

    The database fills `needs_clearance` in where the case is restricted.
    """

    at = models.DateTimeField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role)
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    case_reference = models.CharField(max_length=24, blank=True)
    ground = models.CharField(max_length=200, blank=True)
    result = models.CharField(max_length=10, choices=Result, default=Result.OK)
    origin = models.CharField(max_length=20)
    trace = models.CharField(max_length=32)
    payload_hash = models.CharField(max_length=64, blank=True)
    needs_clearance = models.SlugField(db_default="", blank=True, editable=False)

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["id"]
        indexes = [models.Index(fields=["case_reference", "id"])]

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"


class TrailEntry(models.Model):
    """In whose trail an entry stands. The sealer gives it `seq` and the hash of its line."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    # Without an index of its own: along it, a page of a quiet partner would walk past all others.
    entry = models.ForeignKey(
        Entry, on_delete=models.PROTECT, related_name="trails", db_index=False
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    seq = models.BigIntegerField(null=True)
    leaf_hash = models.BinaryField(max_length=32, null=True)

    class Meta:
        verbose_name_plural = "trail entries"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "entry"], name="once_in_a_trail"),
            models.UniqueConstraint(fields=["organisation", "seq"], name="one_entry_a_seq"),
            models.CheckConstraint(
                condition=models.Q(seq__isnull=True, leaf_hash__isnull=True)
                | models.Q(seq__isnull=False, leaf_hash__isnull=False),
                name="sealed_with_its_hash",
            ),
        ]
        indexes = [
            models.Index(
                fields=["entry"], condition=models.Q(seq__isnull=True), name="unsealed_entries"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}/{self.seq}"


class Payload(models.Model):
    """Salted, so that its hash in the entry tells nothing once this row is destroyed."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT)
    salt = models.CharField(max_length=64)
    content = models.JSONField()

    def __str__(self) -> str:
        return str(self.entry_id)
