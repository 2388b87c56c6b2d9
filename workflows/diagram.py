"""The picture of a flow, with what a case has done of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from viewflow.workflow.base import Node
from viewflow.workflow.status import STATUS

from workflows.layout import Layout, layout
from workflows.models import Step
from workflows.nodes import Work

WIDTH, HEIGHT = 168, 44
COLUMN, ROW = 204, 76
LANE = 12
RADIUS = 11


@dataclass(frozen=True)
class Box:
    """`x` and `y` are the centre; `state` is done, current or todo. An end has no lines."""

    x: float
    y: float
    lines: tuple[str, ...]
    state: str

    @property
    def left(self) -> float:
        return self.x - WIDTH / 2

    @property
    def top(self) -> float:
        return self.y - (HEIGHT / 2 if self.lines else RADIUS)

    @property
    def bottom(self) -> float:
        return self.y + (HEIGHT / 2 if self.lines else RADIUS)

    def side(self, lane: float) -> float:
        """The edge of the box on the side of that lane."""
        half = WIDTH / 2 if self.lines else RADIUS
        return self.x + half if lane > self.x else self.x - half

    @property
    def text(self) -> list[tuple[float, str]]:
        """Each line with its baseline."""
        first = self.y + 4 - (len(self.lines) - 1) * 8
        return [(first + 16 * number, line) for number, line in enumerate(self.lines)]


@dataclass(frozen=True)
class Diagram:
    """`left` is where the picture begins: lanes for the edges back lie left of zero."""

    left: float
    width: float
    height: float
    boxes: list[Box]
    edges: list[str]
    now: list[str]


def diagram(flow_class: type[Any], steps: Iterable[Step] = ()) -> Diagram:
    """`steps` are those of one case, in whatever order."""
    plan = layout(flow_class)
    right = max(len(row) for row in plan.rows) * COLUMN
    boxes = _boxes(plan, right / 2, _states(steps))
    rows = {node: number for number, row in enumerate(plan.rows) for node in row}
    near = [(a, b) for a, b in plan.edges if rows[b] == rows[a] + 1]
    far = [edge for edge in plan.edges if edge not in near]
    edges = [
        *(_down(boxes[a], boxes[b]) for a, b in near),
        *(_around(boxes[a], boxes[b], right + LANE * n) for n, (a, b) in enumerate(far, 1)),
        *(_around(boxes[a], boxes[b], -LANE * n) for n, (a, b) in enumerate(plan.back, 1)),
    ]
    left = -LANE * (len(plan.back) + 1)
    return Diagram(
        left=left,
        width=right + LANE * (len(far) + 1) - left,
        height=ROW * len(plan.rows),
        boxes=list(boxes.values()),
        edges=edges,
        now=[" ".join(box.lines) for box in boxes.values() if box.state == "current"],
    )


def _boxes(plan: Layout, middle: float, states: dict[str, str]) -> dict[Node, Box]:
    return {
        node: Box(
            x=middle + (number - (len(row) - 1) / 2) * COLUMN,
            y=ROW * (depth + 0.5),
            lines=_wrapped(str(node.task_title)) if isinstance(node, Work) else (),
            state=states.get(node.name, "todo"),
        )
        for depth, row in enumerate(plan.rows)
        for number, node in enumerate(row)
    }


def _states(steps: Iterable[Step]) -> dict[str, str]:
    states: dict[str, str] = {}
    for step in steps:
        if step.flow_task is None or step.status == STATUS.CANCELED:
            continue
        if step.is_open:
            states[step.flow_task.name] = "current"
        elif step.status == STATUS.DONE:
            states.setdefault(step.flow_task.name, "done")
    return states


def _down(upper: Box, lower: Box) -> str:
    """To the next row, with a bend halfway where they do not stand below each other."""
    bend = upper.bottom + (lower.top - upper.bottom) / 2
    return f"M{upper.x} {upper.bottom}V{bend}H{lower.x}V{lower.top}"


def _around(start: Box, end: Box, lane: float) -> str:
    """Along a lane beside all boxes: past rows that lie between, or back up."""
    out, into = start.side(lane), end.side(lane)
    return f"M{out} {start.y}H{lane}V{end.y}H{into}"


def _wrapped(title: str, longest: int = 22) -> tuple[str, ...]:
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + len(word) >= longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
