"""An arrangement: a Wpg-20 decision or a covenant, on which disclosures of one sender lean."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models.contribution import InformationClass
from partners.models import Membership, Organisation
from partners.models.dated import Dated, DatedQuerySet

if TYPE_CHECKING:
    from partners.actor import Actor


class ArrangementQuerySet(DatedQuerySet["Arrangement"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of arrangement_policies.why_not_see_arrangement: the sender, and who may receive."""
        own = actor.organisation_id
        return self.filter(Q(organisation=own) | Q(receiver_ids__contains=[own]))

    def fitting(self, *, sender: int, receiver: int, on: date) -> Self:
        rows = self.in_force(on).filter(organisation=sender, receiver_ids__contains=[receiver])
        return rows.order_by("-valid_from", "pk")


class Arrangement(Dated):
    """`organisation` is the sender whose it is; it holds no case and no person concerned.

    Without `themes` it is for each. A disclosure that leans on it takes over its purpose.
    """

    class Kind(models.TextChoices):
        WPG_20 = "wpg_20", _("Beslissing op grond van Wpg art. 20")
        COVENANT = "covenant", _("Convenant of schriftelijke afspraak")

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    partnership = models.CharField(max_length=200)
    interest = models.CharField(max_length=600)
    decided_by_name = models.CharField(max_length=200)
    reference = models.CharField(max_length=120)
    document = models.URLField(blank=True)
    purpose = models.CharField(max_length=300)
    themes = ArrayField(models.SlugField(), default=list, blank=True)
    classes = ArrayField(models.CharField(max_length=1, choices=InformationClass))
    receiver_ids = ArrayField(models.BigIntegerField())
    ground_codes = ArrayField(models.SlugField())
    conditions = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    end_reason = models.CharField(max_length=600, blank=True)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ArrangementQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["-valid_from", "-id"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "kind", "reference"], name="one_arrangement_a_reference"
            ),
            models.CheckConstraint(
                condition=~Q(classes=[]) & ~Q(receiver_ids=[]) & ~Q(ground_codes=[]),
                name="arranges_something",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True) ^ ~Q(end_reason=""),
                name="ended_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
