"""Along which a trail is read: what its entries can be found by, each row a copy beside its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Person


class Kind(models.TextChoices):
    """The database tells it from action and result, as `partners.audit.kinds` does."""

    LOOK = "look", _("Inzage")
    CHANGE = "change", _("Wijzigingen")
    DISCLOSURE = "disclosure", _("Verstrekkingen")
    REFUSAL = "refusal", _("Weigeringen")
    EMERGENCY = "emergency", _("Noodtoegang")


class TrailIndex(models.Model):
    """Written by a trigger alone, in the statement that writes the row it is about.

    No part of what is sealed: made anew from the entries, it is the same. It refers without
    constraints, since what it copies has them.
    """

    row = models.OneToOneField(
        "audit.TrailEntry",
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="index",
        db_constraint=False,
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    at = models.DateTimeField()
    # That of the entry: what happened at one moment stands in the order of writing.
    number = models.BigIntegerField()
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    by = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    is_own = models.BooleanField()
    kind = models.CharField(max_length=10, choices=Kind)
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    case_reference = models.CharField(max_length=24)
    ground = models.CharField(max_length=200)
    trace = models.CharField(max_length=32)

    class Meta:
        verbose_name_plural = "trail indexes"
        indexes = [
            models.Index(fields=["organisation", "at", "number"], name="trail_by_moment"),
            models.Index(fields=["organisation", "person", "at", "number"], name="trail_by_person"),
            models.Index(fields=["organisation", "by", "at", "number"], name="trail_by_actor"),
            models.Index(fields=["organisation", "kind", "at", "number"], name="trail_by_kind"),
            models.Index(fields=["organisation", "action", "at", "number"], name="trail_by_action"),
            models.Index(
                fields=["organisation", "object_type", "at", "number"], name="trail_by_sort"
            ),
            models.Index(
                fields=["organisation", "object_id", "at", "number"], name="trail_by_thing"
            ),
            models.Index(
                fields=["organisation", "case_reference", "at", "number"],
                condition=~models.Q(case_reference=""),
                name="trail_by_case",
            ),
            models.Index(
                fields=["organisation", "ground", "at", "number"],
                condition=~models.Q(ground=""),
                name="trail_by_ground",
            ),
            models.Index(fields=["organisation", "trace"], name="trail_by_trace"),
            models.Index(
                fields=["organisation", "kind", "at", "number"],
                condition=models.Q(is_own=False),
                name="trail_from_outside_by_kind",
            ),
            models.Index(
                fields=["organisation", "at", "number"],
                condition=models.Q(is_own=False),
                name="trail_from_outside",
            ),
        ]

    def __str__(self) -> str:
        return str(self.row_id)
