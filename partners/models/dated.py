"""Rows that hold from one day up to, but not including, another."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

M = TypeVar("M", bound=models.Model)


class DatedQuerySet(models.QuerySet[M]):
    def in_force(self, on: date) -> Self:
        """Rows that hold on that day; an open end counts."""
        return self.filter(valid_from__lte=on).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=on)
        )


class Dated(models.Model):
    """`valid_from` is the first day, `valid_until` the first day no longer."""

    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="%(app_label)s_%(class)s_ends_after_start",
            )
        ]

    def is_in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)
