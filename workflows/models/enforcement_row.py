"""The handhavingsmatrix of a gemeente: which measure its policy sets for which find."""

from typing import Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.models import Measure
from partners.models import Dated, DatedQuerySet, Organisation


class Premises(models.TextChoices):
    HOME = "home", _("Woning")
    BUSINESS = "business", _("Lokaal")
    GROUNDS = "grounds", _("Erf")


class Substance(models.TextChoices):
    SOFT = "soft", _("Softdrugs (lijst II)")
    HARD = "hard", _("Harddrugs (lijst I)")
    PREPARATION = "preparation", _("Voorbereiding")


class EnforcementRowQuerySet(DatedQuerySet["EnforcementRow"]):
    def fitting(self, *, premises: str, substance: str) -> Self:
        return self.filter(premises=premises, substance=substance)


class EnforcementRow(Dated):
    """`occurrence` counts finds within `recidive_years`: 1 is the first."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    premises = models.CharField(max_length=10, choices=Premises)
    substance = models.CharField(max_length=12, choices=Substance)
    occurrence = models.PositiveSmallIntegerField()
    recidive_years = models.PositiveSmallIntegerField()
    measure = models.CharField(max_length=10, choices=Measure)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)

    objects = EnforcementRowQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["premises", "substance", "occurrence"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "premises", "substance", "occurrence", "valid_from"],
                name="one_measure_a_find",
            ),
            models.CheckConstraint(
                condition=models.Q(measure=Measure.CLOSURE) ^ models.Q(months__isnull=True),
                name="a_closure_has_months",
            ),
        ]

    def __str__(self) -> str:
        if self.months is None:
            return self.get_measure_display()
        return gettext("%(measure)s, %(months)s maanden") % {
            "measure": self.get_measure_display(),
            "months": self.months,
        }
