"""When new reports of a theme are weighed: a day of the week, for what came in before its bound."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.models import Dated, DatedQuerySet, Region


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("maandag")
    TUESDAY = 1, _("dinsdag")
    WEDNESDAY = 2, _("woensdag")
    THURSDAY = 3, _("donderdag")
    FRIDAY = 4, _("vrijdag")


class TriageMomentQuerySet(DatedQuerySet["TriageMoment"]):
    def of(self, region: Region, theme: str, on: date) -> Self:
        """That of the region before the one for all regions."""
        rows = self.in_force(on).filter(
            models.Q(region=region) | models.Q(region__isnull=True), theme=theme
        )
        return rows.order_by(models.F("region").asc(nulls_last=True), "-valid_from")


class TriageMoment(Dated):
    """Without a `region` it is for each that agreed nothing else."""

    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    theme = models.SlugField()
    closes_on = models.PositiveSmallIntegerField(choices=Weekday)
    closes_at = models.TimeField()
    weighs_on = models.PositiveSmallIntegerField(choices=Weekday)
    source = models.CharField(max_length=200)

    objects = TriageMomentQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["theme", "valid_from"]

    def __str__(self) -> str:
        return f"{self.theme} {self.get_weighs_on_display()}"

    def next_after(self, reported_at: datetime) -> date:
        """The first triage whose bound is still to come."""
        local = timezone.localtime(reported_at)
        closes = local.date() + timedelta(days=(self.closes_on - local.weekday()) % 7)
        if closes == local.date() and local.time() > self.closes_at:
            closes += timedelta(days=7)
        return closes + timedelta(days=(self.weighs_on - self.closes_on) % 7)
