"""Agressie en intimidatie against people of the gemeente, domain brief 7.3."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Stage
from partners.models import Kind, Role
from workflows.forms.agressie import response, sequel
from workflows.holders import lead, partner, police
from workflows.kept import kept
from workflows.nodes import Start, Work, came_to
from workflows.services import aftermath, agressie
from workflows.spine import Overleg

COORDINATOR, DECISION_MAKER, LIAISON = Role.COORDINATOR, Role.DECISION_MAKER, Role.LIAISON


def is_about_administrator(activation: Activation) -> bool:
    """For local administrators the burgemeester looks at the threat (A6)."""
    return kept(activation.process.case, "signal").get("function") == "administrator"


class AgressieFlow(Overleg, flow.Flow):
    """Agressie en intimidatie"""

    begins_with = response.ReportForm
    is_restricted = True
    opens_at_once = True

    # fmt: off
    start = Start().Next(this.receive)
    open_case = None
    receive = Work(
        _("Opvang door de leidinggevende"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=response.ReceiveForm, does=agressie.keep,
    ).Next(this.react)
    react = Work(
        _("Norm stellen en reageren"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=response.ReactForm, does=agressie.keep,
    ).Next(this.reacted)
    reacted = (
        flow.If(came_to("react", "area_ban")).Then(this.area_ban).Else(this.file_report)
    )
    area_ban = Work(
        _("Besluiten over een gebiedsverbod"), by=DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=response.AreaBanForm, does=agressie.decide_area_ban,
    ).Next(this.file_report)
    file_report = Work(
        _("Aangifte doen als werkgever"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=sequel.FileForm, does=agressie.file,
    ).Next(this.afterwards)
    afterwards = (
        flow.Split()
        .Always(this.damage)
        .Next(this.police_progress, case=came_to("file_report", "filed"))
        .Next(this.threat_picture, case=is_about_administrator)
    )
    police_progress = Work(
        _("Aangifte opnemen en terugkoppelen"), by=LIAISON, of=police, stage=Stage.EXECUTION,
        form=sequel.PoliceProgressForm, does=agressie.tell_progress,
    ).Next(this.investigated)
    investigated = (
        flow.Switch()
        .Case(this.police_progress, came_to("police_progress", "continue"))
        .Case(this.prosecution, came_to("police_progress", "prosecutor"))
        .Default(this.all_settled)
    )
    prosecution = Work(
        _("Vervolging terugkoppelen"), by=LIAISON, of=partner(Kind.OM), stage=Stage.EXECUTION,
        form=sequel.ProsecutionProgressForm, does=agressie.tell_prosecution,
    ).Next(this.prosecuted)
    prosecuted = (
        flow.If(came_to("prosecution", "continue")).Then(this.prosecution).Else(this.all_settled)
    )
    damage = Work(
        _("Schade verhalen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=sequel.DamageForm, does=agressie.keep,
    ).Next(this.all_settled)
    threat_picture = Work(
        _("Dreigingsbeeld vaststellen"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=sequel.PictureForm, does=agressie.keep,
    ).Next(this.all_settled)
    all_settled = flow.Join().Next(this.evaluate)
    evaluate = Work(
        _("Nazorg geven en leerpunt vastleggen"), by=COORDINATOR, of=lead,
        stage=Stage.EVALUATION, form=sequel.AftercareForm, does=aftermath.evaluate,
    ).Next(this.closed)
    # fmt: on
