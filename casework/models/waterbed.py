"""A waterbed signal: a measure here may move trouble there; no persons in it, and no address."""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from partners.models import Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class WaterbedSignalQuerySet(models.QuerySet["WaterbedSignal"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of waterbed_policies.why_not_see_signal."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(
            models.Q(gemeente=actor.organisation)
            | models.Q(receiver_ids__contains=[actor.organisation_id])
        )


class WaterbedSignal(models.Model):
    """`area` is a woonkern or wijk at most; from which case it came stands in its origin."""

    class Measure(models.TextChoices):
        REFUSAL = "refusal", _("Weigering van een vergunning of subsidie")
        REVOCATION = "revocation", _("Intrekking van een vergunning")
        CLOSURE = "closure", _("Sluiting")
        AREA_BAN = "area_ban", _("Gebiedsverbod")
        EVENT_REFUSAL = "event_refusal", _("Weigering van een evenement")
        OTHER = "other", _("Andere maatregel")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gemeente = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver_ids = ArrayField(models.BigIntegerField())
    measure = models.CharField(max_length=14, choices=Measure)
    theme = models.SlugField()
    branch = models.CharField(max_length=80, blank=True)
    area = models.CharField(max_length=80)
    effect = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    desk = models.CharField(max_length=120)
    given_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    objects = WaterbedSignalQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at", "id"]
        indexes = [GinIndex(fields=["receiver_ids"]), models.Index(fields=["-given_at", "id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="signal_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(area__regex=r"[0-9]"), name="signal_area_is_no_address"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.pk}"


class WaterbedOrigin(models.Model):
    """The case it came from: in a table of its own, which only the gemeente itself may read."""

    signal = models.OneToOneField(WaterbedSignal, on_delete=models.CASCADE, related_name="origin")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="waterbed")

    def __str__(self) -> str:
        return f"{self.signal_id}"


class SignalReceiptQuerySet(models.QuerySet["SignalReceipt"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of waterbed_policies.why_not_see_receipt: not that of another neighbour."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(
            models.Q(gemeente=actor.organisation) | models.Q(signal__gemeente=actor.organisation)
        )


class SignalReceipt(models.Model):
    """What one neighbour answers."""

    class Answer(models.TextChoices):
        NONE = "none", _("Geen effect")
        SEEN = "seen", _("Effect gezien")
        DATA = "data", _("Verzoek om gegevens")

    signal = models.ForeignKey(WaterbedSignal, on_delete=models.CASCADE, related_name="receipts")
    gemeente = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=6, choices=Answer, blank=True)
    remark = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = SignalReceiptQuerySet.as_manager()

    class Meta:
        ordering = ["gemeente__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["signal", "gemeente"], name="one_receipt_each"),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (
                    models.Q(answered_at__isnull=False, answered_by__isnull=False)
                    & ~models.Q(answer="")
                ),
                name="receipt_answer_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente_id} {self.answer}"
