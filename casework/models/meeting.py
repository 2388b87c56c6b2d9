"""A meeting (overleg) with an agenda of many cases, of which each partner sees only its own."""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from casework.models.ladder import Level
from partners.models import Membership, Organisation, Region

if TYPE_CHECKING:
    from partners.actor import Actor


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of ladder_policies.why_not_see_meeting."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(invited_ids__contains=[actor.organisation_id])

    def open(self) -> Self:
        return self.filter(held_at__isnull=True, cancelled_at__isnull=True)


class Meeting(models.Model):
    """`title` is neutral; `invited_ids` are all who have a seat, the convenor among them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    convenor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invited_ids = ArrayField(models.BigIntegerField())
    level = models.CharField(max_length=2, choices=Level)
    theme = models.SlugField(blank=True)
    title = models.CharField(max_length=120)
    place = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    planned_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [GinIndex(fields=["invited_ids"]), models.Index(fields=["starts_at", "id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="meeting_ends_later"
            ),
            models.CheckConstraint(
                condition=models.Q(held_at__isnull=True) | models.Q(cancelled_at__isnull=True),
                name="held_or_cancelled",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MeetingSeat(models.Model):
    """The seat of an organisation; `membership` is who said to come for it."""

    class Attendance(models.TextChoices):
        UNKNOWN = "unknown", _("Nog niet bekend")
        PRESENT = "present", _("Aanwezig")
        REPRESENTED = "represented", _("Vertegenwoordigd")
        ABSENT = "absent", _("Afwezig")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    attended = models.CharField(max_length=12, choices=Attendance, default=Attendance.UNKNOWN)

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "organisation"], name="one_seat_each")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.attended}"


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of ladder_policies.why_not_see_agenda_item: invited, and party to that case."""
        if not actor.reads_cases:
            return self.none()
        mine = [actor.organisation_id]
        return self.filter(
            open_to(actor, "case__"),
            meeting__invited_ids__contains=mine,
            case__party_ids__contains=mine,
        )


class AgendaItem(models.Model):
    """In the order in which they were put: a number would tell how many cases one does not see.

    `outcome` is a choice, so that no minutes tell of persons; who does what is a commitment.
    """

    class Purpose(models.TextChoices):
        DISCUSS = "discuss", _("Bespreken")
        PREPARE = "prepare", _("Besluit voorbereiden")
        NO_DECISION = "no_decision", _("Bespreken, geen besluit")

    class Outcome(models.TextChoices):
        AGREED = "agreed", _("Afspraken gemaakt")
        PREPARED = "prepared", _("Besluit voorbereid")
        ADJOURNED = "adjourned", _("Aangehouden")
        ESCALATED = "escalated", _("Opschalen")
        REFERRED = "referred", _("Doorverwijzen")
        SETTLED = "settled", _("Besproken, geen vervolg")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="agenda_items")
    purpose = models.CharField(max_length=12, choices=Purpose)
    put_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["put_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "case"], name="once_on_an_agenda")
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
