"""A referral (doorverwijzing): sideways, to another domain, while the lead stays involved."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from partners.models import Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class ReferralQuerySet(models.QuerySet["Referral"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of ladder_policies.why_not_see_referral."""
        if not actor.reads_cases:
            return self.none()
        mine = [actor.organisation_id]
        return self.filter(
            open_to(actor, "case__"),
            models.Q(organisation=actor.organisation) | models.Q(case__overview_ids__contains=mine),
            case__party_ids__contains=mine,
        )


class Referral(models.Model):
    """Without an `organisation` that works here, the lead itself records the feedback."""

    class Domain(models.TextChoices):
        CARE = "care", _("Zorg")
        WELFARE = "welfare", _("Welzijn")
        HEALTH = "health", _("Volksgezondheid")
        SCHOOL = "school", _("Leerplicht")
        TRAFFIC = "traffic", _("Verkeer")
        OTHER = "other", _("Ander domein")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="referrals")
    domain = models.CharField(max_length=10, choices=Domain)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(max_length=1000)
    due_on = models.DateField()
    referred_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    referred_at = models.DateTimeField()
    feedback = models.TextField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ["referred_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, feedback="")
                | (
                    models.Q(answered_at__isnull=False, answered_by__isnull=False)
                    & ~models.Q(feedback="")
                ),
                name="referral_feedback_is_whole",
            )
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.pk}"

    def is_overdue(self, on: date) -> bool:
        return self.answered_at is None and self.due_on < on
