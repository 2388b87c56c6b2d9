"""The case: what all its participants may know of it, and nothing about anyone in it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models import Membership, Organisation, Region

if TYPE_CHECKING:
    from partners.actor import Actor


LOOK_BACK = timedelta(days=14)
"""How long the word that goes out as a case closes stays readable; the trigger of 0044 too."""


class Stage(models.TextChoices):
    """Where the case stands, in the order of the spine; each step of a flow names its stage."""

    SIGNAL = "signal", _("Signaal")
    INTAKE = "intake", _("Intake")
    ADVICE = "advice", _("Partners gevraagd")
    WEIGHING = "weighing", _("Afweging")
    DECISION = "decision", _("Besluit")
    EXECUTION = "execution", _("Uitvoering")
    EVALUATION = "evaluation", _("Evaluatie")
    CLOSED = "closed", _("Afgesloten")


class Priority(models.TextChoices):
    NORMAL = "normal", _("Gewoon")
    URGENT = "urgent", _("Spoed")


def open_to(actor: "Actor", case: str = "") -> models.Q:
    """Restricted cases only where the actor is cleared; `case` is the way there ("case__")."""
    return models.Q(
        (f"{case}is_restricted", False), (f"{case}theme__in", actor.clearances), _connector="OR"
    )


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_case."""
        if not actor.reads_cases:
            return self.none()
        mine = [actor.organisation_id]
        known = models.Q(party_ids__contains=mine) | models.Q(kept_by_ids__contains=mine)
        return self.filter(open_to(actor), known)

    def open(self) -> Self:
        return self.filter(closed_at__isnull=True)


class Case(models.Model):
    """`title` is neutral: no name, no address.

    A restricted case exists only for those who are cleared for its theme (domain brief 1.6).

    `party_ids` and `overview_ids` mirror the participations in force (kept by a database trigger):
    who takes part at all, and who may also see which steps others have (domain.md 1.6, class N).
    `kept_by_ids` are those whose part ended as the case closed, and who keep their own in it.
    """

    reference = models.CharField(max_length=24, unique=True)
    theme = models.SlugField()
    is_restricted = models.BooleanField(default=False, db_default=False)
    title = models.CharField(max_length=120)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="led_cases")
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="owned_cases")
    woonkern = models.CharField(max_length=80, blank=True)
    priority = models.CharField(max_length=10, choices=Priority, default=Priority.NORMAL)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.SIGNAL)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    party_ids = ArrayField(models.BigIntegerField(), default=list)
    overview_ids = ArrayField(models.BigIntegerField(), default=list)
    kept_by_ids = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-id"]
        indexes = [
            GinIndex(fields=["party_ids"]),
            GinIndex(fields=["kept_by_ids"], name="cases_kept"),
            models.Index(fields=["-opened_at", "-id"]),
            models.Index(fields=["lead", "-opened_at"]),
            models.Index(
                fields=["lead"],
                condition=models.Q(closed_at__isnull=True),
                name="open_cases_of_lead",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True) ^ models.Q(stage=Stage.CLOSED),
                name="closed_when_closed",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def clearance(self) -> str:
        """What one has to be cleared for to know of it: a theme, or empty."""
        return self.theme if self.is_restricted else ""


class CaseNumber(models.Model):
    """The last number given out in a region and year; a locked row keeps the series gapless."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "year"], name="one_series_a_year")]

    def __str__(self) -> str:
        return f"{self.year}-{self.region_id}: {self.last}"
