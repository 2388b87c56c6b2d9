"""The path every overleg shares, in the order one says it aloud."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Kind, Role
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.begin_form import BeginForm
from workflows.forms.intake import OpenCaseForm
from workflows.holders import lead
from workflows.lock import waiting_lock
from workflows.models import CaseProcess, Step
from workflows.nodes import Start, Work
from workflows.parked import KeepsLostSteps
from workflows.services import aftermath, intake

COORDINATOR = Role.COORDINATOR


class Overleg(KeepsLostSteps):
    """No Flow itself: each regime is an heir that wires its own copy of these nodes.

    An overlay stands left of this class and replaces an edge or adds steps; a regime adds what is
    its own. One step is for them to give, and a flow without it cannot be made: `weigh`, to which
    `open_case` leads. What they give must lead on to `evaluate`, or to an end of its own.

    `begins_with` is the form that reports a case, `reporters` the kinds of partner that may,
    `brings` the partners that take part from the start, by their desk. The lead is among them,
    unless `is_led_later`. A case with `opens_at_once` is opened by the coordinator who reports it;
    one that `is_restricted` exists for cleared people alone.
    """

    process_class: type | None = CaseProcess
    task_class: type | None = Step
    lock_impl = staticmethod(waiting_lock)

    begins_with: ClassVar[type[BeginForm]]
    reporters: ClassVar[frozenset[Kind]] = frozenset({Kind.GEMEENTE})
    brings: ClassVar[tuple[Kind, ...]] = ()
    is_led_later: ClassVar[bool] = False
    opens_at_once: ClassVar[bool] = False
    is_restricted: ClassVar[bool] = False

    start = Start().Next(this.open_case)
    # fmt: off
    open_case = Work(
        _("Zaak openen"), by=COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=OpenCaseForm, does=intake.open_case,
    ).Next(this.weigh)
    evaluate = Work(
        _("Evalueren"), by=COORDINATOR, of=lead, stage=Stage.EVALUATION,
        form=EvaluateForm, does=aftermath.evaluate,
    ).Next(this.closed)
    # fmt: on
    closed = flow.End()
