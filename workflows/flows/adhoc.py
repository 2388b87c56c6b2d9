"""Casusgericht overleg: a question of its own, in a composition of its own, domain brief 7.1."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Kind, Role
from workflows.forms import adhoc as forms
from workflows.holders import lead
from workflows.nodes import Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.services import adhoc
from workflows.spine import Overleg

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER


class AdHocFlow(AdviceRound, Overleg, flow.Flow):
    """Casusgericht overleg"""

    begins_with = forms.ProposalForm
    reporters = frozenset({Kind.GEMEENTE, Kind.POLITIE, Kind.OM})

    # fmt: off
    weigh = Work(
        _("Intake van het voorstel"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=forms.IntakeForm, does=adhoc.take_in,
    ).Next(this.taken_in)
    taken_in = flow.If(came_to("weigh", "own_meeting")).Then(this.compose).Else(this.dismissed)
    compose = Work(
        _("Overleg samenstellen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=forms.ComposeForm, does=adhoc.compose,
    ).Next(this.ask_partners)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.meet)
    meet = Work(
        _("Overleg voeren"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=forms.MeetForm, does=adhoc.meet,
    ).Next(this.met)
    met = flow.If(came_to("meet", "agreed")).Then(this.follow_up).Else(this.step_up)
    step_up = Work(
        _("Opschalen"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=forms.StepUpForm, does=adhoc.step_up,
    ).Next(this.stepped_up)
    stepped_up = flow.If(came_to("step_up", "again")).Then(this.meet).Else(this.evaluate)
    follow_up = Work(
        _("Voortgang bespreken"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=forms.FollowUpForm, does=adhoc.keep,
    ).Next(this.followed_up)
    followed_up = (
        flow.Switch()
        .Case(this.follow_up, came_to("follow_up", "continue"))
        .Case(this.meet, came_to("follow_up", "adjust"))
        .Default(this.evaluate)
    )
    # fmt: on
    dismissed = flow.End()
