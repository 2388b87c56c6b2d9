"""A step up on the ladder, which asks for a decision and gets an answer; and a step down."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models.functions import Left
from django.db.models.lookups import GreaterThan, LessThan

from casework.models.case import Case, open_to
from casework.models.ladder import Level
from partners.models import Membership, Organisation, Role
from partners.models.membership import CASE_ROLES

if TYPE_CHECKING:
    from partners.actor import Actor


class EscalationQuerySet(models.QuerySet["Escalation"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of ladder_policies.why_not_see_escalation."""
        if not actor.reads_cases:
            return self.none()
        mine = [actor.organisation_id]
        return self.filter(
            open_to(actor, "case__"),
            models.Q(addressee=actor.organisation) | models.Q(case__overview_ids__contains=mine),
            case__party_ids__contains=mine,
        )

    def open(self) -> Self:
        return self.filter(answered_at__isnull=True, withdrawn_at__isnull=True)


class Escalation(models.Model):
    """`role` narrows who may answer; a step down withdraws what nobody answered."""

    ANSWERING = [(role.value, role.label) for role in Role if role in CASE_ROLES]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="escalations")
    from_level = models.CharField(max_length=2, choices=Level)
    to_level = models.CharField(max_length=2, choices=Level)
    reason = models.TextField(max_length=1000)
    asked = models.CharField(max_length=300)
    addressee = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=ANSWERING, blank=True)
    due_on = models.DateField()
    raised_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    answer = models.TextField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = EscalationQuerySet.as_manager()

    class Meta:
        ordering = ["raised_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "to_level"],
                condition=models.Q(answered_at__isnull=True, withdrawn_at__isnull=True),
                name="one_open_escalation_a_level",
            ),
            models.CheckConstraint(
                condition=GreaterThan(Left("to_level", 1), Left("from_level", 1)),
                name="escalation_goes_up",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (
                    models.Q(answered_at__isnull=False, answered_by__isnull=False)
                    & ~models.Q(answer="")
                ),
                name="escalation_answer_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_level} > {self.to_level}"

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None

    def is_overdue(self, on: date) -> bool:
        return self.is_open and self.due_on < on


class StepDownQuerySet(models.QuerySet["StepDown"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of ladder_policies.why_not_see_step_down."""
        if not actor.reads_cases:
            return self.none()
        mine = [actor.organisation_id]
        return self.filter(
            open_to(actor, "case__"),
            case__overview_ids__contains=mine,
            case__party_ids__contains=mine,
        )


class StepDown(models.Model):
    """Scaling down is an event of its own, with what the higher level brought."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps_down")
    from_level = models.CharField(max_length=2, choices=Level)
    to_level = models.CharField(max_length=2, choices=Level)
    reason = models.TextField(max_length=1000)
    result = models.TextField(max_length=1000)
    done_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField()

    objects = StepDownQuerySet.as_manager()

    class Meta:
        ordering = ["done_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=LessThan(Left("to_level", 1), Left("from_level", 1)),
                name="step_down_goes_down",
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_level} > {self.to_level}"
