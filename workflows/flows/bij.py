"""Bestuurlijke informatie justitiabelen: the return of a detainee, domain brief 6.1."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Kind, Role
from workflows.forms.bij import AssessForm, CarryOutForm, JudgeForm, MonitorForm, NoticeForm
from workflows.forms.intake import OpenCaseForm
from workflows.holders import lead, police
from workflows.nodes import Work, came_to
from workflows.services import bij, execution, intake
from workflows.spine import Overleg

COORDINATOR = Role.COORDINATOR


class BijFlow(Overleg, flow.Flow):
    """Bestuurlijke informatie justitiabelen"""

    begins_with = NoticeForm
    reporters = frozenset({Kind.GEMEENTE, Kind.POLITIE})
    brings = (Kind.POLITIE,)
    is_restricted = True

    # fmt: off
    open_case = Work(
        _("Zaak openen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=OpenCaseForm, does=intake.open_case,
    ).Next(this.assess)
    assess = Work(
        _("Risico op onrust inschatten"), by=Role.LIAISON, of=police, stage=Stage.ADVICE,
        form=AssessForm, does=bij.assess,
    ).Next(this.judge)
    judge = Work(
        _("Onrust wegen"), by=Role.DECISION_MAKER, of=lead, stage=Stage.DECISION,
        form=JudgeForm, does=bij.judge,
    ).Next(this.judged)
    judged = flow.If(came_to("judge", "measures")).Then(this.carry_out).Else(this.evaluate)
    carry_out = Work(
        _("Maatregelen uitvoeren"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=CarryOutForm, does=execution.keep,
    ).Next(this.monitor)
    monitor = Work(
        _("Onrust volgen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=MonitorForm, does=execution.keep,
    ).Next(this.monitored)
    monitored = (
        flow.Switch()
        .Case(this.monitor, came_to("monitor", "calm"))
        .Case(this.judge, came_to("monitor", "unrest"))
        .Default(this.evaluate)
    )
    # fmt: on
