"""A second opinion on the walls, by a prover that others wrote: https://github.com/pgrls/pgrls.

It follows plain conditions, and no subquery: of those it says that it cannot tell, and
test_tables_and_policies.py proves them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from config.database_roles import with_database
from tests.proof.exceptions import OPEN_POLICIES
from tests.proof.test_tables_and_policies import ACTOR

pytestmark = pytest.mark.django_db

RULES = Path(__file__).with_name("pgrls.toml")


def pgrls(*arguments: str) -> subprocess.CompletedProcess[str]:
    """As the owner, who may read the whole catalogue."""
    database = str(connection.settings_dict["NAME"])
    url = with_database(os.environ["DATABASE_URL"], database)
    return subprocess.run(
        [sys.executable, "-c", "from pgrls.cli import main; main()", *arguments],
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
    )


def verified(mode: str) -> dict[str, Any]:
    known = [part for name in sorted(ACTOR) for part in ("--auth-function", name)]
    done = pgrls("verify", "--schemas", "public", "--mode", mode, "--format", "json", *known)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_it_finds_nothing_to_warn_of() -> None:
    done = pgrls("lint", "--config", str(RULES))
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_proves_that_nobody_reads_what_hangs_on_the_actor_alone() -> None:
    tables = verified("anon")["tables"]
    verdicts = {one["table"].removeprefix("public."): one["verdict"] for one in tables}
    leaking = {table for table, verdict in verdicts.items() if verdict == "leak"}
    assert leaking <= {table for table, _policy in OPEN_POLICIES}
    proven = {table for table, verdict in verdicts.items() if verdict == "isolated"}
    assert proven >= {
        "audit_trailentry",
        "notifications_notification",
        "casework_submission",
        "casework_throughput_kept",
    }


def test_it_knows_no_view_that_hands_out_what_a_wall_withholds() -> None:
    assert "leak" not in json.dumps(verified("reachability")["tables"])
