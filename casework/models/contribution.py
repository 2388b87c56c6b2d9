"""What a partner puts in; it stays that partner's own."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.by_class import OfClass, open_of_others, open_of_own
from casework.models.case import Case
from casework.models.clearance import near
from casework.models.disclosure import disclosed_to
from partners.models import Organisation, Person

if TYPE_CHECKING:
    from partners.actor import Actor


class InformationClass(models.TextChoices):
    """Domain brief 1.5: the law that governs a piece of information."""

    N = "N", _("N: procesgegevens")
    B = "B", _("B: bestuurlijk dossier")
    P = "P", _("P: politiegegevens")
    J = "J", _("J: strafvorderlijke gegevens")
    X = "X", _("X: Bibob-advies")
    Z = "Z", _("Z: zorg en hulpverlening")
    H = "H", _("H: huisverbodstukken")
    W = "W", _("W: werknemer of slachtoffer")
    S = "S", _("S: resultaat samenwerkingsverband")


NAMED_CLASSES = frozenset({InformationClass.X, InformationClass.H, InformationClass.W})
"""Read only by who is named for it, at one's own organisation too (domain brief 1.6).

Whoever changes this changes the trigger `casework_need_clearance` with it.
"""


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_read_contribution."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(
            near(actor),
            open_of_own(actor) & models.Q(organisation=actor.organisation)
            | open_of_others(actor) & models.Q(pk__in=disclosed_to(actor).values("contribution")),
        )

    def wholes(self) -> Self:
        """An extract is kept and destroyed with its whole, and never by itself."""
        return self.filter(extract_of__isnull=True)

    def own_of(self, actor: "Actor") -> Self:
        """What its own organisation put in, without asking for the case, which it may have left."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), open_of_own(actor), organisation=actor.organisation)

    def due_for_destruction(self, on: date) -> Self:
        """What was to be kept until that day, or one before it."""
        return self.wholes().filter(retain_until__lte=on)


class Contribution(OfClass):
    """`content` is a list of questions with their answers, frozen as they were put at the time.

    Each item has `name`, `question`, `answer` (as shown) and `value` (as data). The database fills
    in `retain_until` and `retention_rule`: by a decision of the case, or by the rule of its class.
    `extract_of` is what this is a part of, with the rest left out, to be disclosed in its place; it
    has the day of its whole, and goes with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contributions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField()
    title = models.CharField(max_length=120)
    information_class = models.CharField(max_length=1, choices=InformationClass)
    content = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField()
    retain_until = models.DateField(null=True, blank=True)
    extract_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="extracts"
    )
    corrected_at = models.DateTimeField(null=True, blank=True)
    retention_rule = models.ForeignKey(
        "casework.RetentionRule", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["case", "created_at"]),
            models.Index(fields=["organisation", "retain_until"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_secret(self) -> bool:
        """Art. 28 Wet Bibob: each page of it says who looks, and when."""
        return self.information_class == InformationClass.X
