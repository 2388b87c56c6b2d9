"""Nothing grows so long that nobody reads it: split by noun, not by kind."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = ("casework", "config", "frontend", "notifications", "partners", "workflows")
FILE, FUNCTION, TEMPLATE, TEST = 300, 50, 120, 400
DRAWERS = ("utils.py", "util.py", "helpers.py", "helper.py", "misc.py", "common.py", "managers.py")


def sources(*folders: str, suffix: str = "*.py") -> Iterator[Path]:
    for folder in folders:
        for path in (ROOT / folder).rglob(suffix):
            if not {"migrations", "node_modules", "__pycache__"} & set(path.parts):
                yield path


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def too_long(paths: Iterator[Path], most: int) -> dict[str, int]:
    return {str(path.relative_to(ROOT)): lines(path) for path in paths if lines(path) > most}


def test_no_file_is_longer_than_it_can_be_read() -> None:
    assert too_long(sources(*APPS, "bench"), FILE) == {}


def test_no_test_file_is() -> None:
    assert too_long(sources("tests"), TEST) == {}


@pytest.mark.parametrize("suffix", ["*.html", "*.txt", "*.svg"])
def test_no_template_is(suffix: str) -> None:
    templates = (path for path in sources(*APPS, suffix=suffix) if "templates" in path.parts)
    assert too_long(templates, TEMPLATE) == {}


def test_no_function_is() -> None:
    """But for journeys: a regime from report to reopening is told in one breath."""
    found = {}
    for path in sources(*APPS, "bench", "tests"):
        if "journeys" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION:
                    found[f"{path.relative_to(ROOT)}:{node.name}"] = length
    assert found == {}


def test_there_is_no_drawer_for_everything() -> None:
    assert [path for path in sources(*APPS, "bench", "tests") if path.name in DRAWERS] == []


def test_each_module_says_in_one_sentence_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources(*APPS, "bench")
        if path.read_text().strip() and ast.get_docstring(ast.parse(path.read_text())) is None
    ]
    assert silent == []
