"""A BPMN tool opens each drawing whole: `bpmn-moddle` reads for bpmn.io and what is built on it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from config.management.commands.draw_flows import ANSWERS, FOLDER
from frontend.build import MODULES, node_command
from workflows.flows import FLOWS
from workflows.nodes import Work

READER = Path(__file__).parent / "read_bpmn.mjs"


@pytest.fixture(scope="module")
def opened() -> dict[str, Any]:
    """By theme, what the tool saw."""
    files = [FOLDER / f"{theme}.bpmn" for theme in FLOWS]
    module = MODULES / "bpmn-moddle" / "dist" / "index.js"
    answer = subprocess.run(
        [*node_command(), str(READER), str(module), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return dict(zip(FLOWS, json.loads(answer.stdout), strict=True))


@pytest.mark.parametrize("theme", FLOWS)
def test_a_tool_opens_the_drawing_without_a_warning(theme: str, opened: dict[str, Any]) -> None:
    seen = opened[theme]
    assert (seen["warnings"], seen["unread"]) == ([], 0)


@pytest.mark.parametrize("theme", FLOWS)
def test_each_node_and_each_line_has_its_place(theme: str, opened: dict[str, Any]) -> None:
    seen = opened[theme]
    assert sorted(seen["drawn"]) == sorted(seen["elements"])
    names = {node.name for node in FLOWS[theme].instance.nodes()}
    assert {f"id_node_{name}" for name in names} <= set(seen["elements"])


@pytest.mark.parametrize("theme", FLOWS)
def test_it_names_the_steps_as_people_do_and_nothing_else(
    theme: str, opened: dict[str, Any]
) -> None:
    steps = [node for node in FLOWS[theme].instance.nodes() if isinstance(node, Work)]
    assert sorted(opened[theme]["titles"]) == sorted(str(node.task_title) for node in steps)
    assert set(opened[theme]["answers"]) <= set(ANSWERS.values())
