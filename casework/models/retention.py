"""How long is kept what a partner put in: the rule of its class, put off or suspended on record."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from casework.models.clearance import NeedsClearance, near
from casework.models.contribution import Contribution, InformationClass
from casework.models.subject import Subject
from partners.models import Dated, DatedQuerySet, Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class RetentionRule(Dated):
    """From which event, and how long, with its source (domain brief 1.5).

    A rule without an organisation holds for all; one's own goes before it, unless that is fixed.
    Without `months` no day is known: the partner has yet to set a term of its own. Where the rule
    for all is a maximum, one's own may be shorter, and counts no further. What may be kept longer
    is for the rule for all to say.
    """

    class Event(models.TextChoices):
        CREATED = "created", _("vanaf het vastleggen")
        CLOSED = "closed", _("vanaf het afsluiten van de zaak")
        DECIDED = "decided", _("vanaf het besluit")
        WITH_CASE = "with_case", _("met de zaak")

    information_class = models.CharField(max_length=1, choices=InformationClass)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    event = models.CharField(max_length=10, choices=Event)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    is_fixed = models.BooleanField(default=False)
    is_maximum = models.BooleanField(default=False)
    is_extendable = models.BooleanField(default=False)
    source = models.CharField(max_length=200)

    objects = DatedQuerySet["RetentionRule"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["information_class", "organisation_id", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["information_class", "organisation", "valid_from"],
                nulls_distinct=False,
                name="one_retention_rule_a_class",
            ),
            models.CheckConstraint(
                condition=~models.Q(is_fixed=True, is_extendable=True), name="fixed_is_not_extended"
            ),
            models.CheckConstraint(
                condition=models.Q(is_extendable=False) | models.Q(organisation__isnull=True),
                name="extended_by_the_rule_for_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.information_class} {self.event} {self.months}"


class ExtensionQuerySet(models.QuerySet["RetentionExtension"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of retention.policies.why_not_see_extension: one's own."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), organisation=actor.organisation)


class RetentionExtension(NeedsClearance):
    """One item is kept longer, by who holds it and after a weighing; or, erased, no longer."""

    class Kind(models.TextChoices):
        EXTENDED = "extended", _("Verlengd")
        ERASED = "erased", _("Te wissen op verzoek")

    contribution = models.ForeignKey(
        Contribution,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="retention_extensions",
    )
    subject = models.ForeignKey(
        Subject,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="retention_extensions",
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.EXTENDED)
    until = models.DateField()
    weighing = models.TextField(max_length=2000)
    set_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        ordering = ["set_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contribution__isnull=True) ^ models.Q(subject__isnull=True),
                name="extends_one_thing",
            ),
            models.CheckConstraint(
                condition=~models.Q(weighing__regex=r"^\s*$"), name="extended_after_weighing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.until}"


class HoldQuerySet(models.QuerySet["RetentionHold"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of retention.policies.why_not_see_hold: one's own."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), organisation=actor.organisation)

    def running(self) -> Self:
        return self.filter(lifted_at__isnull=True)


class RetentionHold(NeedsClearance):
    """While it runs, nothing that its organisation put into this case is destroyed.

    What the law keeps to the day (a fixed rule) is not held.
    """

    class Reason(models.TextChoices):
        OBJECTION = "objection", _("Lopend bezwaar")
        COURT = "court", _("Lopende rechtszaak")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="retention_holds")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=10, choices=Reason)
    set_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering = ["set_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation"],
                condition=models.Q(lifted_at__isnull=True),
                name="one_running_hold",
            ),
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True) ^ models.Q(lifted_by__isnull=False),
                name="lifted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.pk}"
