"""The disclosure (verstrekking): the only way in which another organisation comes to see something.

Fields follow domain brief 1.3.
"""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from casework.models.case import Case
from casework.models.clearance import NeedsClearance, near
from partners.acting import moment
from partners.models import Ground, Organisation, Person

if TYPE_CHECKING:
    from datetime import datetime

    from casework.models.contribution import Contribution
    from partners.actor import Actor


class DisclosureQuerySet(models.QuerySet["Disclosure"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_disclosure: its two ends."""
        if not actor.reads_cases:
            return self.none()
        ends = Q(sender=actor.organisation) | Q(receiver=actor.organisation)
        return self.filter(near(actor), ends)

    def in_force(self, at: "datetime") -> Self:
        return self.filter(withdrawn_at__isnull=True).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=at)
        )


class Disclosure(NeedsClearance):
    """One contribution or one subject, for one organisation; `receiver_ids` narrows to persons."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="disclosures")
    contribution = models.ForeignKey(
        "casework.Contribution",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="disclosures",
    )
    subject = models.ForeignKey(
        "casework.Subject",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="disclosures",
    )
    sender = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    purpose = models.CharField(max_length=300)
    sender_ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    receiver_ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    necessity = models.CharField(max_length=600)
    conditions = models.CharField(max_length=300, blank=True)
    may_disclose_onward = models.BooleanField(default=False)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    weighing = models.OneToOneField(
        "casework.Weighing", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    consent = models.ForeignKey(
        "casework.Consent", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    arrangement = models.ForeignKey(
        "casework.Arrangement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="disclosures",
    )

    objects = DisclosureQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "id"]
        indexes = [
            models.Index(fields=["receiver", "contribution"]),
            models.Index(fields=["receiver", "subject"]),
            models.Index(
                fields=["valid_until"],
                condition=Q(withdrawn_at__isnull=True, valid_until__isnull=False),
                name="disclosures_to_end",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(contribution__isnull=True) ^ Q(subject__isnull=True),
                name="discloses_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(sender=models.F("receiver")), name="disclosed_to_another"
            ),
            *(
                models.UniqueConstraint(
                    fields=[thing, "sender", "receiver", "valid_until"],
                    condition=Q(
                        (f"{thing}__isnull", False), withdrawn_at__isnull=True, receiver_ids=[]
                    ),
                    nulls_distinct=False,
                    name=f"{thing}_given_once",
                )
                for thing in ("contribution", "subject")
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


def disclosed_to(actor: "Actor") -> DisclosureQuerySet:
    """Disclosures this actor may use now, in cases in which its organisation still takes part."""
    return (
        Disclosure.objects.in_force(moment())
        .filter(receiver=actor.organisation, case__party_ids__contains=[actor.organisation_id])
        .filter(Q(receiver_ids=[]) | Q(receiver_ids__contains=[actor.person.pk]))
    )


def received(actor: "Actor", contribution: "Contribution") -> Disclosure | None:
    """The disclosure on which this actor reads another's contribution; None for its own."""
    rows = disclosed_to(actor).filter(contribution=contribution)
    return rows.select_related("sender", "sender_ground", "receiver_ground").first()


def seen_by(contribution: "Contribution", at: "datetime") -> list[Disclosure]:
    """One disclosure for each other organisation that sees this contribution."""
    rows = Disclosure.objects.in_force(at).filter(contribution=contribution)
    given = rows.select_related("case", "receiver").order_by("receiver_id", "given_at")
    parties = contribution.case.party_ids
    return [one for one in given.distinct("receiver_id") if one.receiver_id in parties]
