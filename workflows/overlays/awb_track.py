"""The track of an administrative decision: heard before it, open to objection after it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation

from casework.models import Stage
from partners.models import Role
from workflows.dates import (
    announced_on,
    appeal_ends_on,
    no_day,
    objection_decided_by,
    suspended_until,
)
from workflows.forms.awb import HearForm
from workflows.forms.injunction import InjunctionForm, SuspensionForm
from workflows.forms.objection import AppealForm, DecideObjectionForm, ObjectionForm
from workflows.holders import lead
from workflows.nodes import Work, came_to
from workflows.services import awb

COORDINATOR, DECISION_MAKER = Role.COORDINATOR, Role.DECISION_MAKER


class AwbTrack:
    """Domain brief 1.2, b4, b7 and b8: `hear` leads to `decide`; `objection` to `all_settled`.

    A regime gives `decide`, whose form has the kind "ruling" and asks `announced_on`, and a gateway
    behind it that leads to `objection` and to whatever is carried out; what is carried out ends at
    `all_settled` as well. While an objection runs, an injunction may suspend the decision: a form
    of what is carried out that is a `CarryOutForm` then refuses.
    """

    # fmt: off
    hear = Work(
        _("Zienswijze vastleggen"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=HearForm, does=awb.hear,
    ).Next(this.decide)
    objection = Work(
        _("Bezwaar volgen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ObjectionForm, does=awb.keep, counts_from=announced_on,
    ).Next(this.is_objected)
    is_objected = (
        flow.If(came_to("objection", "filed")).Then(this.objection_runs).Else(this.all_settled)
    )
    objection_runs = flow.Split().Always(this.decide_objection).Always(this.injunction)
    decide_objection = Work(
        _("Beslissen op bezwaar"), by=DECISION_MAKER, of=lead, stage=Stage.EXECUTION,
        form=DecideObjectionForm, does=awb.decide_objection, until=objection_decided_by,
    ).Next(this.objection_decided)
    objection_decided = (
        flow.Switch()
        .Case(this.decide_objection, came_to("decide_objection", "postponed"))
        .Case(this.objection_over, came_to("decide_objection", "withdrawn"))
        .Default(this.appeal)
    )
    appeal = Work(
        _("Beroep volgen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=AppealForm, does=awb.keep, until=appeal_ends_on,
    ).Next(this.is_appealed)
    is_appealed = flow.If(came_to("appeal", "filed")).Then(this.appeal).Else(this.objection_over)
    injunction = Work(
        _("Voorlopige voorziening volgen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=InjunctionForm, does=awb.keep, until=no_day,
    ).Next(this.is_suspended)
    is_suspended = (
        flow.If(came_to("injunction", "granted")).Then(this.suspension).Else(this.objection_over)
    )
    suspension = Work(
        _("Schorsing bewaken"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=SuspensionForm, does=awb.keep, until=suspended_until,
    ).Next(this.objection_over)
    objection_over = flow.Join(continue_on_condition=this.is_objection_over).Next(this.all_settled)
    # fmt: on
    all_settled = flow.Join().Next(this.evaluate)

    def is_objection_over(self, activation: Activation, active: Any) -> bool:
        """An injunction, asked or granted, goes no further than the objection and the appeal."""
        return {step.flow_task.name for step in active} <= {"injunction", "suspension"}
