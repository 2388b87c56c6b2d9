"""Tell the throughput pages what the themes and steps are called, in the order of each flow."""

from typing import Any

from casework.throughput import labels
from workflows.flows import FLOWS
from workflows.nodes import Work


def register_titles() -> None:
    for theme, flow_class in FLOWS.items():
        labels.register_theme(theme, flow_class.process_title)
        for node in _in_order(flow_class.instance):
            if isinstance(node, Work):
                labels.register(theme, node.name, node.task_title)


def _in_order(flow: Any) -> list[Any]:
    """Each node before those it leads to, except where the path turns back."""
    seen: set[Any] = set()
    found: list[Any] = []

    def visit(node: Any) -> None:
        if node not in seen:
            seen.add(node)
            for edge in reversed(list(node._outgoing())):
                visit(edge.dst)
            found.append(node)

    visit(flow.node("start"))
    return found[::-1]
