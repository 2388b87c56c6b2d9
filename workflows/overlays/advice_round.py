"""Partners are asked side by side; late advice never blocks (Awb 3:6)."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Request, Stage
from partners.models import Role
from workflows.forms.advice_round import AnswerForm, CloseRoundForm
from workflows.holders import asked, lead
from workflows.nodes import FanOut, Work
from workflows.services import advice_round


class AdviceRound:
    """Begins at `ask_partners`, for the requests that the step before it made; ends at `decide`."""

    # fmt: off
    ask_partners = (
        FanOut()
        .ForEach(this.answer, this.open_requests)
        .Always(this.close_round)
        .IfNone(this.round_over)
    )
    answer = Work(
        _("Verzoek beantwoorden"), by=Role.LIAISON, of=asked, stage=Stage.ADVICE,
        form=AnswerForm, does=advice_round.answer,
    ).Next(this.round_over)
    close_round = Work(
        _("Ronde sluiten"), by=Role.COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=CloseRoundForm, does=advice_round.close_round,
    ).Next(this.round_over)
    # fmt: on
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.decide)

    def open_requests(self, activation: Activation) -> Iterable[Request]:
        requests = Request.objects.filter(case=activation.process.case)
        return requests.filter(status=Request.Status.OPEN).order_by("asked_at", "pk")

    def is_round_over(self, activation: Activation, active: Any) -> bool:
        """Every partner answered, or the chair closed the round: one of the two is no more."""
        waiting = {step.flow_task.name for step in active}
        return not {"answer", "close_round"} <= waiting
