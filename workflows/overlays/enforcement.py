"""A measure against premises: urgency, matrix, view, decision, closing and what comes after."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Measure, Stage
from partners.models import Role
from workflows.dates import asked_on, closed_until
from workflows.forms.aftermath import (
    ClosurePeriodForm,
    DecideLiftingForm,
    EvaluateEnforcementForm,
    ReopenForm,
)
from workflows.forms.execution import ClosePremisesForm, RecoverCostsForm, RegisterWarningForm
from workflows.forms.measure import ChooseMeasureForm, DecideForm, UrgencyForm
from workflows.holders import lead
from workflows.nodes import Work, came_to
from workflows.services import aftermath, execution, measure

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER


def is_warning(activation: Activation) -> bool:
    """Chosen at once by the matrix, or decided after all."""
    chosen = came_to("choose_measure", Measure.WARNING)(activation)
    return chosen or came_to("decide", Measure.WARNING)(activation)


class Enforcement:
    """Domain brief 3.1, H6 to H16, beside `AwbTrack`; objection runs beside the execution."""

    # fmt: off
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.urgency)
    urgency = Work(
        _("Spoed beoordelen"), by=DECISION_MAKER, of=lead, stage=Stage.WEIGHING,
        form=UrgencyForm, does=measure.judge_urgency,
    ).Next(this.is_urgent)
    is_urgent = flow.If(came_to("urgency", "urgent")).Then(this.decide).Else(this.choose_measure)
    choose_measure = Work(
        _("Maatregel kiezen"), by=DECISION_MAKER, of=lead, stage=Stage.WEIGHING,
        form=ChooseMeasureForm, does=measure.choose_measure,
    ).Next(this.measure_chosen)
    measure_chosen = (
        flow.Switch()
        .Case(this.afterwards, came_to("choose_measure", Measure.WARNING))
        .Case(this.refrain, came_to("choose_measure", Measure.REFRAIN))
        .Default(this.hear)
    )
    decide = Work(
        _("Besluiten"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=DecideForm, does=measure.decide,
    ).Next(this.decided)
    decided = (
        flow.Switch()
        .Case(this.refrain, came_to("decide", Measure.REFRAIN))
        .Default(this.afterwards)
    )
    afterwards = (
        flow.Split()
        .Always(this.objection)
        .Next(this.close_premises, case=came_to("decide", Measure.CLOSURE))
        .Next(this.register_warning, case=is_warning)
    )
    register_warning = Work(
        _("Waarschuwing registreren"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=RegisterWarningForm, does=execution.register_warning,
    ).Next(this.all_settled)
    close_premises = Work(
        _("Feitelijk sluiten"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ClosePremisesForm, does=execution.close_premises,
    ).Next(this.recover_costs)
    recover_costs = Work(
        _("Kosten verhalen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=RecoverCostsForm, does=execution.keep,
    ).Next(this.closure_period)
    closure_period = Work(
        _("Sluiting bewaken"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ClosurePeriodForm, does=execution.keep, until=closed_until,
    ).Next(this.period_over)
    period_over = (
        flow.If(came_to("closure_period", "asked")).Then(this.decide_lifting).Else(this.reopen)
    )
    decide_lifting = Work(
        _("Besluiten over opheffing"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=DecideLiftingForm, does=aftermath.decide_lifting, counts_from=asked_on,
    ).Next(this.is_lifted)
    is_lifted = (
        flow.If(came_to("decide_lifting", "lifted")).Then(this.reopen).Else(this.closure_period)
    )
    reopen = Work(
        _("Heropenen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ReopenForm, does=aftermath.reopen,
    ).Next(this.all_settled)
    evaluate = Work(
        _("Evalueren"), by=COORDINATOR, of=lead, stage=Stage.EVALUATION,
        form=EvaluateEnforcementForm, does=aftermath.evaluate,
    ).Next(this.closed)
    # fmt: on
