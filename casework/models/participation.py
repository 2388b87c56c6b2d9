"""Which organisation takes part in a case, as what, since when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from casework.models.clearance import NeedsClearance
from partners.models import Organisation


class Part(models.TextChoices):
    LEAD = "lead", _("Regie")
    REPORTER = "reporter", _("Melder")
    ASKED = "asked", _("Gevraagd")
    INFORMED = "informed", _("Geïnformeerd")


class Participation(NeedsClearance):
    """`has_overview` tells whether it may see the steps of others, or its own tasks alone."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="participations"
    )
    part = models.CharField(max_length=10, choices=Part)
    has_overview = models.BooleanField(default=False)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation"],
                condition=models.Q(until__isnull=True),
                name="one_open_participation",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.part}"
