"""Tijdelijk huisverbod: the Wet tijdelijk huisverbod, domain brief 5."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Case, Stage
from partners.models import Kind, Role
from workflows.dates import clock_from, kept_day, kept_moment, lasts_until
from workflows.forms.advice_round import CloseRoundForm
from workflows.forms.huisverbod import ban, course, scene
from workflows.forms.intake import OpenCaseForm
from workflows.holders import asked, lead, partner, police
from workflows.mandates import HOVJ
from workflows.nodes import Start, Work, came_to
from workflows.overlays.advice_round import AdviceRound
from workflows.services import advice_round, aftermath, huisverbod, intake
from workflows.spine import Overleg

COORDINATOR, DECISION_MAKER, LIAISON = Role.COORDINATOR, Role.DECISION_MAKER, Role.LIAISON
care = partner(Kind.ZORG)
safe_home = partner(Kind.VEILIG_THUIS)
OVERTURNED = came_to("judge", "annulled", "suspended")
OVER = (
    OVERTURNED,
    came_to("decide", "withdrawn"),
    came_to("withdraw", "withdrawn"),
    came_to("watch_end", "ended"),
)


def as_long_as_it_lasts(case: Case) -> None:
    """A step that stands open for what may happen is never overdue."""


class HuisverbodFlow(AdviceRound, Overleg, flow.Flow):
    """Tijdelijk huisverbod"""

    begins_with = scene.IncidentForm
    reporters = frozenset({Kind.POLITIE})
    is_restricted = True

    # fmt: off
    # At the scene: politie, under the mandate of a hulpofficier van justitie.
    start = Start().Next(this.risk)
    risk = Work(
        _("Risico taxeren (RiHG)"), by=LIAISON, of=police, stage=Stage.SIGNAL, mandate=HOVJ,
        form=scene.RiskForm, does=huisverbod.tax,
    ).Next(this.is_danger)
    is_danger = flow.If(came_to("risk", "danger")).Then(this.conditions).Else(this.no_ban)
    conditions = Work(
        _("Voorwaarden toetsen"), by=LIAISON, of=police, stage=Stage.INTAKE, mandate=HOVJ,
        form=scene.ConditionsForm, does=huisverbod.check,
    ).Next(this.checked)
    checked = (
        flow.Switch()
        .Case(this.consult, came_to("conditions", "consult"))
        .Case(this.impose, came_to("conditions", "officer"))
        .Case(this.impose_in_person, came_to("conditions", "mayor"))
        .Default(this.no_ban)
    )
    consult = Work(
        _("Veilig Thuis raadplegen"), by=LIAISON, of=police, stage=Stage.ADVICE, mandate=HOVJ,
        form=scene.ConsultForm, does=huisverbod.check,
    ).Next(this.consulted)
    consulted = (
        flow.Switch()
        .Case(this.impose, came_to("consult", "officer"))
        .Case(this.impose_in_person, came_to("consult", "mayor"))
        .Default(this.no_ban)
    )
    impose = Work(
        _("Huisverbod opleggen"), by=LIAISON, of=police, stage=Stage.DECISION, mandate=HOVJ,
        form=ban.ImposeForm, does=huisverbod.impose,
    ).Next(this.in_force)
    impose_in_person = Work(
        _("Huisverbod opleggen in persoon"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=ban.ImposeInPersonForm, does=huisverbod.impose_in_person,
    ).Next(this.is_imposed)
    is_imposed = (
        flow.If(came_to("impose_in_person", "refrained")).Then(this.no_ban).Else(this.in_force)
    )
    # In force: side by side, until it ends in one way or another.
    in_force = (
        flow.Split()
        .Always(this.open_case)
        .Always(this.reachability)
        .Always(this.triage)
        .Always(this.injunction)
        .Always(this.breach)
        .Next(this.child_safety, case=came_to("conditions", "consult"))
        .Next(this.write_down, case=came_to("impose", "oral"))
        .Next(this.write_down_in_person, case=came_to("impose_in_person", "oral"))
    )
    write_down = Work(
        _("Beschikking op schrift stellen"), by=LIAISON, of=police, stage=Stage.EXECUTION,
        mandate=HOVJ, form=ban.WriteDownForm, does=huisverbod.keep, counts_from=clock_from,
    ).Next(this.over)
    write_down_in_person = Work(
        _("Beschikking van de burgemeester op schrift stellen"), by=COORDINATOR, of=lead,
        stage=Stage.EXECUTION, form=ban.WriteDownForm, does=huisverbod.keep,
        counts_from=clock_from,
    ).Next(this.over)
    reachability = Work(
        _("Bereikbaarheid en raadsman vastleggen"), by=COORDINATOR, of=lead,
        stage=Stage.EXECUTION, form=ban.ReachabilityForm, does=huisverbod.keep,
        counts_from=clock_from,
    ).Next(this.over)
    triage = Work(
        _("Hulp starten"), by=LIAISON, of=care, stage=Stage.EXECUTION,
        form=course.TriageForm, does=huisverbod.help_at_once, counts_from=clock_from,
    ).Next(this.over)
    child_safety = Work(
        _("Veiligheid van de kinderen beoordelen"), by=LIAISON, of=safe_home,
        stage=Stage.EXECUTION, form=course.ChildSafetyForm, does=huisverbod.judge_child_safety,
        counts_from=clock_from,
    ).Next(this.over)
    breach = Work(
        _("Overtreding vastleggen"), by=LIAISON, of=police, stage=Stage.EXECUTION,
        form=ban.BreachForm, does=huisverbod.breach, until=as_long_as_it_lasts,
    ).Next(this.goes_on)
    goes_on = flow.If(this.is_over_already).Then(this.over).Else(this.breach)
    # The judge, beside all else.
    injunction = Work(
        _("Verzoek aan de rechter vastleggen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ban.InjunctionForm, does=huisverbod.keep, until=as_long_as_it_lasts,
    ).Next(this.hearing)
    hearing = Work(
        _("Zitting vastleggen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ban.HearingForm, does=huisverbod.keep,
        counts_from=kept_day("injunction", "requested_on"),
    ).Next(this.judge)
    judge = Work(
        _("Uitspraak vastleggen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ban.RulingForm, does=huisverbod.judge,
        counts_from=kept_moment("hearing", "heard_at"),
    ).Next(this.judged)
    judged = flow.If(OVERTURNED).Then(this.over).Else(this.injunction)
    # Help, advice by the eighth day, and the burgemeester before the tenth is over.
    open_case = Work(
        _("Zaak openen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=OpenCaseForm, does=intake.open_case, counts_from=clock_from,
    ).Next(this.arrange)
    arrange = Work(
        _("Advies vragen aan de partners"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=course.ArrangeForm, does=huisverbod.arrange, counts_from=clock_from,
    ).Next(this.ask_partners)
    answer = Work(
        _("Plan en advies geven"), by=LIAISON, of=asked, stage=Stage.EXECUTION,
        form=course.AdviceForm, does=advice_round.answer,
    ).Next(this.round_over)
    close_round = Work(
        _("Ronde sluiten"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=CloseRoundForm, does=advice_round.close_round, counts_from=clock_from,
    ).Next(this.round_over)
    round_over = flow.Join(continue_on_condition=this.is_round_over).Next(this.care_meeting)
    care_meeting = Work(
        _("Zorgoverleg houden"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=course.CareMeetingForm, does=huisverbod.keep, counts_from=clock_from,
    ).Next(this.decide)
    decide = Work(
        _("Besluiten over verlengen"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=course.DecideForm, does=huisverbod.decide, until=lasts_until,
    ).Next(this.decided)
    decided = (
        flow.If(came_to("decide", "withdrawn")).Then(this.over).Else(this.watch_end)
    )
    watch_end = Work(
        _("Einde bewaken"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=course.EndForm, does=huisverbod.end, until=lasts_until,
    ).Next(this.has_ended)
    has_ended = flow.If(came_to("watch_end", "ended")).Then(this.over).Else(this.withdraw)
    withdraw = Work(
        _("Besluiten over intrekken"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=course.WithdrawForm, does=huisverbod.withdraw,
    ).Next(this.is_withdrawn)
    is_withdrawn = (
        flow.If(came_to("withdraw", "withdrawn")).Then(this.over).Else(this.watch_end)
    )
    over = flow.Join(continue_on_condition=this.is_over).Next(this.how_it_ended)
    how_it_ended = flow.If(OVERTURNED).Then(this.overturned).Else(this.wind_up)
    wind_up = Work(
        _("Afsluiten met een veiligheidsplan"), by=LIAISON, of=care, stage=Stage.EVALUATION,
        form=course.WindUpForm, does=huisverbod.help_at_once,
    ).Next(this.follow_up)
    follow_up = Work(
        _("Nazorg geven"), by=LIAISON, of=care, stage=Stage.EVALUATION,
        form=course.FollowUpForm, does=huisverbod.help_at_once,
    ).Next(this.evaluate)
    evaluate = Work(
        _("Evalueren"), by=COORDINATOR, of=lead, stage=Stage.EVALUATION,
        form=course.EvaluateBanForm, does=aftermath.evaluate,
    ).Next(this.closed)
    # fmt: on
    no_ban = flow.End()
    overturned = flow.End()

    def is_over_already(self, activation: Activation) -> bool:
        return any(one(activation) for one in OVER)

    def is_over(self, activation: Activation, active: Any) -> bool:
        """The end of the huisverbod ends all that ran beside it."""
        return self.is_over_already(activation)
