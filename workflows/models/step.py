"""A step of a case: who has to do it, and by when."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from viewflow.workflow.managers import TaskQuerySet
from viewflow.workflow.models import AbstractTask
from viewflow.workflow.status import STATUS

from casework.models import Case, Request
from casework.models.case import open_to
from partners.models import Membership, Organisation, Role
from workflows.models.case_process import CaseProcess

if TYPE_CHECKING:
    from partners.actor import Actor


class StepQuerySet(TaskQuerySet):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of policies.why_not_see_step: one's own, and all where one has the overview."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(
            open_to(actor, "case__"),
            models.Q(holder=actor.organisation)
            | models.Q(case__overview_ids__contains=[actor.organisation_id]),
            case__party_ids__contains=[actor.organisation_id],
        )

    def for_hand_of(self, actor: "Actor") -> Self:
        """The open steps this actor may do: of its organisation, and meant for its role."""
        return self.visible_to(actor).filter(
            holder=actor.organisation,
            role=actor.role,
            status=STATUS.NEW,
            mandate__in=["", actor.membership.mandate],
        )

    def human(self) -> Self:
        return self.filter(holder__isnull=False)


class Step(AbstractTask):
    """Viewflow's task with our columns. Gateways are rows too; those have no `holder`."""

    process = models.ForeignKey(CaseProcess, on_delete=models.CASCADE)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    holder = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=20, choices=Role, blank=True)
    mandate = models.CharField(max_length=120, blank=True)
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, related_name="steps"
    )
    due_at = models.DateTimeField(null=True, blank=True)
    outcome = models.SlugField(blank=True)
    done_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = StepQuerySet.as_manager()  # type: ignore[misc]  # viewflow has a class variable

    class Meta:
        ordering = ["due_at", "created", "pk"]
        indexes = [
            models.Index(fields=["holder", "role", "status", "due_at"]),
            models.Index(fields=["case", "created"]),
            models.Index(
                fields=["case"],
                condition=models.Q(status=STATUS.NEW, holder__isnull=False),
                name="open_steps_of_case",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(holder__isnull=True) | ~models.Q(role=""),
                name="a_holder_has_a_role",
            )
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Gateways are made by Viewflow, which knows the process alone."""
        self.case_id = self.case_id or self.process.case_id
        super().save(*args, **kwargs)  # type: ignore[no-untyped-call]  # viewflow is untyped

    @property
    def is_parked(self) -> bool:
        """Whether the flow no longer has this step."""
        flow_class = self.flow_task.flow_class
        return flow_class.instance.node(self.flow_task.name, no_obsolete=True) is None

    @property
    def is_open(self) -> bool:
        return bool(self.status == STATUS.NEW and self.holder_id)
