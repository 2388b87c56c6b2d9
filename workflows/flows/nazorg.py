"""Nazorg ex-gedetineerden: five conditions for a return, domain brief 6.1."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Kind, Role
from workflows.forms.advice_round import CloseRoundForm
from workflows.forms.intake import OpenCaseForm
from workflows.forms.nazorg.begin import ReportForm, ScreenForm
from workflows.forms.nazorg.plan import AskForm, PlanForm, ReferForm, StartPlanForm, TriageForm
from workflows.forms.nazorg.release import FollowUpForm, HandoverForm, LastFollowUpForm
from workflows.holders import lead, prison
from workflows.nazorg_prefill import from_report, from_start_plan
from workflows.nodes import Start, Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.release import plan_due, release_on, released_on
from workflows.services import advice_round, execution, intake, nazorg
from workflows.spine import Overleg

COORDINATOR = Role.COORDINATOR


class NazorgFlow(AdviceRound, Overleg, flow.Flow):
    """Nazorg ex-gedetineerden"""

    begins_with = ReportForm
    reporters = frozenset({Kind.DJI, Kind.GEMEENTE})
    brings = (Kind.DJI,)

    # fmt: off
    start = Start().Next(this.screen)
    screen = Work(
        _("Voorwaarden nagaan"), by=Role.LIAISON, of=prison, stage=Stage.SIGNAL,
        form=ScreenForm, does=nazorg.screen,
    ).Next(this.open_case)
    open_case = Work(
        _("Zaak openen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=OpenCaseForm, does=intake.open_case,
    ).Next(this.start_plan)
    start_plan = Work(
        _("Startplan maken"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=StartPlanForm, does=nazorg.start_plan, prefill=from_report,
    ).Next(this.triage)
    triage = Work(
        _("Nazorg wegen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=TriageForm, does=execution.keep,
    ).Next(this.triaged)
    triaged = flow.If(came_to("triage", "refer")).Then(this.refer).Else(this.ask)
    refer = Work(
        _("Verwijzing vastleggen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=ReferForm, does=nazorg.refer,
    ).Next(this.referred)
    referred = flow.If(came_to("refer", "regular")).Then(this.ask).Else(this.referred_on)
    ask = Work(
        _("Bijdragen aan het plan vragen"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=AskForm, does=nazorg.ask, prefill=from_start_plan,
    ).Next(this.ask_partners)
    close_round = Work(
        _("Ronde sluiten"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=CloseRoundForm, does=advice_round.close_round, counts_from=release_on,
    ).Next(this.round_over)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.draw_plan)
    draw_plan = Work(
        _("Detentie- en re-integratieplan vaststellen"), by=COORDINATOR, of=lead,
        stage=Stage.WEIGHING, form=PlanForm, does=nazorg.draw_plan, until=plan_due,
        prefill=from_start_plan,
    ).Next(this.handover)
    handover = Work(
        _("Warme overdracht"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=HandoverForm, does=nazorg.hand_over, until=release_on,
    ).Next(this.handed_over)
    handed_over = (
        flow.If(came_to("handover", "moved")).Then(this.handover).Else(this.follow_up_1)
    )
    follow_up_1 = Work(
        _("Nazorg na een maand"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=FollowUpForm, does=execution.keep, counts_from=released_on,
    ).Next(this.after_1)
    after_1 = flow.If(came_to("follow_up_1", "stop")).Then(this.evaluate).Else(this.follow_up_3)
    follow_up_3 = Work(
        _("Nazorg na drie maanden"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=FollowUpForm, does=execution.keep, counts_from=released_on,
    ).Next(this.after_3)
    after_3 = flow.If(came_to("follow_up_3", "stop")).Then(this.evaluate).Else(this.follow_up_6)
    follow_up_6 = Work(
        _("Nazorg na zes maanden"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=LastFollowUpForm, does=execution.keep, counts_from=released_on,
    ).Next(this.evaluate)
    # fmt: on
    referred_on = flow.End()
