"""Ondermijningssignaal: what the gemeente does itself, domain brief 7.2."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Role
from workflows.forms import ondermijning as forms
from workflows.holders import asked, lead
from workflows.nodes import Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.services import advice_round, ondermijning
from workflows.spine import Overleg

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER


class OndermijningFlow(AdviceRound, Overleg, flow.Flow):
    """Ondermijningssignaal"""

    begins_with = forms.OndermijningSignalForm
    is_restricted = True

    # fmt: off
    weigh = Work(
        _("Signaal innemen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=forms.IntakeForm, does=ondermijning.take_in,
    ).Next(this.taken_in)
    taken_in = flow.If(came_to("weigh", "ours")).Then(this.assess).Else(this.dismissed)
    assess = Work(
        _("Signaal wegen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=forms.AssessForm, does=ondermijning.keep,
    ).Next(this.confirm)
    confirm = Work(
        _("Weging bevestigen"), by=DECISION_MAKER, of=lead, stage=Stage.INTAKE,
        form=forms.ConfirmForm, does=ondermijning.confirm,
    ).Next(this.confirmed)
    confirmed = (
        flow.Switch()
        .Case(this.assess, came_to("confirm", "again"))
        .Case(this.dismissed, came_to("confirm", "none"))
        .Case(this.select_sources, came_to("confirm", "research"))
        .Case(this.hand_to_riec, came_to("confirm", "riec"))
        .Default(this.act)
    )
    select_sources = Work(
        _("Bronnen kiezen"), by=COORDINATOR, of=lead, stage=Stage.ADVICE,
        form=forms.SourcesForm, does=ondermijning.ask_sources,
    ).Next(this.ask_partners)
    answer = Work(
        _("Hit of geen hit melden"), by=Role.LIAISON, of=asked, stage=Stage.ADVICE,
        form=forms.HitForm, does=advice_round.answer,
    ).Next(this.round_over)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.plan)
    plan = Work(
        _("Plan van aanpak maken"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=forms.PlanForm, does=ondermijning.plan,
    ).Next(this.planned)
    planned = (
        flow.Switch()
        .Case(this.dismissed, came_to("plan", "none"))
        .Case(this.hand_to_riec, came_to("plan", "riec"))
        .Default(this.act)
    )
    hand_to_riec = Work(
        _("Overdragen aan het RIEC"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=forms.RiecForm, does=ondermijning.keep,
    ).Next(this.riec_answered)
    riec_answered = (
        flow.If(came_to("hand_to_riec", "returned")).Then(this.assess).Else(this.act)
    )
    act = Work(
        _("Eigen acties uitvoeren"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=forms.ActForm, does=ondermijning.keep,
    ).Next(this.acted)
    acted = flow.If(came_to("act", "more")).Then(this.act).Else(this.evaluate)
    # fmt: on
    dismissed = flow.End()
