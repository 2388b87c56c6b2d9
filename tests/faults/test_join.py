"""The last two answers of a round of advice at the same instant: the round is over once."""

import pytest

from config.database_roles import Connection
from tests.faults.at_once import at_once, statuses
from tests.faults.scenes import scenes
from tests.faults.visitor import Visitor
from tests.live import Live

pytestmark = pytest.mark.slow

ROUNDS = 30
LOGINS = {"grid": "liaison.netbeheerder", "landlord": "liaison.corporatie"}


def test_the_last_two_answers_at_one_instant_bring_the_case_on_once(
    live: Live, owner: Connection
) -> None:
    partners = {name: Visitor(live.url, login).comes_in() for name, login in LOGINS.items()}
    for scene in scenes(live, "answer", ROUNDS):
        answers = at_once(
            [(partners[name], path, scene.answers) for name, path in scene.paths.items()]
        )
        assert statuses(answers) == {302: 2}, scene
        steps = owner.execute(
            """SELECT split_part(flow_task, '.', -1), status, count(*) FROM workflows_step
               WHERE case_id = %s AND split_part(flow_task, '.', -1) IN
                   ('answer', 'close_round', 'round_over', 'urgency') GROUP BY 1, 2 ORDER BY 1""",
            [scene.case_id],
        ).fetchall()
        assert steps == [
            ("answer", "DONE", 3),
            ("close_round", "CANCELED", 1),
            ("round_over", "DONE", 1),
            ("urgency", "NEW", 1),
        ], scene
