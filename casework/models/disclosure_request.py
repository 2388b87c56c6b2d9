"""A disclosure request (verstrekkingsverzoek): one partner asks another for what it holds.

Steps v1 and v2 of domain brief 1.3: the holder decides, and nobody else.
"""

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from casework.models.clearance import NeedsClearance, near
from partners.models import Ground, Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class RefusalGround(models.TextChoices):
    """Why a holder does not give what it was asked for (domain brief 1.3 v2, 7.4, 7.5 and 7.6)."""

    SENDER = "sender_ground", _("Er is geen grondslag om te verstrekken")
    RECEIVER = "receiver_ground", _("De ontvanger heeft geen grondslag")
    PURPOSE = "purpose", _("Het past niet bij het doel van de gegevens (doelbinding)")
    NECESSITY = "necessity", _("Het is niet noodzakelijk")
    PROPORTION = "proportionality", _("Het is niet evenredig aan het doel")
    SUBSIDIARITY = "subsidiarity", _("Het kan met minder of langs een andere weg")
    SECRECY = "secrecy", _("Geheimhouding staat eraan in de weg")
    AUTHORITY = "authority", _("Het bevoegd gezag stemt niet in")
    WEIGHTY = "weighty_reasons", _("Zwaarwegende redenen (Wgs)")
    NOT_HELD = "not_held", _("Wij hebben deze informatie niet")


class DisclosureRequestQuerySet(models.QuerySet["DisclosureRequest"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of disclosing_policies.why_not_see_disclosure_request: its two ends."""
        if not actor.reads_cases:
            return self.none()
        ends = Q(asker=actor.organisation) | Q(holder=actor.organisation)
        return self.filter(
            near(actor),
            ends,
            open_to(actor, "case__"),
            case__party_ids__contains=[actor.organisation_id],
        )

    def undecided(self) -> Self:
        return self.filter(status__in=DisclosureRequest.UNDECIDED)


class DisclosureRequest(NeedsClearance):
    """For one contribution or subject, or for a kind of information, told in `about`.

    `due_at` moves by as long as a question back was open; `first_due_at` does not.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        ASKED_BACK = "asked_back", _("Wacht op antwoord van de vrager")
        AUTHORITY = "authority", _("Voorgelegd aan het bevoegd gezag")
        GIVEN = "given", _("Verstrekt")
        PARTIAL = "partial", _("Deels verstrekt")
        REFUSED = "refused", _("Geweigerd")
        CONTRA = "contra", _("Contra-indicatie")
        WITHDRAWN = "withdrawn", _("Ingetrokken door de vrager")

    UNDECIDED = (Status.OPEN, Status.ASKED_BACK, Status.AUTHORITY)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="disclosure_requests")
    asker = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    contribution = models.ForeignKey(
        "casework.Contribution", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    subject = models.ForeignKey(
        "casework.Subject", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    about = models.CharField(max_length=300)
    purpose = models.CharField(max_length=300)
    receiver_ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+")
    necessity = models.CharField(max_length=600)
    receiver_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    first_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    paused_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    decided_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    refusal_ground = models.CharField(max_length=20, choices=RefusalGround, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    disclosure = models.ForeignKey(
        "casework.Disclosure", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DisclosureRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        indexes = [
            models.Index(fields=["holder", "status", "due_at"]),
            models.Index(fields=["asker", "-asked_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(contribution__isnull=True) | Q(subject__isnull=True),
                name="asks_for_one_thing",
            ),
            models.CheckConstraint(condition=~Q(asker=F("holder")), name="asked_of_another"),
            models.CheckConstraint(
                condition=Q(status__in=["open", "asked_back", "authority"])
                ^ Q(decided_at__isnull=False, decided_by__isnull=False),
                name="decided_when_decided",
            ),
            models.CheckConstraint(
                condition=Q(status="asked_back") ^ Q(paused_at__isnull=True),
                name="paused_while_asked_back",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["given", "partial"]) ^ Q(disclosure__isnull=True),
                name="given_with_a_disclosure",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(refusal_ground=""),
                name="refused_with_a_ground",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"

    @property
    def is_decided(self) -> bool:
        return self.status not in self.UNDECIDED


class DisclosureQuestion(models.Model):
    """What the holder asks the asker before it decides; meanwhile the term stands still."""

    request = models.ForeignKey(
        DisclosureRequest, on_delete=models.CASCADE, related_name="questions"
    )
    text = models.CharField(max_length=1000)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(answered_at__isnull=True),
                name="one_question_back_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answer="") ^ Q(answered_at__isnull=False, answered_by__isnull=False),
                name="answered_when_answered",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
