"""Every flow is a closed, complete graph, and its formule speaks of what is there."""

import ast
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from casework.models import Request, Stage
from partners.models import Ground, Kind, Role
from workflows.flows import FLOWS
from workflows.forms.step_form import StepForm
from workflows.formules.formule import Formule
from workflows.lock import waiting_lock
from workflows.models import CaseProcess, Step
from workflows.nodes import FanOut, Start, Work

every_flow = pytest.mark.parametrize("theme", FLOWS)


def nodes(theme: str) -> list[Any]:
    return list(FLOWS[theme].instance.nodes())


def formules(theme: str) -> list[Formule]:
    """All versions that came with the product: a running case stays on the one it began with."""
    folder = Path(settings.BASE_DIR) / "workflows" / "formules"
    return [Formule.read(json.loads(one.read_text())) for one in folder.glob(f"{theme}_*.json")]


@every_flow
def test_the_graph_is_closed(theme: str) -> None:
    """A node left unwired by an overlay leads into the spine's own copy, without any error."""
    own = set(nodes(theme))
    for node in own:
        for edge in node._outgoing():
            assert edge.dst in own, f"{node.name} leads to {edge.dst}, which is of another flow"
            assert edge.dst.flow_class is FLOWS[theme]
        assert not getattr(node, "_boundary_events", []), f"{node.name} shares its events"


@every_flow
def test_each_node_is_on_a_way_from_the_start_to_an_end(theme: str) -> None:
    edges = [(edge.src, edge.dst) for node in nodes(theme) for edge in node._outgoing()]
    starts = {node for node in nodes(theme) if isinstance(node, Start)}
    ends = {node for node in nodes(theme) if node.task_type == "END"}
    back = [(after, before) for before, after in edges]
    assert len(starts) == 1
    assert reached(starts, edges) == set(nodes(theme))
    assert reached(ends, back) == set(nodes(theme))


def reached(seeds: set[Any], edges: list[tuple[Any, Any]]) -> set[Any]:
    found, fresh = set(seeds), set(seeds)
    while fresh:
        fresh = {after for before, after in edges if before in fresh} - found
        found |= fresh
    return found


@every_flow
def test_each_flow_has_our_models_and_the_lock_that_waits(theme: str) -> None:
    flow_class = FLOWS[theme]
    assert flow_class.process_class is CaseProcess
    assert flow_class.task_class is Step
    assert flow_class.lock_impl is waiting_lock


@every_flow
def test_each_step_for_a_person_has_all_it_needs(theme: str) -> None:
    for node in nodes(theme):
        if node.task_type == "HUMAN":
            assert isinstance(node, Work), f"{node.name} is a step of Viewflow's own"
            assert issubclass(node.form, StepForm), node.name
            assert callable(node.does), node.name
            assert callable(node.of), node.name
            assert node.by in Role.values, node.name
            assert node.stage in Stage.values, node.name
            assert str(node.task_title), node.name
        else:
            assert not isinstance(node, Work), node.name


@every_flow
def test_stages_follow_the_order_of_the_spine_but_for_ways_back(theme: str) -> None:
    """So that the row of stages on the case page fills from left to right."""
    order = list(Stage)
    for node in nodes(theme):
        for after in next_steps(node) if isinstance(node, Work) else ():
            is_back = reached({after}, all_edges(theme)) >= {node}
            assert is_back or order.index(after.stage) >= order.index(node.stage), (
                f"{after.name} comes after {node.name}"
            )


def all_edges(theme: str) -> list[tuple[Any, Any]]:
    return [(edge.src, edge.dst) for node in nodes(theme) for edge in node._outgoing()]


def next_steps(node: Any) -> Iterator[Work]:
    for edge in node._outgoing():
        if isinstance(edge.dst, Work):
            yield edge.dst
        else:
            yield from next_steps(edge.dst)


@every_flow
def test_a_fan_out_names_its_branches(theme: str) -> None:
    for node in nodes(theme):
        if isinstance(node, FanOut):
            assert None not in (node.branch, node.always, node.if_none, node.items), node.name


