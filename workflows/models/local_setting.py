"""Where a gemeente deviates from the formule on purpose: declared, dated, and with a reason."""

from django.db import models

from partners.models import Dated, DatedQuerySet, Organisation


class LocalSetting(Dated):
    """`name` is declared in workflows.formules.adjustable; an empty value follows the formule."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    name = models.SlugField(max_length=80)
    value = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=200)
    reason = models.CharField(max_length=600)

    objects = DatedQuerySet["LocalSetting"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["name", "-valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "name", "valid_from"], name="one_value_a_day"
            ),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(valid_until__isnull=True),
                name="one_open_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
