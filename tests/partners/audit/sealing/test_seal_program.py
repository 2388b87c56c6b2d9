"""`manage.py seal` as it runs: within two seconds, and sound after every kill."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import pytest
from django.db import connection

from config.database_roles import Connection, connect
from config.embedded.processes import wait_until
from config.programs import ROOT
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.conftest import SECRET
from tests.partners.audit.sealing.stored import require_sound
from tests.servers import admin_url, sealer_url

pytestmark = pytest.mark.slow

SECONDS = 60.0


@contextmanager
def a_sealer() -> Iterator[subprocess.Popen[bytes]]:
    url = sealer_url(str(connection.settings_dict["NAME"]))
    program = subprocess.Popen(
        [sys.executable, "manage.py", "seal"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, "AUDIT_SEAL_SEED": SECRET},
        stderr=subprocess.PIPE,
    )
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


def unsealed(owner: Connection) -> int:
    found = owner.execute("SELECT count(*) FROM audit_trailentry WHERE seq IS NULL").fetchone()
    assert found is not None
    return int(found[0])


def until_sealed(owner: Connection) -> float:
    """The seconds that it took."""
    began = monotonic()
    assert wait_until(lambda: unsealed(owner) == 0, seconds=SECONDS, pause=0.02)
    return monotonic() - began


def wait_until_less(owner: Connection, number: int) -> None:
    assert wait_until(lambda: unsealed(owner) < number, seconds=SECONDS, pause=0.001)


def test_an_entry_is_sealed_within_two_seconds_of_its_commit(cast: Cast, owner: Connection) -> None:
    an_entry(cast.coordinator)
    with a_sealer() as program:
        until_sealed(owner)
        for _ in range(3):
            an_entry(cast.police, touched=[cast.coordinator.organisation_id])
            assert until_sealed(owner) < 2
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=SECONDS) == 0
    assert require_sound(cast.coordinator.organisation_id) == 4


def test_a_sealer_that_is_killed_at_any_moment_leaves_no_gap_and_no_double(
    cast: Cast, owner: Connection
) -> None:
    """Two run beside each other; each is killed while it works through a heap."""
    oss = cast.coordinator.organisation_id
    for _ in range(2):
        with a_sealer(), a_sealer():
            many_entries(cast.coordinator, 5000)
            wait_until_less(owner, unsealed(owner))
        require_sound(oss)
    with a_sealer():
        until_sealed(owner)
    assert require_sound(oss) == 10_000


def test_it_goes_on_after_its_connection_is_cut(cast: Cast, owner: Connection) -> None:
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"
    login = f"{connection.settings_dict['NAME']}_sealer"
    with a_sealer() as program, connect(admin_url()) as administrator:
        an_entry(cast.coordinator)
        until_sealed(owner)
        assert administrator.execute(cut, [login]).rowcount > 0
        an_entry(cast.coordinator)
        until_sealed(owner)
        assert program.poll() is None
