"""An error found: reported to the holder, corrected, and told to all who ever received it
(AVG art. 19; domain brief 1.3, v6).
"""

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case as Choice
from django.db.models import OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from casework.models.clearance import NeedsClearance, near
from partners.models import Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


@dataclass(frozen=True)
class Change:
    """`answers` are the corrected ones, by the place or name of what was asked."""

    answers: dict[str, str]
    reason: str
    withdrawn_documents: tuple[uuid.UUID, ...] = ()


class OfOneThing(NeedsClearance):
    """Of a contribution or of a subject; the database copies what it needs a clearance for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="%(class)ss")
    case_reference = models.CharField(max_length=24)
    contribution = models.ForeignKey(
        "casework.Contribution",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )
    subject = models.ForeignKey(
        "casework.Subject",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(contribution__isnull=True) ^ Q(subject__isnull=True),
                name="%(app_label)s_%(class)s_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of correction_policies.why_not_see_correction: the holder alone."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), organisation=actor.organisation)


class Correction(OfOneThing):
    """`before` is what stood there: from now on for its holder alone."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    before = models.JSONField()
    reason = models.CharField(max_length=600)
    corrected_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField()

    objects = CorrectionQuerySet.as_manager()

    class Meta(OfOneThing.Meta):
        ordering = ["corrected_at", "id"]


class CorrectionNoticeQuerySet(models.QuerySet["CorrectionNotice"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of correction_policies.why_not_see_correction_notice: its two ends."""
        if not actor.reads_cases:
            return self.none()
        ends = Q(sender=actor.organisation) | Q(receiver=actor.organisation)
        return self.filter(near(actor), ends)

    def followed_by(self) -> uuid.UUID | None:
        """Of one notice that announced a correction: the key of the one that told of it."""
        return self.values_list(_follow_up(), flat=True).first()

    def standing(self) -> Self:
        """All but the announcements of what was corrected since."""
        return self.alias(followed_by=_follow_up()).filter(followed_by=None)


def _follow_up() -> Choice:
    """Of an announcement: the later notice, to the same receiver, that the thing is corrected."""
    same = Q(contribution=OuterRef("contribution")) | Q(subject=OuterRef("subject"))
    later = CorrectionNotice.objects.filter(
        same,
        correction__isnull=False,
        receiver=OuterRef("receiver"),
        told_at__gt=OuterRef("told_at"),
    )
    return Choice(When(correction=None, then=Subquery(later.values("pk")[:1])))


class CorrectionNotice(OfOneThing):
    """To one organisation that ever got it: that it was corrected, and never what stood there.

    Without a correction it announces one: the holder granted a request for it (AVG art. 16).
    """

    correction = models.ForeignKey(
        Correction, null=True, blank=True, on_delete=models.CASCADE, related_name="notices"
    )
    sender = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    told_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = CorrectionNoticeQuerySet.as_manager()

    class Meta(OfOneThing.Meta):
        ordering = ["told_at", "id"]
        constraints = [
            *OfOneThing.Meta.constraints,
            models.UniqueConstraint(fields=["correction", "receiver"], name="told_once"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(correction__isnull=False) | Q(confirmed_at__isnull=True),
                name="nothing_to_confirm_before_it_is_corrected",
            ),
        ]


class ErrorReportQuerySet(models.QuerySet["ErrorReport"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of correction_policies.why_not_see_error_report: its two ends."""
        if not actor.reads_cases:
            return self.none()
        ends = Q(reporter=actor.organisation) | Q(holder=actor.organisation)
        return self.filter(near(actor), ends)


class ErrorReport(OfOneThing):
    """Whoever sees it tells the holder what is wrong; the holder corrects, or says why not.

    What `is_binding` is corrected: the holder's own privacy officer granted a request for it
    (AVG art. 16).
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Gemeld")
        ACCEPTED = "accepted", _("Gecorrigeerd")
        REJECTED = "rejected", _("Afgewezen")

    reporter = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=1000)
    reported_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    is_binding = models.BooleanField(default=False, db_default=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    answer = models.CharField(max_length=600, blank=True)
    settled_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ErrorReportQuerySet.as_manager()

    class Meta(OfOneThing.Meta):
        ordering = ["reported_at", "id"]
        constraints = [
            *OfOneThing.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status="open", settled_at__isnull=True)
                | Q(status="accepted", settled_at__isnull=False)
                | Q(status="rejected", settled_at__isnull=False) & ~Q(answer=""),
                name="rejected_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(is_binding=True, status="rejected"), name="binding_is_not_rejected"
            ),
        ]
