"""What the flow of a theme offers a formule: its steps, and what these share."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from partners.models import Kind, Role
from workflows.flows import FLOWS, flow_of
from workflows.forms.sharing_fields import SharingFields
from workflows.nodes import Work

SHIPPED = Path(__file__).resolve().parent


@dataclass(frozen=True)
class StepOfTheme:
    """`holder` is the function of workflows.holders that tells whose step it is."""

    name: str
    title: Any
    role: Role
    holder: str
    needs_term: bool
    shares: tuple[str, ...]


@cache
def steps_of(theme: str) -> dict[str, StepOfTheme]:
    """A request, and a day that the case itself sets, bring a term of their own."""
    return {
        node.name: StepOfTheme(
            name=node.name,
            title=node.task_title,
            role=Role(node.by),
            holder=node.of.__name__,
            needs_term=node.of.__name__ != "asked" and node.until is None,
            shares=tuple(node.form.shares),
        )
        for node in flow_of(theme).instance.nodes()
        if isinstance(node, Work)
    }


@cache
def things_of(theme: str) -> frozenset[str]:
    """What steps announce, and what the examples that came with the product share."""
    announced = {thing for step in steps_of(theme).values() for thing in step.shares}
    known = {one["thing"] for content in shipped(theme) for one in content["sharings"]}
    return frozenset(announced | known)


def answers_needed(theme: str, kinds: set[str]) -> frozenset[str]:
    """What a form asks the ground for when it shares it: such a step cannot be shown without."""
    forms = [node.form for node in flow_of(theme).instance.nodes() if isinstance(node, Work)]
    needed = {form.shares[0] for form in forms if issubclass(form, SharingFields) and form.shares}
    if "answer" in needed and not kinds - {Kind.OM}:
        needed.discard("answer")
    if Kind.OM in kinds and "answer_om" in things_of(theme):
        needed.add("answer_om")
    return frozenset(needed)


def shipped(theme: str) -> list[dict[str, Any]]:
    return [json.loads(path.read_text()) for path in sorted(SHIPPED.glob(f"{theme}_*.json"))]


def shipped_themes() -> list[str]:
    return [theme for theme in FLOWS if any(SHIPPED.glob(f"{theme}_*.json"))]
