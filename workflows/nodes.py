"""Our own node kinds: work for a role at an organisation, and a fan-out over requests.

They lean on Viewflow's `Activation.create`, `Handle` and `Split` as they are in 2.4.0, which is
pinned; tests/architecture holds the probes.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.activation import Activation
from viewflow.workflow.base import Edge, Node
from viewflow.workflow.nodes.handle import HandleActivation
from viewflow.workflow.nodes.split import SplitActivation
from viewflow.workflow.nodes.start import StartHandleActivation
from viewflow.workflow.token import Token

from casework.models import Case, Request, Stage
from partners.actor import Actor
from partners.models import Role
from workflows import arrival
from workflows.holders import role_at
from workflows.models import Step

if TYPE_CHECKING:
    from workflows.forms.step_form import StepForm
    from workflows.services.deed import Deed

Holder = Callable[[Case, Request | None], int]
Deeds = Callable[["Deed"], str]
Day = Callable[[Case], date | datetime | None]
Prefill = Callable[[Step, Actor, datetime], dict[str, Any]]


class StartActivation(StartHandleActivation):
    """Begins the process of a case that was recorded just before."""

    def store(self, case: Case, formule_version: Any) -> None:
        """Have a step to keep the report by, before the first step for a person arrives."""
        self.process.case = case
        self.process.formule_version = formule_version
        self.process.save()
        self.task.process = self.process
        self.task.case = case
        self.task.save()


class Start(flow.StartHandle):
    activation_class = StartActivation

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # viewflow is untyped


LOW = 64
"""How high a step is drawn: two lines fit, and the boxes of two rows stay apart."""


class WorkActivation(HandleActivation):
    @classmethod
    def create(
        cls,
        flow_task: "Work",
        prev_activation: Activation,
        token: Token,
        data: Any = None,
        seed: Request | None = None,
    ) -> "WorkActivation":
        """Put the step on the worklist of its holder; `seed` is the request it answers, if any."""
        process = prev_activation.process
        holder_id = flow_task.of(process.case, seed)
        step = Step(  # type: ignore[misc]  # viewflow's fields take nodes and tokens
            process=process,
            case=process.case,
            flow_task=flow_task,
            token=token,
            request=seed,
            holder_id=holder_id,
            role=role_at(holder_id, flow_task.by),
            mandate=flow_task.mandate,
        )
        arrival.arrive(step)
        step.previous.add(prev_activation.task)
        return cls(step)


class Work(flow.Handle):
    """A step that a person in role `by` (see `role_at`) does for the organisation that `of` names.

    `form` is what the step asks; `does` is the service that carries it out and returns the
    outcome, a slug on which the gateways that follow decide. `until` gives the last day, or the
    moment, of a step whose term the case itself sets; `counts_from` the day or moment its term of
    the formule runs from, where that is not its arrival, or that it counts back from. `mandate`
    narrows the role to who bears that mandate. `prefill` gives first answers from what the case
    tells the actor; that is a look, and on record.
    """

    activation_class = WorkActivation
    bpmn_element = "userTask"
    task_type = "HUMAN"
    shape = {
        **flow.Handle.shape,
        "height": LOW,
        "svg": str(flow.Handle.shape["svg"]).replace('height="100"', f'height="{LOW}"'),
    }

    def __init__(
        self,
        title: Any,
        *,
        by: Role,
        of: Holder,
        form: "type[StepForm]",
        does: Deeds,
        stage: Stage,
        until: Day | None = None,
        counts_from: Day | None = None,
        mandate: str = "",
        prefill: Prefill | None = None,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # viewflow is untyped
        self.task_title = title
        self.by = by
        self.of = of
        self.form = form
        self.does = does
        self.stage = stage
        self.until = until
        self.counts_from = counts_from
        self.mandate = mandate
        self.prefill = prefill

    @property
    def recorded_as(self) -> str:
        """The word for this step in the audit trail."""
        return str(self.name)


class FanOutActivation(SplitActivation):
    @Activation.status.super()  # type: ignore[untyped-decorator]  # viewflow is untyped
    def activate(self) -> None:
        """Nothing to choose here: the requests are read when the branches are made."""

    @Activation.status.super()  # type: ignore[untyped-decorator]  # viewflow is untyped
    def create_next(self) -> Iterator[Activation]:
        tokens = Token.split_token_source(self.task.token, self.task.pk)
        node: FanOut = self.flow_task
        items = list(node.items(self))
        if not items:
            yield node.if_none._create(self, self.task.token)
            return
        for item in items:
            yield node.branch._create(self, next(tokens), seed=item)
        yield node.always._create(self, next(tokens))


class FanOut(Node):
    """A branch for each item and one beside them; without items it goes on at once."""

    activation_class = FanOutActivation
    task_type = "PARALLEL_GATEWAY"
    bpmn_element = "parallelGateway"
    shape = flow.Split.shape

    def __init__(self) -> None:
        super().__init__()
        self.branch: Any = None
        self.always: Any = None
        self.if_none: Any = None
        self.items: Any = None

    def ForEach(self, node: Any, items: Any) -> "FanOut":  # noqa: N802  Viewflow's fluent style
        self.branch = node
        self.items = items
        return self

    def Always(self, node: Any) -> "FanOut":  # noqa: N802  Viewflow's fluent style
        self.always = node
        return self

    def IfNone(self, node: Any) -> "FanOut":  # noqa: N802  Viewflow's fluent style
        self.if_none = node
        return self

    def _resolve(self, instance: Any) -> None:
        super()._resolve(instance)
        self.if_none = this.resolve(instance, self.if_none)
        self.branch = this.resolve(instance, self.branch)
        self.always = this.resolve(instance, self.always)
        self.items = this.resolve(instance, self.items)

    def _outgoing(self) -> Iterator[Edge]:
        node: Any = self
        yield Edge(src=node, dst=self.branch, edge_class="default")
        yield Edge(src=node, dst=self.always, edge_class="default")
        yield Edge(src=node, dst=self.if_none, edge_class="cond_false")


def came_to(node: str, *outcomes: str) -> Callable[[Activation], bool]:
    """A condition: the step `node` was last done with one of these outcomes."""

    def condition(activation: Activation) -> bool:
        return activation.process.outcome_of(node) in outcomes

    return condition
