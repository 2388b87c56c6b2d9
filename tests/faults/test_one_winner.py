"""However many complete a task at once: one does it, the rest hear who did, and when."""

import os
import re
import subprocess
import sys

import pytest

from config.database_roles import Connection
from config.demo.accounts import DOMAIN
from tests.faults.at_once import at_once, statuses
from tests.faults.scenes import Scene, scenes
from tests.faults.visitor import Visitor
from tests.live import ROOT, Live

pytestmark = pytest.mark.slow

CROWD = 200
WHO_AND_WHEN = r"al afgerond door Demo liaison [12] politie \(.+\) op \d+ \w+ \d{4} \d\d:\d\d"


def entries_of(owner: Connection, scene: Scene, action: str) -> int:
    query = "SELECT FROM audit_entry WHERE case_reference = %s AND action = %s AND result = 'ok'"
    return owner.execute(query, [scene.reference, action]).rowcount


def contributions_of(owner: Connection, scene: Scene, kind: str) -> int:
    query = "SELECT FROM casework_contribution WHERE case_id = %s AND kind = %s"
    return owner.execute(query, [scene.case_id, kind]).rowcount


def open_steps(owner: Connection, scene: Scene, node: str) -> int:
    query = "SELECT FROM workflows_step WHERE case_id = %s AND split_part(flow_task, '.', -1) = %s"
    return owner.execute(query, [scene.case_id, node]).rowcount


def assert_done_once(owner: Connection, scene: Scene) -> None:
    assert entries_of(owner, scene, "step.visit") == 1
    assert contributions_of(owner, scene, "visit") == 1
    assert open_steps(owner, scene, "report") == 1


def test_two_hundred_browsers_complete_one_task_and_one_wins(live: Live, owner: Connection) -> None:
    (scene,) = scenes(live, "visit")
    people = [Visitor(live.url, f"liaison{one}.politie").comes_in() for one in (1, 2)]

    answers = at_once([(people[n % 2], scene.path, scene.answers) for n in range(CROWD)])

    assert statuses(answers) == {302: 1, 409: CROWD - 1}
    for loser in answers:
        if loser.status == 409:
            assert re.search(WHO_AND_WHEN, loser.text), loser.text[:2000]
    assert_done_once(owner, scene)


def test_two_hundred_systems_complete_one_task_and_one_wins(live: Live, owner: Connection) -> None:
    (scene,) = scenes(live, "visit")
    systems = [Visitor(live.url, "", key=key_of(live, f"liaison{one}.politie")) for one in (1, 2)]
    path = f"/api/v1{scene.path}/_voltooien"

    answers = at_once([(systems[n % 2], path, scene.answers) for n in range(CROWD)])

    assert statuses(answers) == {200: 1, 409: CROWD - 1}
    for loser in answers:
        if loser.status == 409:
            assert loser.media_type == "application/problem+json"
            assert re.search(WHO_AND_WHEN, loser.json["detail"]), loser.text
    assert_done_once(owner, scene)


def test_the_mayor_decides_in_two_browsers_and_clicks_twice_in_each(
    live: Live, owner: Connection
) -> None:
    (scene,) = scenes(live, "decide")
    browsers = [Visitor(live.url, "burgemeester.oss").comes_in() for _ in range(2)]
    query = "SELECT FROM casework_decision WHERE case_id = %s"
    before = owner.execute(query, [scene.case_id]).rowcount

    answers = at_once([(browser, scene.path, scene.answers) for browser in browsers * 2])

    assert statuses(answers) == {302: 1, 409: 3}
    assert owner.execute(query, [scene.case_id]).rowcount == before + 1
    assert entries_of(owner, scene, "step.decide") == 1
    assert open_steps(owner, scene, "close_premises") == 1


def key_of(live: Live, login: str) -> str:
    """Keys are made by an administrator, with the login that owns the database."""
    as_owner = {"DATABASE_URL": live.database_url_owner}
    made = subprocess.run(
        [
            *(sys.executable, "manage.py", "create_api_token", "--vervang"),
            *(f"{login}@{DOMAIN}", "PE-OOST-BRABANT", "liaison"),
        ],
        cwd=ROOT,
        env={**os.environ, **live.environ, **as_owner},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return made.stdout.strip()
