"""What is to be destroyed, proposed by one and approved by another, and what is left of it."""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.models.clearance import NeedsClearance, near
from casework.models.contribution import InformationClass
from partners.models import Membership, Organisation, Person, Role

if TYPE_CHECKING:
    from partners.actor import Actor

PROPOSERS = (Role.COORDINATOR, Role.LIAISON)


class DestructionListQuerySet(models.QuerySet["DestructionList"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of retention.policies.why_not_see_list: of one's own organisation."""
        if not actor.reads_trail:
            return self.none()
        return self.filter(organisation=actor.organisation)


class DestructionList(models.Model):
    """Proposed in one role and decided in another, by two persons; the database holds both.

    The database fills in persons and roles from the memberships.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    proposer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposer_role = models.CharField(max_length=20, choices=Role)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decider = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decider_role = models.CharField(max_length=20, choices=Role, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    is_approved = models.BooleanField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    objects = DestructionListQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "id"]
        indexes = [models.Index(fields=["organisation", "-proposed_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(decider__isnull=True) | ~Q(decider=F("proposer")),
                name="destroyed_by_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(proposer_role__in=PROPOSERS)
                & (Q(decider__isnull=True) | Q(decider_role=Role.PRIVACY_OFFICER)),
                name="destroyed_in_two_roles",
            ),
            models.CheckConstraint(
                condition=Q(
                    decided_by__isnull=True,
                    decider__isnull=True,
                    decided_at__isnull=True,
                    is_approved__isnull=True,
                )
                | Q(
                    decided_by__isnull=False,
                    decider__isnull=False,
                    decided_at__isnull=False,
                    is_approved__isnull=False,
                ),
                name="decided_as_a_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class DestructionLineQuerySet(models.QuerySet["DestructionLine"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of retention.policies.why_not_see_line: one's own, and what one knew and is gone."""
        if not actor.reads_trail:
            return self.none()
        mine = Q(organisation=actor.organisation)
        if not actor.reads_cases:
            return self.filter(mine)
        knew = TombstoneReader.objects.filter(organisation=actor.organisation)
        return self.filter(near(actor), mine | Q(pk__in=knew.values("line")))

    def destroyed(self) -> Self:
        return self.filter(result=DestructionLine.Result.DESTROYED)


class DestructionLine(NeedsClearance):
    """One item of a list; once it is destroyed, all that is left of it: its tombstone.

    The database fills in everything but list, kind and key, and refuses what is not due.
    `part_keys` is what hung on it when it went, by kind and key: documents, extracts and all that
    was asked, decided or corrected about it.
    """

    class Kind(models.TextChoices):
        CONTRIBUTION = "contribution", _("Bijdrage")
        SUBJECT = "subject", _("Betrokkene of pand")
        CASE = "case", _("Zaak")

    class Result(models.TextChoices):
        OPEN = "open", _("Wacht")
        DESTROYED = "destroyed", _("Vernietigd")
        REFUSED = "refused", _("Niet goedgekeurd")
        HELD = "held", _("Niet vernietigd: opgeschort")
        NOT_DUE = "not_due", _("Niet vernietigd: nog niet aan de beurt")
        SHARED = "shared", _("Niet vernietigd: er is nog iets in bewaring")
        GONE = "gone", _("Niet vernietigd: bestaat niet meer")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    listing = models.ForeignKey(DestructionList, on_delete=models.PROTECT, related_name="lines")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    object_id = models.CharField(max_length=64)
    case_reference = models.CharField(max_length=24)
    information_class = models.CharField(max_length=1, choices=InformationClass)
    retain_until = models.DateField(null=True)
    source = models.CharField(max_length=200)
    part_keys = ArrayField(models.CharField(max_length=80), default=list, db_default=[])
    result = models.CharField(
        max_length=10, choices=Result, default=Result.OPEN, db_default=Result.OPEN
    )
    settled_at = models.DateTimeField(null=True)

    objects = DestructionLineQuerySet.as_manager()

    class Meta:
        ordering = ["case_reference", "kind", "id"]
        indexes = [
            models.Index(fields=["kind", "object_id"]),
            models.Index(fields=["case_reference"]),
            GinIndex(fields=["part_keys"]),
            models.Index(
                fields=["listing"], condition=Q(result="open"), name="lines_still_to_settle"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"],
                condition=Q(result__in=["open", "destroyed"]),
                name="destroyed_once",
            ),
            models.CheckConstraint(
                condition=Q(result="open") ^ Q(settled_at__isnull=False),
                name="line_settled_when_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class TombstoneReader(models.Model):
    """Another organisation that knew of what was destroyed, and so may know that it was."""

    line = models.ForeignKey(DestructionLine, on_delete=models.PROTECT, related_name="readers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "organisation"], name="reads_a_tombstone_once")
        ]
        indexes = [models.Index(fields=["organisation", "line"])]

    def __str__(self) -> str:
        return f"{self.line_id} {self.organisation_id}"


class FileRemoval(models.Model):
    """A stored file whose document was destroyed; it goes after the commit, and its row with it."""

    key = models.CharField(primary_key=True, max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
