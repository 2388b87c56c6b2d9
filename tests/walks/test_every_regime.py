"""Every regime, walked at random: one owner, no step skipped, no dead end, no false decision.

`WALKS=nightly` walks at least ten thousand steps.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.walks.machine import Walk
from workflows.flows import FLOWS

IS_NIGHTLY = os.environ.get("WALKS") == "nightly"
STEPS = 50 if IS_NIGHTLY else 20
WALKS = 1 + 10_000 // STEPS // len(FLOWS) if IS_NIGHTLY else 3


@pytest.mark.slow
@pytest.mark.parametrize("theme", FLOWS)
def test_a_regime_holds_whatever_its_people_do(theme: str, db: None) -> None:
    class WalkOfTheme(Walk):
        themes = (theme,)

    run_state_machine_as_test(
        WalkOfTheme,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not IS_NIGHTLY,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        ),
    )
