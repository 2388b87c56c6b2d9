"""Which organisation takes part in a case, as what, since when."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from casework.models.clearance import NeedsClearance, near
from partners.models import Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class Part(models.TextChoices):
    LEAD = "lead", _("Regie")
    REPORTER = "reporter", _("Melder")
    ASKED = "asked", _("Gevraagd")
    INFORMED = "informed", _("Geïnformeerd")


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of handover_policies.why_not_see_participation: one's own; all with the overview."""
        if not actor.reads_cases:
            return self.none()
        own = near(actor) & models.Q(organisation=actor.organisation)
        overseen = models.Q(case__overview_ids__contains=[actor.organisation_id])
        return self.filter(own | overseen & open_to(actor, "case__"))

    def present(self) -> Self:
        return self.filter(until__isnull=True)


class Participation(NeedsClearance):
    """`has_overview` tells whether it may see the steps of others, or its own tasks alone.

    At `ends_at` it ends by itself: that was agreed when it began.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="participations"
    )
    part = models.CharField(max_length=10, choices=Part)
    has_overview = models.BooleanField(default=False)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation"],
                condition=models.Q(until__isnull=True),
                name="one_open_participation",
            )
        ]
        indexes = [
            models.Index(
                fields=["ends_at"],
                condition=models.Q(until__isnull=True, ends_at__isnull=False),
                name="participations_to_end",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.part}"
