"""Bibob: own research, advice of the Bureau, and a decision that may rest on it, domain brief 2."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Part, Stage
from partners.models import Kind, Role
from workflows.dates import lbb_answers_by, no_day, replied_by
from workflows.forms.bibob.advice import ReceiveAdviceForm, RequestAdviceForm, TestAdviceForm
from workflows.forms.bibob.closing import (
    ReportConclusionForm,
    ReportWithdrawalForm,
    WaterbedForm,
    WithdrawalForm,
)
from workflows.forms.bibob.occasion import OccasionForm, PolicyForm, TipForm
from workflows.forms.bibob.questionnaire import (
    AskQuestionnaireForm,
    CheckQuestionnaireForm,
    MissingForm,
)
from workflows.forms.bibob.research import ConcludeForm, ResearchForm
from workflows.forms.bibob.ruling import BibobHearForm, BibobRulingForm, IntendForm
from workflows.forms.intake import OpenCaseForm
from workflows.holders import lead
from workflows.nodes import Start, Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.overlays.awb_track import AwbTrack
from workflows.services import awb, intake
from workflows.services.bibob import advice, closing, occasion, questionnaire, ruling
from workflows.spine import Overleg

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER


def came_by_tip(activation: Activation) -> bool:
    """Only the OM tips (art. 26 Wet Bibob)."""
    reporters = activation.process.case.participations.filter(part=Part.REPORTER)
    return bool(reporters.filter(organisation__kind=Kind.OM).exists())


class BibobFlow(AwbTrack, AdviceRound, Overleg, flow.Flow):
    """Bibob"""

    begins_with = OccasionForm
    reporters = frozenset({Kind.GEMEENTE, Kind.OM})
    is_restricted = True

    start = Start().Next(this.open_case)
    # fmt: off
    open_case = Work(
        _("Zaak openen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=OpenCaseForm, does=intake.open_case,
    ).Next(this.is_tip)
    is_tip = flow.If(came_by_tip).Then(this.weigh_tip).Else(this.weigh)
    weigh_tip = Work(
        _("Beslissen over de tip van het OM"), by=DECISION_MAKER, of=lead, stage=Stage.INTAKE,
        form=TipForm, does=occasion.weigh_tip,
    ).Next(this.tip_weighed)
    tip_weighed = flow.If(came_to("weigh_tip", "used")).Then(this.begin).Else(this.tip_unused)
    weigh = Work(
        _("Bibob-beleid toetsen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=PolicyForm, does=occasion.weigh,
    ).Next(this.weighed)
    weighed = flow.If(came_to("weigh", "falls")).Then(this.begin).Else(this.not_bibob)

    begin = flow.Split().Always(this.ask_form).Always(this.withdrawal)
    withdrawal = Work(
        _("Intrekking van de aanvraag"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=WithdrawalForm, does=closing.withdraw, until=no_day,
    ).Next(this.settled)

    ask_form = Work(
        _("Bibob-vragenlijst uitreiken"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=AskQuestionnaireForm, does=questionnaire.ask,
    ).Next(this.check_form)
    check_form = Work(
        _("Bibob-vragenlijst beoordelen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=CheckQuestionnaireForm, does=questionnaire.check, until=replied_by,
    ).Next(this.checked)
    checked = (
        flow.Switch()
        .Case(this.check_form, came_to("check_form", "repair"))
        .Case(this.judge_missing, came_to("check_form", "failed"))
        .Default(this.ask_partners)
    )
    judge_missing = Work(
        _("Beslissen over de ontbrekende vragenlijst"), by=DECISION_MAKER, of=lead,
        stage=Stage.INTAKE, form=MissingForm, does=ruling.judge_missing,
    ).Next(this.missing_judged)
    missing_judged = (
        flow.If(came_to("judge_missing", "danger")).Then(this.intend).Else(this.decide)
    )

    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.research)
    research = Work(
        _("Eigen onderzoek"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=ResearchForm, does=awb.keep,
    ).Next(this.conclude)
    conclude = Work(
        _("Gevaar beoordelen"), by=DECISION_MAKER, of=lead, stage=Stage.ADVICE,
        form=ConcludeForm, does=ruling.conclude,
    ).Next(this.concluded)
    concluded = (
        flow.Switch()
        .Case(this.decide, came_to("conclude", "none"))
        .Case(this.intend, came_to("conclude", "lesser", "serious"))
        .Case(this.test_advice, came_to("conclude", "reuse"))
        .Default(this.request_advice)
    )
    request_advice = Work(
        _("Advies vragen aan het LBB"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=RequestAdviceForm, does=advice.request,
    ).Next(this.receive_advice)
    receive_advice = Work(
        _("Advies van het LBB volgen"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=ReceiveAdviceForm, does=advice.receive, until=lbb_answers_by,
    ).Next(this.advised)
    advised = (
        flow.Switch()
        .Case(this.test_advice, came_to("receive_advice", "received"))
        .Case(this.conclude, came_to("receive_advice", "without"))
        .Default(this.receive_advice)
    )
    test_advice = Work(
        _("Advies toetsen"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=TestAdviceForm, does=advice.test,
    ).Next(this.tested)
    tested = (
        flow.Switch()
        .Case(this.receive_advice, came_to("test_advice", "questions"))
        .Case(this.decide, came_to("test_advice", "none"))
        .Default(this.intend)
    )

    intend = Work(
        _("Voornemen bepalen"), by=DECISION_MAKER, of=lead, stage=Stage.WEIGHING,
        form=IntendForm, does=ruling.intend,
    ).Next(this.intended)
    intended = flow.If(came_to("intend", "grant")).Then(this.decide).Else(this.hear)
    hear = Work(
        _("Zienswijze vastleggen"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=BibobHearForm, does=awb.hear,
    ).Next(this.decide)
    decide = Work(
        _("Besluiten"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=BibobRulingForm, does=ruling.decide,
    ).Next(this.settled)

    settled = flow.Join(continue_on_condition=this.is_settled).Next(this.is_withdrawn)
    is_withdrawn = (
        flow.If(came_to("withdrawal", "withdrawn"))
        .Then(this.report_withdrawal)
        .Else(this.afterwards)
    )
    report_withdrawal = Work(
        _("Terugtrekking melden aan het LBB"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ReportWithdrawalForm, does=closing.report_withdrawal,
    ).Next(this.withdrawn)
    afterwards = flow.Split().Always(this.objection).Always(this.report_conclusion)
    report_conclusion = Work(
        _("Conclusie melden aan het LBB"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ReportConclusionForm, does=awb.keep,
    ).Next(this.is_signalled)
    is_signalled = (
        flow.If(came_to("decide", "refused", "revoked", "not_awarded", "not_entered"))
        .Then(this.signal_neighbours)
        .Else(this.all_settled)
    )
    signal_neighbours = Work(
        _("Waterbed-signaal geven"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=WaterbedForm, does=closing.signal_neighbours,
    ).Next(this.all_settled)
    # fmt: on
    not_bibob = flow.End()
    tip_unused = flow.End()
    withdrawn = flow.End()

    def is_settled(self, activation: Activation, active: Any) -> bool:
        """Decided or withdrawn, whichever comes first; the other is asked no more."""
        return True
