"""A handover: one organisation offers the lead of a case to another, which takes it or does not."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, Stage
from casework.models.clearance import NeedsClearance, near
from partners.models import Ground, Kind, Membership, Organisation, Role, ServiceArea

if TYPE_CHECKING:
    from partners.actor import Actor

LEADING_KINDS = (Kind.GEMEENTE, Kind.ZVH)


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of handover_policies.why_not_see_handover: its two ends."""
        if not actor.reads_cases:
            return self.none()
        ends = models.Q(sender=actor.organisation) | models.Q(receiver=actor.organisation)
        return self.filter(near(actor), ends)

    def offered(self) -> Self:
        return self.filter(status=Handover.Status.OFFERED)


class Handover(NeedsClearance):
    """Until the receiver accepts it sees nothing of the case but what stands here.

    `promised_ids` and `promised_subject_ids` are contributions and subjects of the sender's own,
    which it discloses at the acceptance.
    """

    class Status(models.TextChoices):
        OFFERED = "offered", _("Aangeboden")
        ACCEPTED = "accepted", _("Aanvaard")
        REFUSED = "refused", _("Geweigerd")
        REVOKED = "revoked", _("Ingetrokken")

    class Afterwards(models.TextChoices):
        NOTHING = "nothing", _("Niets meer: de deelname eindigt")
        UNTIL = "until", _("Het overzicht, tot en met een dag")
        OVERVIEW = "overview", _("Het overzicht, zolang de zaak loopt")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="handovers")
    case_reference = models.CharField(max_length=24)
    theme = models.SlugField()
    stage = models.CharField(max_length=12, choices=Stage)
    sender = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=600)
    afterwards = models.CharField(max_length=10, choices=Afterwards)
    afterwards_until = models.DateField(null=True, blank=True)
    promised_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    promised_subject_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    necessity = models.CharField(max_length=600, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OFFERED)
    offered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    settled_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=600, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(status="offered"),
                name="one_offer_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(afterwards="until") ^ models.Q(afterwards_until__isnull=True),
                name="until_a_day_has_one",
            ),
            models.CheckConstraint(
                condition=~models.Q(sender=models.F("receiver")), name="handed_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"


def able_to_lead(case: Case, on: date) -> "models.QuerySet[Organisation]":
    """Others in the region of the case with a coordinator who may know of it."""
    coordinators = (
        Membership.objects.in_force(on)
        .filter(role=Role.COORDINATOR, person__is_active=True)
        .cleared_for(case.clearance, on)
    )
    areas = ServiceArea.objects.in_force(on).filter(region=case.region_id)
    return (
        Organisation.objects.in_force(on)
        .filter(kind__in=LEADING_KINDS, pk__in=areas.values("organisation"))
        .filter(pk__in=coordinators.values("organisation"))
        .exclude(pk=case.lead_id)
    )
