"""Persoonsgerichte aanpak in the Zorg- en Veiligheidshuis, domain brief 6.2."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Kind, Role
from workflows.forms.advice_round import CloseRoundForm
from workflows.forms.pga.begin import ApplicationForm, InformForm, SupplementForm
from workflows.forms.pga.overleg import InviteForm, MeetForm
from workflows.forms.pga.plan import FinishForm, PlanForm, ProgressForm, ReviewForm
from workflows.forms.pga.triage import TriageForm
from workflows.holders import care_and_safety, reporter
from workflows.nodes import Start, Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.pga import case_director, meeting_on, next_triage, review_on
from workflows.pga_prefill import person
from workflows.services import advice_round
from workflows.services.pga import begin, overleg, plan
from workflows.spine import Overleg

LIAISON = Role.LIAISON


class PgaFlow(AdviceRound, Overleg, flow.Flow):
    """Persoonsgerichte aanpak"""

    begins_with = ApplicationForm
    reporters = frozenset(Kind) - {Kind.REGIO}
    brings = (Kind.ZVH,)
    is_led_later = True

    start = Start().Next(this.triage)
    open_case = None
    # fmt: off
    triage = Work(
        _("Aanmelding wegen (triage)"), by=LIAISON, of=care_and_safety, stage=Stage.INTAKE,
        form=TriageForm, does=begin.triage, until=next_triage,
    ).Next(this.triaged)
    triaged = (
        flow.Switch()
        .Case(this.inform, came_to("triage", "meeting"))
        .Case(this.invite, came_to("triage", "escalated"))
        .Case(this.supplement, came_to("triage", "incomplete"))
        .Default(this.declined)
    )
    supplement = Work(
        _("Aanmelding aanvullen"), by=LIAISON, of=reporter, stage=Stage.INTAKE,
        form=SupplementForm, does=begin.supplement,
    ).Next(this.triage)
    inform = Work(
        _("Betrokkene informeren"), by=LIAISON, of=reporter, stage=Stage.INTAKE,
        form=InformForm, does=begin.inform,
    ).Next(this.invite)
    invite = Work(
        _("Partijen uitnodigen"), by=LIAISON, of=care_and_safety, stage=Stage.INTAKE,
        form=InviteForm, does=overleg.invite, prefill=person,
    ).Next(this.ask_partners)
    close_round = Work(
        _("Ronde sluiten"), by=LIAISON, of=care_and_safety, stage=Stage.ADVICE,
        form=CloseRoundForm, does=advice_round.close_round,
    ).Next(this.round_over)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.meet)
    meet = Work(
        _("Casusoverleg vastleggen"), by=LIAISON, of=care_and_safety, stage=Stage.WEIGHING,
        form=MeetForm, does=overleg.meet, until=meeting_on,
    ).Next(this.met)
    met = flow.If(came_to("meet", "agreed")).Then(this.draw_plan).Else(this.evaluate)
    draw_plan = Work(
        _("Plan van aanpak maken"), by=LIAISON, of=care_and_safety, stage=Stage.DECISION,
        form=PlanForm, does=plan.draw_plan,
    ).Next(this.carry_out)
    carry_out = Work(
        _("Plan uitvoeren en voortgang melden"), by=LIAISON, of=case_director,
        stage=Stage.EXECUTION, form=ProgressForm, does=plan.report_progress,
    ).Next(this.carried_out)
    carried_out = (
        flow.If(came_to("carry_out", "on_track")).Then(this.carry_out).Else(this.review)
    )
    review = Work(
        _("Aanpak evalueren"), by=LIAISON, of=care_and_safety, stage=Stage.EVALUATION,
        form=ReviewForm, does=plan.review, until=review_on,
    ).Next(this.reviewed)
    reviewed = (
        flow.Switch()
        .Case(this.evaluate, came_to("review", "finish"))
        .Case(this.draw_plan, came_to("review", "replan"))
        .Default(this.carry_out)
    )
    evaluate = Work(
        _("Afsluiten en terugkoppelen"), by=LIAISON, of=care_and_safety, stage=Stage.EVALUATION,
        form=FinishForm, does=plan.finish,
    ).Next(this.closed)
    # fmt: on
    declined = flow.End()
