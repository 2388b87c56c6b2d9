"""A commitment (afspraak): counts once its own party accepted it (domain brief 7.1)."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case, open_to
from casework.models.meeting import Meeting
from partners.models import Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_commitment: one's own, and all with the overview."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(
            open_to(actor, "case__"),
            models.Q(party=actor.organisation)
            | models.Q(case__overview_ids__contains=[actor.organisation_id]),
            case__party_ids__contains=[actor.organisation_id],
        )


class Commitment(models.Model):
    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Voorgesteld")
        ACCEPTED = "accepted", _("Aanvaard")
        REFUSED = "refused", _("Niet aanvaard")
        DONE = "done", _("Gereed")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="commitments")
    party = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.PROPOSED)
    proposed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    accepted_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return f"{self.status} {self.pk}"
