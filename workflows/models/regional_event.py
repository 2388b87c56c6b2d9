"""An event on the regional calendar, known before and apart from any case (class N)."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Case, Level
from partners.acting import moment
from partners.models import Membership, Organisation, Region, ServiceArea
from workflows.models.event_term import EventClass

if TYPE_CHECKING:
    from partners.actor import Actor


class EventStatus(models.TextChoices):
    RESERVED = "reserved", _("Reservering")
    CONFIRMED = "confirmed", _("Bevestigd")
    LAPSED = "lapsed", _("Vervallen")


class RegionalEventQuerySet(models.QuerySet["RegionalEvent"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of event_policies.why_not_see_event: all who serve its region."""
        areas = ServiceArea.objects.in_force(timezone.localdate(moment()))
        served = areas.filter(organisation=actor.organisation_id)
        return self.filter(region__in=served.values("region"))

    def standing(self) -> Self:
        return self.exclude(status=EventStatus.LAPSED)


class RegionalEvent(models.Model):
    """`name` is neutral. What is asked of the services counts for each day of the event.

    `is_unsupported` is the burgemeester's own decision to permit it without regional means.
    """

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    event_class = models.CharField(max_length=1, choices=EventClass)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    woonkern = models.CharField(max_length=80)
    place = models.CharField(max_length=120)
    visitors = models.PositiveIntegerField()
    police_hours = models.PositiveIntegerField(default=0)
    fire_units = models.PositiveIntegerField(default=0)
    ghor_units = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=10, choices=EventStatus, default=EventStatus.RESERVED)
    is_unsupported = models.BooleanField(default=False)
    case = models.OneToOneField(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="event"
    )
    reserved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    reserved_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = RegionalEventQuerySet.as_manager()

    class Meta:
        ordering = ["begins_at", "pk"]
        indexes = [models.Index(fields=["region", "begins_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="an_event_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_standing(self) -> bool:
        return self.status != EventStatus.LAPSED


class Resolution(models.TextChoices):
    """Domain brief 4.1, E0c."""

    MOVE = "move", _("Verplaatsen naar een andere dag of plaats")
    LIMIT = "limit", _("Begrenzen: kleiner, korter of met minder inzet")
    PRIORITISE = "prioritise", _("Prioriteren: één evenement gaat voor")
    DROP = "drop", _("Niet: een van de evenementen gaat niet door")


class ClashRulingQuerySet(models.QuerySet["ClashRuling"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of event_policies.why_not_see_ruling: whoever sees the event."""
        return self.filter(event__in=RegionalEvent.objects.visible_to(actor))


class ClashRuling(models.Model):
    """How a clash of two events was resolved, at which level, and by whom.

    It holds until one of the two changes: then a clash that remains is open again.
    """

    event = models.ForeignKey(RegionalEvent, on_delete=models.CASCADE, related_name="rulings")
    other = models.ForeignKey(RegionalEvent, on_delete=models.CASCADE, related_name="+")
    resolution = models.CharField(max_length=10, choices=Resolution)
    level = models.CharField(max_length=2, choices=Level)
    reason = models.CharField(max_length=600)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = ClashRulingQuerySet.as_manager()

    class Meta:
        ordering = ["decided_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(event__lt=F("other")), name="a_ruling_names_the_older_event_first"
            )
        ]

    def __str__(self) -> str:
        return f"{self.resolution} {self.event_id} {self.other_id}"
