"""A step that a newer version of its flow lost: the case waits, and the lead moves it on."""

import copy
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from viewflow.workflow.activation import Activation
from viewflow.workflow.base import Edge

from casework.models import Stage
from partners.models import Role
from workflows.forms.parked import MoveOnForm
from workflows.holders import lead
from workflows.nodes import Work, WorkActivation
from workflows.services import parked

PARKED = "parked"


class ParkedActivation(WorkActivation):
    def create_next(self) -> Iterator[Activation]:
        """To the step that was chosen, on the same branch."""
        target = self.task.flow_task.flow_class.instance.node(self.task.outcome)
        yield target._create(self, self.task.token)


class Parked(Work):
    """Stands in for a node that is gone, under its old name."""

    activation_class = ParkedActivation

    def __init__(self) -> None:
        super().__init__(
            _("Geparkeerd: deze stap bestaat niet meer"),
            by=Role.COORDINATOR,
            of=lead,
            form=MoveOnForm,
            does=parked.move_on,
            stage=Stage.INTAKE,
        )

    @property
    def recorded_as(self) -> str:
        """A name that is gone says nothing in a trail."""
        return PARKED

    def create_node(self, name: str, flow_class: type[Any]) -> "Parked":
        node = copy.copy(self)
        node.name = name
        node.flow_class = flow_class
        return node

    def _outgoing(self) -> Iterator[Edge]:
        """Anywhere, as the lead chooses: no edge of the picture."""
        return iter(())


class KeepsLostSteps:
    """Left of viewflow's Flow: a name that no node has any more answers with a parked step."""

    def node(self, name: str, no_obsolete: bool = False) -> Any:
        found = super().node(name, no_obsolete=True)  # type: ignore[misc]  # of Flow, to the right
        if found is None and not no_obsolete:
            return Parked().create_node(name, flow_class=type(self))
        return found
