"""The names of Viewflow that are not public and on which workflows/nodes.py and its kin lean.

The version is pinned; when one of these fails after an upgrade, nodes.py is where to look.
"""

import inspect
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest
from viewflow import this
from viewflow.workflow import chart, flow
from viewflow.workflow.activation import Activation
from viewflow.workflow.base import Edge, Node
from viewflow.workflow.nodes.handle import HandleActivation
from viewflow.workflow.nodes.split import SplitActivation
from viewflow.workflow.nodes.start import StartHandleActivation
from viewflow.workflow.token import Token

SIGNATURES: tuple[tuple[Callable[..., Any], list[str]], ...] = (
    (Activation.create, ["flow_task", "prev_activation", "token", "data", "seed"]),
    (Node._create, ["self", "prev_activation", "token", "data", "seed"]),
    (Node._resolve, ["self", "instance"]),
    (Node._outgoing, ["self"]),
    (Node._incoming, ["self"]),
    (Token.split_token_source, ["prev_token", "task_pk"]),
    (this.resolve, ["instance", "this_ref"]),
    (flow.Join.__init__, ["self", "continue_on_condition"]),
    (chart.grid_to_svg, ["grid"]),
    (chart.grid_to_bpmn, ["grid"]),
)


def test_the_version_is_the_one_that_was_read() -> None:
    assert version("django-viewflow") == "2.4.0"


@pytest.mark.parametrize(("name", "wanted"), SIGNATURES)
def test_a_name_takes_what_we_give_it(name: Callable[..., Any], wanted: list[str]) -> None:
    given = [one for one in inspect.signature(name).parameters if one not in ("args", "kwargs")]
    assert given[: len(wanted)] == wanted


def test_a_transition_can_be_overridden_with_its_status_kept() -> None:
    assert callable(Activation.status.super)
    for kind, names in (
        (HandleActivation, ["run", "execute", "create_next"]),
        (StartHandleActivation, ["execute"]),
        (SplitActivation, ["activate", "create_next"]),
    ):
        assert [name for name in names if not hasattr(kind, name)] == []


def test_a_token_is_split_into_as_many_as_one_takes() -> None:
    tokens = Token.split_token_source("start", 7)
    assert [str(next(tokens)) for _branch in range(3)] == ["start/7_1", "start/7_2", "start/7_3"]


def test_an_edge_has_both_its_ends_and_its_kind() -> None:
    edge = Edge(src="a", dst="b", edge_class="cond_false")
    assert (edge.src, edge.dst, edge.edge_class) == ("a", "b", "cond_false")
