"""A weighing: the OM decides on its own data, case by case, for each receiver (Wjsg art. 39f)."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from casework.models.clearance import NeedsClearance, near
from partners.models import Ground, Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class WeighingQuerySet(models.QuerySet["Weighing"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of disclosing_policies.why_not_see_weighing: the OM that weighed."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), organisation=actor.organisation)


class Weighing(NeedsClearance):
    """Necessity, proportionality and subsidiarity in the words of the person who decided.

    A disclosure by the OM rests on one of these, made for that receiver and that very thing.
    """

    class Outcome(models.TextChoices):
        GIVEN = "given", _("Verstrekt")
        PARTIAL = "partial", _("Deels verstrekt")
        REFUSED = "refused", _("Geweigerd")
        CONTRA = "contra", _("Contra-indicatie: sepot, vrijspraak of nog geen beslissing")

    GIVING = (Outcome.GIVEN, Outcome.PARTIAL)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="weighings")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey(
        "casework.Contribution", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    subject = models.ForeignKey(
        "casework.Subject", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    outcome = models.CharField(max_length=8, choices=Outcome)
    ground = models.ForeignKey(
        Ground, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    necessity = models.CharField(max_length=600, blank=True)
    proportionality = models.CharField(max_length=600, blank=True)
    subsidiarity = models.CharField(max_length=600, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = WeighingQuerySet.as_manager()

    class Meta:
        ordering = ["decided_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome__in=["given", "partial"])
                | (
                    Q(ground__isnull=False)
                    & ~Q(necessity="")
                    & ~Q(proportionality="")
                    & ~Q(subsidiarity="")
                ),
                name="given_after_weighing",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["given", "partial"])
                | (Q(contribution__isnull=True) ^ Q(subject__isnull=True)),
                name="weighs_what_it_gives",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["refused", "contra"]) | ~Q(reason=""),
                name="withheld_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.pk}"
