"""What a gemeente sets for each class of event: how early one applies, and from which score."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Dated, DatedQuerySet, Organisation


class EventClass(models.TextChoices):
    """In the order of risk (domain brief 4)."""

    NOTICE = "0", _("0: melding")
    REGULAR = "A", _("A: regulier")
    ATTENTION = "B", _("B: aandacht")
    RISK = "C", _("C: risico")

    @property
    def height(self) -> int:
        return list(EventClass).index(self)


class EventTermQuerySet(DatedQuerySet["EventTerm"]):
    def of_class(self, event_class: str) -> Self:
        return self.filter(event_class=event_class)


class EventTerm(Dated):
    """`weeks` counts back from the event; `from_score` is the least score of the class."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    event_class = models.CharField(max_length=1, choices=EventClass)
    weeks = models.PositiveSmallIntegerField()
    from_score = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)

    objects = EventTermQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["from_score"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "event_class", "valid_from"], name="one_term_an_event_class"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_class}: {self.weeks}w"
