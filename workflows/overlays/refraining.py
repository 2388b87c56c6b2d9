"""The lead refrains from a measure, says why, and closes the case."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Role
from workflows.forms.execution import RefrainForm
from workflows.holders import lead
from workflows.nodes import Work
from workflows.services import execution


class Refraining:
    """A way out: any gateway may lead to `refrain`."""

    # fmt: off
    refrain = Work(
        _("Afzien van een maatregel"), by=Role.COORDINATOR, of=lead, stage=Stage.DECISION,
        form=RefrainForm, does=execution.refrain,
    ).Next(this.dismissed)
    # fmt: on
    dismissed = flow.End()
