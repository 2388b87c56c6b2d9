"""Bring cases to a step through the services, in a program under the conditions of the web.

Run as `scene(live, "visit", 3)`: the process of the tests has another database.
"""

import json
import sys
from dataclasses import dataclass
from typing import Any

from casework.models import Case
from config.demo import answers
from config.demo.walk import do, open_step
from partners.acting import acting_as
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast
from tests.live import Live

PROGRAM = "import django; django.setup(); from tests.faults.scenes import main; main()"
HANDS = ("police", "coordinator", "mayor", "grid", "landlord")


@dataclass(frozen=True)
class Scene:
    """`path` leads to the step; in a round of advice, by who has to answer."""

    case_id: int
    reference: str
    paths: dict[str, str]
    answers: dict[str, Any]

    @property
    def path(self) -> str:
        (path,) = self.paths.values()
        return path


def scenes(live: Live, node: str, times: int = 1) -> list[Scene]:
    return [Scene(**one) for one in json.loads(live.run("-c", PROGRAM, node, str(times)))]


def main() -> None:
    node, times = sys.argv[1], int(sys.argv[2])
    json.dump([_scene(Cast(), node) for _ in range(times)], sys.stdout)


def _scene(cast: Cast, node: str) -> dict[str, Any]:
    case = a_case(cast, at=node)
    if node == "answer":
        do(case, node, cast.prosecutor, answers.answer_of_prosecutor())
    hands = {name: getattr(cast, name) for name in HANDS}
    found = {name: _path(case, node, actor) for name, actor in hands.items()}
    return {
        "case_id": case.pk,
        "reference": case.reference,
        "paths": {name: path for name, path in found.items() if path},
        "answers": getattr(answers, node)(),
    }


def _path(case: Case, node: str, actor: Actor) -> str:
    try:
        with acting_as(actor):
            return f"/taken/{open_step(case, node, actor).pk}"
    except LookupError:
        return ""
