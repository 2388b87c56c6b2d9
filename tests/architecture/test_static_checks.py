"""Layers and types hold in every run of the tests, not only where `make check` runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_layers_hold() -> None:
    from_root = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    assert_passes([sys.executable, "-c", from_root])


@pytest.mark.slow
def test_the_types_hold() -> None:
    assert_passes([sys.executable, "-m", "mypy", "."])


def assert_passes(command: list[str]) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"DEBUG": "0"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
