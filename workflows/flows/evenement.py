"""Evenementen: domain brief 4, E1 to E11; E0 is the regional calendar itself."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Role
from workflows.dates import case_term, supplement_until
from workflows.events.conditions import asks_preparation, is_evaluated, is_regular
from workflows.events.of_case import begins_on, ends_on
from workflows.forms.evenement.apply import ApplicationForm
from workflows.forms.evenement.decision import DecideEventForm, PlansForm
from workflows.forms.evenement.event import (
    EvaluateEventForm,
    FinishForm,
    HaltForm,
    InspectForm,
    PerformForm,
    PrepareForm,
)
from workflows.forms.evenement.intake import (
    DismissForm,
    SupplementApplicationForm,
    WeighApplicationForm,
)
from workflows.forms.evenement.risk import (
    AdviseForm,
    AskAdviceForm,
    ConsultForm,
    IntegrateForm,
    ScanForm,
)
from workflows.holders import asked, lead
from workflows.models import EventClass
from workflows.nodes import Start, Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.overlays.awb_track import AwbTrack
from workflows.services.awb import keep
from workflows.services.evenement import event, intake, risk
from workflows.spine import Overleg

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER
LIGHT = (EventClass.NOTICE.value, EventClass.REGULAR.value)


class EvenementFlow(AwbTrack, AdviceRound, Overleg, flow.Flow):
    """Evenement"""

    begins_with = ApplicationForm
    opens_at_once = True

    start = Start().Next(this.weigh)
    open_case = None
    # fmt: off
    weigh = Work(
        _("Aanvraag toetsen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=WeighApplicationForm, does=intake.weigh,
    ).Next(this.weighed)
    weighed = (
        flow.Switch()
        .Case(this.dismiss, came_to("weigh", "late"))
        .Case(this.supplement, came_to("weigh", "incomplete"))
        .Default(this.scan)
    )
    supplement = Work(
        _("Aanvulling verwerken"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=SupplementApplicationForm, does=intake.supplement, until=supplement_until,
    ).Next(this.supplemented)
    supplemented = (
        flow.If(came_to("supplement", "supplemented")).Then(this.weigh).Else(this.dismiss)
    )
    dismiss = Work(
        _("Besluiten over behandeling"), by=DECISION_MAKER, of=lead, stage=Stage.INTAKE,
        form=DismissForm, does=intake.dismiss,
    ).Next(this.is_dismissed)
    is_dismissed = (
        flow.If(came_to("dismiss", "dismissed")).Then(this.objection).Else(this.scan)
    )
    scan = Work(
        _("Risicoscan doen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=ScanForm, does=risk.scan,
    ).Next(this.scanned)
    scanned = (
        flow.Switch()
        .Case(this.decide, came_to("scan", *LIGHT))
        .Case(this.consult, came_to("scan", EventClass.RISK))
        .Default(this.ask_advice)
    )
    consult = Work(
        _("Vooroverleg voeren"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=ConsultForm, does=keep,
    ).Next(this.ask_advice)
    ask_advice = Work(
        _("Advies vragen"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=AskAdviceForm, does=risk.ask_advice,
    ).Next(this.ask_partners)
    answer = Work(
        _("Advies geven"), by=Role.LIAISON, of=asked, stage=Stage.ADVICE,
        form=AdviseForm, does=risk.advise,
    ).Next(this.round_over)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.integrate)
    integrate = Work(
        _("Integraal advies opstellen"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=IntegrateForm, does=risk.integrate,
    ).Next(this.integrated)
    integrated = flow.If(came_to("integrate", "raised")).Then(this.consult).Else(this.plans)
    plans = Work(
        _("Plannen beoordelen"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=PlansForm, does=risk.judge_plans, counts_from=begins_on,
    ).Next(this.plans_judged)
    plans_judged = flow.If(came_to("plans", "repeat")).Then(this.plans).Else(this.decide)
    decide = Work(
        _("Besluiten over het evenement"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=DecideEventForm, does=event.decide, until=case_term(intake.DECISION),
    ).Next(this.decided)
    decided = (
        flow.Switch()
        .Case(this.hear, came_to("decide", "intend_refusal"))
        .Case(this.objection, came_to("decide", "refuse"))
        .Case(this.perform, came_to("decide", "notice"))
        .Default(this.afterwards)
    )
    afterwards = (
        flow.Split()
        .Always(this.objection)
        .Next(this.prepare, case=asks_preparation)
        .Next(this.perform, case=is_regular)
    )
    prepare = Work(
        _("Evenement voorbereiden"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=PrepareForm, does=event.prepare, counts_from=begins_on,
    ).Next(this.inspect)
    inspect = Work(
        _("Schouw houden"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=InspectForm, does=keep, until=begins_on,
    ).Next(this.inspected)
    inspected = flow.If(came_to("inspect", "wrong")).Then(this.halt).Else(this.perform)
    halt = Work(
        _("Besluiten na de schouw"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=HaltForm, does=event.halt, until=begins_on,
    ).Next(this.halted)
    halted = flow.If(came_to("halt", "stopped")).Then(this.performed).Else(this.perform)
    perform = Work(
        _("Logboek bijhouden"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=PerformForm, does=keep, until=ends_on,
    ).Next(this.performed)
    performed = flow.If(is_evaluated).Then(this.evaluate).Else(this.all_settled)
    evaluate = Work(
        _("Evalueren"), by=COORDINATOR, of=lead, stage=Stage.EVALUATION,
        form=EvaluateEventForm, does=event.evaluate, counts_from=ends_on,
    ).Next(this.all_settled)
    all_settled = flow.Join().Next(this.finish)
    finish = Work(
        _("Zaak afsluiten"), by=COORDINATOR, of=lead, stage=Stage.EVALUATION,
        form=FinishForm, does=event.finish,
    ).Next(this.closed)
    # fmt: on
