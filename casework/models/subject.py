"""Whom or what a case is about; kept apart from it and disclosed like all else."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.by_class import OfClass, open_of_others, open_of_own
from casework.models.case import Case
from casework.models.clearance import near
from casework.models.contribution import InformationClass
from casework.models.disclosure import disclosed_to
from partners.models import Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class SubjectKind(models.TextChoices):
    PERSON = "person", _("Persoon")
    ENTERPRISE = "enterprise", _("Onderneming")
    PREMISES = "premises", _("Pand")
    EVENT = "event", _("Evenement")


class SubjectQuerySet(models.QuerySet["Subject"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_subject."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(
            near(actor),
            open_of_own(actor) & models.Q(organisation=actor.organisation)
            | open_of_others(actor) & models.Q(pk__in=disclosed_to(actor).values("subject")),
        )

    def own_of(self, actor: "Actor") -> Self:
        """What its own organisation put in, without asking for the case, which it may have left."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), open_of_own(actor), organisation=actor.organisation)


class Subject(OfClass):
    """`organisation` is whose record it is; each partner keeps its own. `details` is by field.

    Since `restricted_at` it is not to be used, on request of the person (AVG art. 18).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="subjects")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=SubjectKind)
    information_class = models.CharField(max_length=1, choices=InformationClass)
    label = models.CharField(max_length=200)
    details = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField()
    corrected_at = models.DateTimeField(null=True, blank=True)
    restricted_at = models.DateTimeField(null=True, blank=True)
    retain_until = models.DateField(null=True, blank=True)
    retention_rule = models.ForeignKey(
        "casework.RetentionRule", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SubjectQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "id"]
        indexes = [models.Index(fields=["organisation", "retain_until"])]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation", "kind", "label"], name="recorded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
