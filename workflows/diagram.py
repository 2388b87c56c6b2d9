"""The picture of a flow: nodes and edges with their places, and what a case has done of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from viewflow.workflow.chart import calc_layout_data
from viewflow.workflow.status import STATUS

from workflows.models import Step
from workflows.nodes import Work

MARGIN = 12


@dataclass(frozen=True)
class Box:
    """`state` is done, current or todo; `shape` is work, gateway or event."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    state: str
    shape: str

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def text(self) -> list[tuple[float, str]]:
        """Each line with its baseline, centred in the box."""
        top = self.middle - (len(self.lines) - 1) * 9 + 4
        return [(top + 18 * place, line) for place, line in enumerate(self.lines)]

    @property
    def points(self) -> str:
        """The corners of a gateway's diamond."""
        right, bottom = self.x + self.width, self.y + self.height
        return (
            f"{self.centre},{self.y} {right},{self.middle} "
            f"{self.centre},{bottom} {self.x},{self.middle}"
        )


@dataclass(frozen=True)
class Diagram:
    width: float
    height: float
    boxes: list[Box]
    edges: list[str]
    now: list[str]


def diagram(flow_class: type[Any], steps: Iterable[Step] = ()) -> Diagram:
    """Lay the flow out; `steps` are those of one case, in whatever order."""
    grid = calc_layout_data(flow_class)
    states = _states(steps)
    boxes = [_box(cell, states.get(cell.node.name, "todo")) for cell in grid.cells]
    return Diagram(
        width=grid.width + MARGIN,
        height=grid.height + MARGIN,
        boxes=boxes,
        edges=[_path(edge.segments) for edge in grid.edges],
        now=[" ".join(box.lines) for box in boxes if box.state == "current"],
    )


def _states(steps: Iterable[Step]) -> dict[str, str]:
    states: dict[str, str] = {}
    for step in steps:
        if step.flow_task is None or step.status == STATUS.CANCELED:
            continue
        name = step.flow_task.name
        if step.is_open:
            states[name] = "current"
        elif step.status == STATUS.DONE:
            states.setdefault(name, "done")
    return states


def _box(cell: Any, state: str) -> Box:
    is_work = isinstance(cell.node, Work)
    lines = _wrapped(str(cell.node.task_title)) if is_work else ()
    shape = "work" if is_work else "gateway" if cell.node.task_type != "END" else "event"
    at = cell.shape
    return Box(at.x, at.y, at.width, at.height, lines, state, shape)


def _wrapped(title: str, longest: int = 17) -> tuple[str, ...]:
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + len(word) >= longest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def _path(segments: list[list[float]]) -> str:
    (x, y), *rest = segments
    return f"M{x} {y}" + "".join(f"L{to_x} {to_y}" for to_x, to_y in rest)
