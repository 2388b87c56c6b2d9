"""The track of an administrative decision: heard before it, open to objection after it."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Role
from workflows.dates import announced_on
from workflows.forms.awb import HearForm, ObjectionForm
from workflows.holders import lead
from workflows.nodes import Work
from workflows.services import awb

COORDINATOR = Role.COORDINATOR


class AwbTrack:
    """Domain brief 1.2, b4 and b7: `hear` leads to `decide`; `objection` to `all_settled`.

    A regime gives `decide`, whose form has the kind "ruling" and asks `announced_on`, and a gateway
    behind it that leads to `objection` and to whatever is carried out; what is carried out ends at
    `all_settled` as well.
    """

    # fmt: off
    hear = Work(
        _("Zienswijze vastleggen"), by=COORDINATOR, of=lead, stage=Stage.WEIGHING,
        form=HearForm, does=awb.hear,
    ).Next(this.decide)
    objection = Work(
        _("Bezwaar volgen"), by=COORDINATOR, of=lead, stage=Stage.EXECUTION,
        form=ObjectionForm, does=awb.follow_objection, counts_from=announced_on,
    ).Next(this.all_settled)
    # fmt: on
    all_settled = flow.Join().Next(this.evaluate)
