"""Rights of the person concerned: one request, answered by each partner for what is its own."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models.subject import Subject
from partners.models import Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class RightsRequestQuerySet(models.QuerySet["RightsRequest"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of rights.policies.why_not_see_request: who got it, and who has to answer it."""
        if not actor.is_privacy_officer:
            return self.none()
        asked = RightsShare.objects.filter(organisation=actor.organisation)
        return self.filter(Q(organisation=actor.organisation) | Q(pk__in=asked.values("request")))


class RightsRequest(models.Model):
    """`label` is the name as partners may have recorded it: it stands here and nowhere else.

    How the identity was checked is kept, and no copy of a document.
    """

    class Right(models.TextChoices):
        ACCESS = "access", _("Inzage (AVG art. 15)")
        RECTIFICATION = "rectification", _("Rectificatie (AVG art. 16)")
        ERASURE = "erasure", _("Wissing (AVG art. 17)")
        RESTRICTION = "restriction", _("Beperking (AVG art. 18)")
        OBJECTION = "objection", _("Bezwaar (AVG art. 21)")

    class Check(models.TextChoices):
        SHOWN = "shown", _("Identiteitsbewijs getoond aan de balie")
        LOGGED_IN = "logged_in", _("Ingelogd bij de organisatie zelf")
        REPRESENTED = "represented", _("Gemachtigde, met machtiging en identiteitsbewijs getoond")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    right = models.CharField(max_length=14, choices=Right)
    label = models.CharField(max_length=200)
    asked = models.TextField(max_length=2000, blank=True)
    identity_check = models.CharField(max_length=12, choices=Check)
    received_on = models.DateField()
    due_on = models.DateField()
    registered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True, blank=True)
    extension_reason = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = RightsRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["organisation", "due_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gt=models.F("received_on")), name="rights_due_after_receipt"
            ),
            models.CheckConstraint(
                condition=Q(extended_at__isnull=True) ^ ~Q(extension_reason=""),
                name="rights_extended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RightsShareQuerySet(models.QuerySet["RightsShare"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of rights.policies.why_not_see_share: one's own, and what others let be told."""
        if not actor.is_privacy_officer:
            return self.none()
        told = Q(request__organisation=actor.organisation, answered_at__isnull=False) & ~Q(
            outcome=RightsShare.Outcome.REFUSED, may_be_told=False
        )
        return self.filter(Q(organisation=actor.organisation) | told)

    def open(self) -> Self:
        return self.filter(answered_at__isnull=True)


class RightsShare(models.Model):
    """One partner's part in the answer; the database makes it where that partner keeps something.

    Who got the request sees it once it is answered, and a refusal only if that may be told.
    """

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("Toegewezen")
        PART = "part", _("Deels toegewezen")
        REFUSED = "refused", _("Geweigerd")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(RightsRequest, on_delete=models.PROTECT, related_name="shares")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    answer = models.TextField(max_length=6000, blank=True)
    article = models.CharField(max_length=200, blank=True)
    may_be_told = models.BooleanField(default=True)
    answered_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    told_level = models.PositiveSmallIntegerField(default=0, db_default=0)

    objects = RightsShareQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "organisation"], name="one_share_a_partner"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, outcome="", answered_by__isnull=True)
                | (~Q(outcome="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
                name="share_answered_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "granted"]) | ~Q(article=""),
                name="share_refused_on_an_article",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RightsItem(models.Model):
    """Which record of the partner it concerns: for that partner alone.

    The answer acts on what `is_granted`, and on nothing else.
    """

    share = models.ForeignKey(RightsShare, on_delete=models.CASCADE, related_name="items")
    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="rights_items")
    case_reference = models.CharField(max_length=24)
    information_class = models.CharField(max_length=1)
    is_granted = models.BooleanField(default=False, db_default=False)

    class Meta:
        ordering = ["case_reference", "id"]
        constraints = [
            models.UniqueConstraint(fields=["share", "subject"], name="one_item_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.case_reference} {self.pk}"
