"""A request (verzoek): one partner asks another for information, advice, or an act."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from casework.models.contribution import Contribution
from partners.models import Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class RequestQuerySet(models.QuerySet["Request"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_request."""
        if not actor.reads_cases:
            return self.none()
        mine = models.Q(asker=actor.organisation) | models.Q(asked=actor.organisation)
        return self.filter(
            mine, open_to(actor, "case__"), case__party_ids__contains=[actor.organisation_id]
        )


class Request(models.Model):
    """`due_at` moves with a granted extension; `first_due_at` does not."""

    class Kind(models.TextChoices):
        INFORMATION = "information", _("Informatie")
        ADVICE = "advice", _("Advies")
        MEASURE = "measure", _("Maatregel")
        DECISION = "decision", _("Besluit")

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        ANSWERED = "answered", _("Beantwoord")
        DECLINED = "declined", _("Geweigerd")
        OVERTAKEN = "overtaken", _("Ronde gesloten, antwoord nog welkom")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="requests")
    asker = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    question = models.TextField(max_length=2000)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    asked_at = models.DateTimeField()
    first_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    decline_ground = models.CharField(max_length=200, blank=True)
    decline_reason = models.TextField(max_length=1000, blank=True)
    answer = models.OneToOneField(
        Contribution, null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "overtaken"])
                ^ models.Q(settled_at__isnull=False),
                name="settled_when_settled",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_settled(self) -> bool:
        return self.status in (self.Status.ANSWERED, self.Status.DECLINED)


class Extension(models.Model):
    """A partner asks for more time; who asked the question grants it or not."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Gevraagd")
        GRANTED = "granted", _("Toegestaan")
        REFUSED = "refused", _("Niet toegestaan")

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="extensions")
    until = models.DateTimeField()
    reason = models.TextField(max_length=1000)
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=models.Q(status="asked"),
                name="one_extension_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"
