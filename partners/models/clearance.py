"""Who is named for a theme, by whom and until which day: no clearance is without an end."""

from datetime import date, timedelta
from typing import Self

from django.db import models

from partners.models.membership import Membership
from partners.models.person import Person

LONGEST = timedelta(days=365)
"""From the day on which it is given or renewed; the walls of 0014 hold to it too."""
PROPOSED = timedelta(days=182)
"""What the form proposes: half a year, after which one looks whether it is needed still."""


class ClearanceQuerySet(models.QuerySet["Clearance"]):
    def open(self) -> Self:
        return self.filter(ended_at__isnull=True)

    def in_force(self, on: date) -> Self:
        return self.open().filter(valid_until__gt=on)


class Clearance(models.Model):
    """`valid_until` is the first day no longer; without `given_by` the owner of the data gave it.

    A trigger mirrors the open ones into the membership, and makes rows of what is written there.
    """

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="named_for")
    theme = models.SlugField()
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    valid_until = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        ordering = ["valid_until", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "theme"],
                condition=models.Q(ended_at__isnull=True),
                name="named_once_for_a_theme",
            )
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.valid_until}"
