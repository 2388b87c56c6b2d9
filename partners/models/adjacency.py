"""Which gemeenten share a border, since when."""

from datetime import date

from django.db import models

from partners.models.dated import Dated, DatedQuerySet
from partners.models.organisation import Organisation


class AdjacencyQuerySet(DatedQuerySet["Adjacency"]):
    def neighbours_of(self, gemeente: Organisation, on: date) -> "models.QuerySet[Organisation]":
        """Whichever of the two the row names first: a border has two sides."""
        rows = self.in_force(on)
        return Organisation.objects.in_force(on).filter(
            models.Q(pk__in=rows.filter(gemeente=gemeente).values("neighbour"))
            | models.Q(pk__in=rows.filter(neighbour=gemeente).values("gemeente"))
        )


class Adjacency(Dated):
    """A pair stands here once."""

    gemeente = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    neighbour = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")

    objects = AdjacencyQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["gemeente", "neighbour", "valid_from"], name="one_border_a_day"
            ),
            models.CheckConstraint(
                condition=~models.Q(gemeente=models.F("neighbour")), name="no_border_with_itself"
            ),
        ]
