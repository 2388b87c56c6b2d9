"""A version of a formule: what a lawyer may change about a regime without changing its shape."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _

from casework.throughput import labels
from partners.acting import moment
from partners.models import Dated, DatedQuerySet, Region, Role, ServiceArea
from workflows.formules.formule import Formule

if TYPE_CHECKING:
    from partners.actor import Actor

READERS = frozenset({Role.ADMINISTRATOR, Role.SECRETARY, Role.COORDINATOR})
"""Who has the pages of formules; all who work a case read the one it runs on."""


class Status(models.TextChoices):
    DRAFT = "draft", _("Concept")
    ADOPTED = "adopted", _("Vastgesteld")
    SUPERSEDED = "superseded", _("Vervangen")


class FormuleVersionQuerySet(DatedQuerySet["FormuleVersion"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_formule: what was adopted, and drafts of one's region."""
        adopted = Q(status__in=(Status.ADOPTED, Status.SUPERSEDED))
        if actor.role not in READERS:
            return self.filter(adopted)
        today = timezone.localdate(moment())
        served = ServiceArea.objects.in_force(today).filter(organisation=actor.organisation)
        return self.filter(adopted | Q(region__in=served.values("region")))

    def adopted(self) -> Self:
        """Those that hold or held; from when till when tell the dates."""
        return self.exclude(status=Status.DRAFT)

    def for_region(self, region: Region) -> Self:
        """The region's own, and the national examples that hold where a region has none."""
        return self.filter(Q(region=region) | Q(region__isnull=True))


class FormuleVersion(Dated):
    """A running case keeps the version it began with. `content` is read as a `Formule`.

    Without a region it is a national example that came with the product. A draft has no days yet:
    its `valid_from` is the day it was made, until it is adopted from a day.
    """

    theme = models.SlugField()
    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=12, choices=Status, default=Status.ADOPTED)
    content = models.JSONField()
    based_on = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    origin = models.CharField(max_length=160, blank=True)
    adopted_by_name = models.CharField(max_length=120, blank=True)
    adopted_by_function = models.CharField(max_length=120, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    evaluate_on = models.DateField(null=True, blank=True)

    objects = FormuleVersionQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["theme", "-version"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["theme", "region", "version"],
                nulls_distinct=False,
                name="one_formule_a_number",
            ),
            models.UniqueConstraint(
                fields=["theme", "region"], condition=Q(status="draft"), name="one_draft_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(status="draft")
                | Q(region__isnull=True)
                | (
                    ~Q(adopted_by_name="")
                    & ~Q(adopted_by_function="")
                    & Q(adopted_on__isnull=False)
                    & Q(evaluate_on__isnull=False)
                ),
                name="a_sponsor_adopted_it",
            ),
        ]

    def __str__(self) -> str:
        return _gettext("%(theme)s, versie %(number)s (%(region)s)") % {
            "theme": labels.theme_title(self.theme),
            "number": self.version,
            "region": self.region_label,
        }

    @property
    def formule(self) -> Formule:
        return Formule.read(self.content)

    @property
    def theme_title(self) -> str:
        return labels.theme_title(self.theme)

    @property
    def region_label(self) -> str:
        return self.region.name if self.region else _gettext("landelijk voorbeeld")

    @property
    def is_draft(self) -> bool:
        return self.status == Status.DRAFT
