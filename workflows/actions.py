"""What the audit trail can tell of the steps: an action for each, named after its node."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register
from workflows.nodes import Work


def step_done(node: str) -> str:
    """The name of the action that does this step."""
    return f"step.{node}"


def register_steps(flows: list[type[Any]]) -> None:
    """Nodes that regimes share are one action."""
    titles = {
        node.name: node.task_title
        for flow in flows
        for node in flow.instance.nodes()
        if isinstance(node, Work)
    }
    for name, title in titles.items():
        register(step_done(name), format_lazy(_("rondde de taak “{task}” af"), task=title))
