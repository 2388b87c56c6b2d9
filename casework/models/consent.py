"""Consent of the bevoegd gezag, without which Wpg art. 19 lets nothing go (domain brief 1.3 v3)."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from casework.models.clearance import NeedsClearance, near
from partners.models import Ground, Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class ConsentQuerySet(models.QuerySet["Consent"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of consent_policies.why_not_see_consent: the holder and the authority."""
        if not actor.reads_cases:
            return self.none()
        ends = Q(holder=actor.organisation) | Q(authority=actor.organisation)
        return self.filter(
            near(actor),
            ends,
            open_to(actor, "case__"),
            case__party_ids__contains=[actor.organisation_id],
        )


class Consent(NeedsClearance):
    """For one thing and one receiver; the authority reads what is asked, and not the thing."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Gevraagd")
        GRANTED = "granted", _("Ingestemd")
        REFUSED = "refused", _("Niet ingestemd")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    request = models.ForeignKey(
        "casework.DisclosureRequest", on_delete=models.CASCADE, related_name="consents"
    )
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey(
        "casework.Contribution", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    subject = models.ForeignKey(
        "casework.Subject", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=300)
    purpose = models.CharField(max_length=300)
    interest = models.CharField(max_length=600)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    status = models.CharField(max_length=8, choices=Status, default=Status.ASKED)
    decided_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=600, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(status="asked"),
                name="one_consent_asked_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(contribution__isnull=True) ^ Q(subject__isnull=True),
                name="consents_to_one_thing",
            ),
            models.CheckConstraint(condition=~Q(authority=F("holder")), name="another_consents"),
            models.CheckConstraint(
                condition=Q(status="asked")
                ^ (Q(decided_by__isnull=False) & Q(decided_at__isnull=False) & ~Q(reason="")),
                name="consent_decided_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"