@every_flow
def test_each_term_of_a_formule_names_a_step_and_its_source(theme: str) -> None:
    steps = {node.name: node for node in nodes(theme) if isinstance(node, Work)}
    for formule in formules(theme):
        assert set(formule.terms) <= set(steps)
        assert all(term.source for term in formule.terms.values())
        without = set(steps) - set(formule.terms)
        brings_its_own = {name for name, one in steps.items() if one.until or name == "answer"}
        assert without == brings_its_own, "a step without a term is never overdue"


@every_flow
def test_each_theme_has_a_formule_that_asks_what_exists(theme: str) -> None:
    assert formules(theme), f"no formule for {theme}"
    for formule in formules(theme):
        for partner in formule.partners:
            assert partner.kind in Kind.values
            assert partner.request in Request.Kind.values
            assert partner.question
        assert formule.indicators, "a case without indicators cannot be evaluated"


@every_flow
def test_each_sharing_goes_to_a_part_or_a_kind_on_grounds_in_force(theme: str, db: None) -> None:
    in_force = set(Ground.objects.in_force(timezone.localdate()).values_list("code", flat=True))
    for formule in formules(theme):
        for sharing in formule.sharings:
            assert {sharing.sender_ground, sharing.receiver_ground} <= in_force, sharing.thing
            assert sharing.to in {"lead", "asked", "reporter", *Kind.values}, sharing.thing
            assert sharing.purpose, sharing.thing
            assert sharing.necessity, sharing.thing


@every_flow
def test_each_thing_that_a_formule_shares_is_shared_by_a_step_and_the_other_way_round(
    theme: str,
) -> None:
    """A name that the formule does not know shares nothing, and nobody would notice."""
    announced = {
        name for node in nodes(theme) if isinstance(node, Work) for name in node.form.shares
    } | set(FLOWS[theme].begins_with.shares)
    given = given_to_share(theme)
    for formule in formules(theme):
        known = {sharing.thing for sharing in formule.sharings}
        assert given <= known, "a step shares what the formule does not know"
        assert announced <= known, "a page announces what is not shared"
        assert known <= given | announced | chosen_by_forms(theme), "no step shares this"


def given_to_share(theme: str) -> set[str]:
    """The names that the services of its steps give to `share`, one by one or in a loop."""
    found: set[str] = set()
    for node in nodes(theme):
        if isinstance(node, Work):
            module = ast.parse(Path(inspect.getfile(node.does)).read_text())
            for function in _with_what_it_calls(node.does.__name__, module):
                found |= _shared_in(function)
    return found


def _with_what_it_calls(name: str, module: ast.Module) -> list[ast.FunctionDef]:
    """The function of that name, and those of the same module that it leads to."""
    functions = {one.name: one for one in module.body if isinstance(one, ast.FunctionDef)}
    found, fresh = {name}, {name}
    while fresh:
        called = {
            call.func.id
            for one in fresh
            for call in ast.walk(functions[one])
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        }
        fresh = (called & set(functions)) - found
        found |= fresh
    return [functions[one] for one in found]


def _shared_in(function: ast.FunctionDef) -> set[str]:
    loops = {
        loop.target.id: {one.value for one in loop.iter.elts if isinstance(one, ast.Constant)}
        for loop in ast.walk(function)
        if isinstance(loop, ast.For)
        and isinstance(loop.target, ast.Name)
        and isinstance(loop.iter, ast.Tuple)
    }
    found: set[Any] = set()
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "share":
            name = call.args[2]
            if isinstance(name, ast.Constant):
                found.add(name.value)
            elif isinstance(name, ast.Name):
                found |= loops[name.id]
    return {str(name) for name in found}


def chosen_by_forms(theme: str) -> set[str]:
    """Where the answer decides what is shared: "answer", and an answer under each own law."""
    kinds = {partner.kind for formule in formules(theme) for partner in formule.partners}
    return {"answer", *(f"answer_{kind}" for kind in kinds)}
