"""Emergency access (noodtoegang): one person reads one closed thing for four hours, and answers
for it afterwards (domain brief 7.7).
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from casework.models.clearance import NeedsClearance, near
from casework.models.contribution import InformationClass
from partners.models import Membership, Organisation, Person

if TYPE_CHECKING:
    from partners.actor import Actor

LASTS = timedelta(hours=4)
JUDGED_WITHIN = timedelta(days=3)
MOST_UNJUDGED = 3
SHORTEST_REASON = 20
NEVER = frozenset({InformationClass.J, InformationClass.X, InformationClass.W, InformationClass.S})
"""Classes that no emergency opens, to whomever: J is weighed each time (domain brief 7.6)."""
NEVER_IN = frozenset({"bij"})
"""Themes in which there is none. Whoever changes any of this changes 0029_emergency_walls too."""


@dataclass(frozen=True)
class ClosedThing:
    """What one knows of a thing one may not read: that it is there, and whose; never its class."""

    thing: str
    key: str
    organisation: Organisation
    created_at: datetime

    @property
    def value(self) -> str:
        return f"{self.thing}:{self.key}"


class EmergencyQuerySet(models.QuerySet["Emergency"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of emergency_policies.why_not_see_emergency: both ends, and their FGs."""
        if not actor.reads_trail:
            return self.none()
        ends = Q(viewer=actor.organisation) | Q(owner=actor.organisation)
        return self.filter(ends & near(actor)) if actor.reads_cases else self.filter(ends)

    def running(self, at: datetime) -> Self:
        return self.filter(ended_at__isnull=True, opened_at__lte=at, ends_at__gt=at)

    def unjudged(self) -> Self:
        return self.filter(judged_at__isnull=True)


class Emergency(NeedsClearance):
    """`viewer` is the organisation of who opened it, `owner` that of whose information it is.

    Reference and class are kept: who judges it sees neither the case nor the thing. The class is
    empty where the thing stays closed in an emergency too: told and judged all the same.
    """

    class Kind(models.TextChoices):
        LIFE = "life", _("Gevaar voor leven of gezondheid")
        VIOLENCE = "violence", _("Dreigend geweld")
        MISSING = "missing", _("Vermissing")
        ORDER = "order", _("Ernstige verstoring van de openbare orde")

    class Verdict(models.TextChoices):
        JUSTIFIED = "justified", _("Terecht")
        UNJUSTIFIED = "unjustified", _("Onterecht")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="emergencies")
    case_reference = models.CharField(max_length=24)
    contribution = models.ForeignKey(
        "casework.Contribution",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="emergencies",
    )
    subject = models.ForeignKey(
        "casework.Subject",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="emergencies",
    )
    viewer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    information_class = models.CharField(max_length=1, choices=InformationClass, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    reason = models.TextField(max_length=1000)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    verdict_reason = models.TextField(max_length=1000, blank=True)
    judged_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "id"]
        verbose_name_plural = "emergencies"
        indexes = [
            models.Index(
                fields=["owner"], condition=Q(judged_at__isnull=True), name="emergencies_to_judge"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(contribution__isnull=True) ^ Q(subject__isnull=True),
                name="opens_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(viewer=F("owner")), name="opens_what_is_of_another"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("opened_at"), ends_at__lte=F("opened_at") + LASTS),
                name="an_emergency_is_short",
            ),
            models.CheckConstraint(
                condition=Q(judged_at__isnull=True, judged_by__isnull=True, verdict="")
                | Q(judged_at__isnull=False, judged_by__isnull=False)
                & ~Q(verdict="")
                & ~Q(verdict_reason=""),
                name="judged_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def judge_by(self) -> datetime:
        return self.opened_at + JUDGED_WITHIN

    @property
    def opens(self) -> bool:
        """Whether there is anything to read in it."""
        return self.information_class != ""

    def is_running(self, at: datetime) -> bool:
        return self.ended_at is None and self.opened_at <= at < self.ends_at

    def is_overdue(self, at: datetime) -> bool:
        return self.judged_at is None and self.judge_by <= at
