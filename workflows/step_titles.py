"""Tell the throughput pages what the themes and steps are called, in the order of each flow."""

from collections import deque
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
    """From the start on, nearest first."""
    found, waiting = [], deque([flow.node("start")])
    while waiting:
        node = waiting.popleft()
        if node not in found:
            found.append(node)
            waiting.extend(edge.dst for edge in node._outgoing())
    return found
