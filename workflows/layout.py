"""Where the steps of a flow stand in its picture: rows from top to bottom, gateways left out."""

from dataclasses import dataclass, field
from typing import Any

from viewflow.workflow import flow
from viewflow.workflow.base import Node

from workflows.nodes import Start, Work

SHOWN = (Start, Work, flow.End)


@dataclass
class Layout:
    """`rows` holds the shown nodes from the start down; `back` the edges that return upwards."""

    rows: list[list[Node]] = field(default_factory=list)
    edges: list[tuple[Node, Node]] = field(default_factory=list)
    back: list[tuple[Node, Node]] = field(default_factory=list)


def layout(flow_class: type[Any]) -> Layout:
    """Each step stands one row below the lowest that leads to it."""
    start = flow_class.instance.node("start")
    forward, back = _edges_from(start)
    depth = _depths(start, forward)
    rows: list[list[Node]] = [[] for _row in range(max(depth.values()) + 1)]
    for node in depth:
        rows[depth[node]].append(node)
    _untangle(rows, forward)
    return Layout(rows, forward, back)


def _followers(node: Node) -> list[Node]:
    """The shown nodes that come next, past gateways, nearest first."""
    found: list[Node] = []
    waiting: list[Any] = [edge.dst for edge in node._outgoing()]
    passed: set[Node] = set()
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, SHOWN):
            if one not in found:
                found.append(one)
        elif one not in passed:
            passed.add(one)
            waiting.extend(edge.dst for edge in one._outgoing())
    return found


def _edges_from(start: Node) -> tuple[list[tuple[Node, Node]], list[tuple[Node, Node]]]:
    """All edges, those that close a circle apart."""
    forward: list[tuple[Node, Node]] = []
    back: list[tuple[Node, Node]] = []
    above: list[Node] = []
    seen: set[Node] = set()

    def visit(node: Node) -> None:
        seen.add(node)
        above.append(node)
        for one in _followers(node):
            (back if one in above else forward).append((node, one))
            if one not in seen:
                visit(one)
        above.pop()

    visit(start)
    return forward, back


def _depths(start: Node, edges: list[tuple[Node, Node]]) -> dict[Node, int]:
    depth = {start: 0}
    changed = True
    while changed:
        changed = False
        for upper, lower in edges:
            if upper in depth and depth.get(lower, -1) <= depth[upper]:
                depth[lower] = depth[upper] + 1
                changed = True
    return depth


def _untangle(rows: list[list[Node]], edges: list[tuple[Node, Node]]) -> None:
    """Put each row in the order of the places above it, so that few lines cross."""
    place: dict[Node, float] = {}
    for row in rows:
        row.sort(key=lambda node: _mean([place[a] for a, b in edges if b is node and a in place]))
        for number, node in enumerate(row):
            place[node] = number - (len(row) - 1) / 2


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
