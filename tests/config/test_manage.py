"""manage.py by hand: with any Python, and with nothing set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import beside
from tests.config.test_launch import GIVEN, ROOT

TERM = ("manage.py", "termijn", "--start", "2026-04-04", "--lengte", "6w", "--wettelijk")


def test_a_python_without_our_packages_goes_on_with_the_one_that_has_them() -> None:
    environ = {name: value for name, value in os.environ.items() if name not in GIVEN}
    said = subprocess.run(
        [Path(sys.base_prefix) / "bin/python3", "-S", *TERM],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines()[-1] == "2026-05-18"


def test_what_a_command_needs_is_kept_and_nothing_else_that_was_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(beside, "RECORD", tmp_path / "environ.json")
    given = {"DATABASE_URL": "postgresql://admin@x/y", "HOME": "/somewhere"}
    beside.tell({**given, "DEMO": "1"}, given)
    assert beside.environ_here() == {"DATABASE_URL": "postgresql://admin@x/y", "DEMO": "1"}
    beside.forget()
    assert beside.environ_here() == {}
