"""What the tests of the set-up share."""

from pathlib import Path

import pytest

from config.embedded.state import State


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "state.json")
