"""The path every overleg shares, in the order one says it aloud."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Request, Stage
from partners.models import Role
from workflows.forms.advice_round import AnswerForm, CloseRoundForm
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.execution import RefrainForm
from workflows.forms.intake import OpenCaseForm
from workflows.holders import asked, lead
from workflows.lock import waiting_lock
from workflows.models import CaseProcess, Step
from workflows.nodes import FanOut, Start, Work
from workflows.services import advice_round, aftermath, execution, intake

COORDINATOR, LIAISON = Role.COORDINATOR, Role.LIAISON


class Overleg:
    """No Flow itself: each regime is an heir that wires its own copy of these nodes.

    An overlay stands left of this class and replaces an edge or adds steps. Two steps are for an
    overlay to give, and a flow without them cannot be made: `weigh`, which leads to `ask_partners`,
    and `decide`, which leads on to `evaluate` or `refrain`.
    """

    process_class: type | None = CaseProcess
    task_class: type | None = Step
    lock_impl = staticmethod(waiting_lock)

    start = Start().Next(this.open_case)
    # fmt: off
    open_case = Work(
        _("Zaak openen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=OpenCaseForm, does=intake.open_case,
    ).Next(this.weigh)
    ask_partners = (
        FanOut()
        .ForEach(this.answer, this.open_requests)
        .Always(this.close_round)
        .IfNone(this.round_over)
    )
    answer = Work(
        _("Verzoek beantwoorden"), by=LIAISON, of=asked, stage=Stage.ADVICE,
        form=AnswerForm, does=advice_round.answer,
    ).Next(this.round_over)
    close_round = Work(
        _("Ronde sluiten"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=CloseRoundForm, does=advice_round.close_round,
    ).Next(this.round_over)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.decide)
    refrain = Work(
        _("Afzien van een maatregel"), by=COORDINATOR, of=lead, stage=Stage.DECISION,
        form=RefrainForm, does=execution.refrain,
    ).Next(this.dismissed)
    evaluate = Work(
        _("Evalueren"), by=COORDINATOR, of=lead, stage=Stage.EVALUATION,
        form=EvaluateForm, does=aftermath.evaluate,
    ).Next(this.closed)
    # fmt: on
    closed = flow.End()
    dismissed = flow.End()

    def open_requests(self, activation: Activation) -> Iterable[Request]:
        requests = Request.objects.filter(case=activation.process.case)
        return requests.filter(status=Request.Status.OPEN).order_by("asked_at", "pk")

    def is_round_over(self, activation: Activation, active: Any) -> bool:
        """Every partner answered, or the chair closed the round: one of the two is no more."""
        waiting = {step.flow_task.name for step in active}
        return not {"answer", "close_round"} <= waiting
