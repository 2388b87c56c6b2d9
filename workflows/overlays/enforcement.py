"""A measure against premises: urgency, matrix, view, decision, closing and what comes after."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Measure, Stage
from partners.models import Role
from workflows.closure import closed_until
from workflows.forms.aftermath import (
    ClosurePeriodForm,
    DecideLiftingForm,
    ObjectionForm,
    ReopenForm,
)
from workflows.forms.execution import ClosePremisesForm, RecoverCostsForm, RegisterWarningForm
from workflows.forms.measure import ChooseMeasureForm, DecideForm, HearForm, UrgencyForm
from workflows.holders import lead
from workflows.nodes import Work, came_to
from workflows.services import aftermath, execution, measure

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER


class Enforcement:
    """Domain brief 3.1, H6 to H15."""

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
        .Case(this.register_warning, came_to("choose_measure", Measure.WARNING))
        .Case(this.refrain, came_to("choose_measure", Measure.REFRAIN))
        .Default(this.hear)
    )
    hear = Work(
        _("Zienswijze vastleggen"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=HearForm, does=measure.hear,
    ).Next(this.decide)
    decide = Work(
        _("Besluiten"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=DecideForm, does=measure.decide,
    ).Next(this.decided)
    decided = (
        flow.Switch()
        .Case(this.close_premises, came_to("decide", Measure.CLOSURE))
        .Case(this.register_warning, came_to("decide", Measure.WARNING))
        .Case(this.refrain, came_to("decide", Measure.REFRAIN))
        .Default(this.afterwards)
    )
    close_premises = Work(
        _("Feitelijk sluiten"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ClosePremisesForm, does=execution.keep,
    ).Next(this.recover_costs)
    recover_costs = Work(
        _("Kosten verhalen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=RecoverCostsForm, does=execution.keep,
    ).Next(this.afterwards)
    register_warning = Work(
        _("Waarschuwing registreren"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=RegisterWarningForm, does=execution.keep,
    ).Next(this.afterwards)
    afterwards = (
        flow.Split()
        .Always(this.objection)
        .Next(this.closure_period, case=came_to("decide", Measure.CLOSURE))
    )
    objection = Work(
        _("Bezwaar volgen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ObjectionForm, does=execution.keep,
    ).Next(this.all_settled)
    closure_period = Work(
        _("Sluiting bewaken"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ClosurePeriodForm, does=execution.keep, until=closed_until,
    ).Next(this.period_over)
    period_over = (
        flow.If(came_to("closure_period", "ended")).Then(this.reopen).Else(this.decide_lifting)
    )
    decide_lifting = Work(
        _("Besluiten over opheffing"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=DecideLiftingForm, does=aftermath.decide_lifting,
    ).Next(this.is_lifted)
    is_lifted = (
        flow.If(came_to("decide_lifting", "lifted")).Then(this.reopen).Else(this.closure_period)
    )
    reopen = Work(
        _("Heropenen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ReopenForm, does=aftermath.reopen,
    ).Next(this.all_settled)
    all_settled = flow.Join().Next(this.evaluate)
    # fmt: on
