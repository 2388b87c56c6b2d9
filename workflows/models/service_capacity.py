"""How much politie, brandweer and GHOR can give events in a region on one day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Dated, DatedQuerySet, Region


class Service(models.TextChoices):
    POLITIE = "politie", _("Politie (uren)")
    BRANDWEER = "brandweer", _("Brandweer (eenheden)")
    GHOR = "ghor", _("GHOR (eenheden)")


class ServiceCapacity(Dated):
    """For each day between the dates; where two rows hold, the one that began last counts."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    service = models.CharField(max_length=10, choices=Service)
    amount = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    objects = DatedQuerySet["ServiceCapacity"].as_manager()

    class Meta(Dated.Meta):
        verbose_name_plural = "service capacities"
        ordering = ["service", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["region", "service", "valid_from"], name="one_capacity_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service} {self.amount}"
