"""One case on its way through one flow."""

from datetime import datetime

from django.db import models
from viewflow.workflow.models import AbstractProcess
from viewflow.workflow.status import STATUS

from casework.models import Case
from workflows.formules.formule import Formule
from workflows.models.formule_version import FormuleVersion


class CaseProcess(AbstractProcess):
    """`clock_from` is the moment from which a case with a clock in hours counts, `lasts_until`
    the moment until which what was decided then has effect. All who take part know both.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="process")
    formule_version = models.ForeignKey(FormuleVersion, on_delete=models.PROTECT)
    clock_from = models.DateTimeField(null=True, blank=True)
    lasts_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "case processes"

    @property
    def formule(self) -> Formule:
        return self.formule_version.formule

    def outcome_of(self, node: str) -> str:
        """The outcome with which a step was last done; empty when it never was."""
        steps = self.step_set.filter(flow_task=self.flow_class.instance.node(node))
        last = steps.filter(status=STATUS.DONE).order_by("-finished", "-pk").first()
        return last.outcome if last else ""

    def has_open(self, node: str) -> bool:
        """Whether that step waits for its holder now."""
        steps = self.step_set.filter(flow_task=self.flow_class.instance.node(node))
        return bool(steps.filter(status=STATUS.NEW).exists())

    def due_at(self, node: str) -> datetime | None:
        """When the step of that name, as it last came to its holder, is due."""
        steps = self.step_set.filter(flow_task=self.flow_class.instance.node(node))
        last = steps.order_by("-created", "-pk").first()
        return last.due_at if last else None
