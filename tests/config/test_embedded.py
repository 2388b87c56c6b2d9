"""The embedded servers: what they keep through a kill, and what they leave alone."""

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from config.embedded.binaries import find_postgres
from config.embedded.home import home_in, outside_home
from config.embedded.identity import started_at
from config.embedded.ports import LOOPBACK, is_free, remembered_port
from config.embedded.postgres import start_postgres
from config.embedded.processes import Group, wait_until
from config.embedded.refusal import CannotStart
from config.embedded.state import State
from tests.servers import FOLDER

ROOT = FOLDER.parent.parent


@dataclass
class Checkout:
    """The var/ of a checkout, and one supervisor after another in it."""

    var: Path
    supervisors: list[Group] = field(default_factory=list)

    @property
    def state(self) -> State:
        return State(self.var / "state.json")

    def supervisor(self) -> Group:
        self.supervisors.append(Group(self.var / "processes.json", self.var / "log"))
        return self.supervisors[-1]

    def postgres(self, group: Group) -> str:
        home = home_in(self.var, self.state)
        return start_postgres(home, find_postgres(home), group, self.state)

    def pids(self, name: str) -> list[int]:
        children = json.loads((self.var / "processes.json").read_text())["children"]
        return [child["pid"] for child in children if child["name"] == name]


@pytest.fixture
def checkout() -> Iterator[Checkout]:
    """Not in pytest's own temporary folder, which other accounts than root's cannot enter."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    var = Path(tempfile.mkdtemp(dir=FOLDER))
    var.chmod(0o711)
    checkout = Checkout(var)
    yield checkout
    for supervisor in checkout.supervisors:
        supervisor.stop()
    if outside := outside_home(var, checkout.state):
        shutil.rmtree(outside)
    shutil.rmtree(var)


def test_a_committed_row_survives_a_kill_of_the_whole_server(checkout: Checkout) -> None:
    first = checkout.supervisor()
    with psycopg.connect(checkout.postgres(first)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS number")
    os.kill(checkout.pids("postgres")[0], signal.SIGKILL)
    assert wait_until(lambda: first.ended() is not None, seconds=10)

    second = checkout.supervisor()
    with psycopg.connect(checkout.postgres(second)) as connection:
        assert connection.execute("SELECT number FROM kept").fetchall() == [(1,)]
        assert connection.execute("SHOW fsync").fetchall() == [("on",)]
    second.stop()


def test_a_lock_file_naming_an_unrelated_living_process_is_no_obstacle(checkout: Checkout) -> None:
    first = checkout.supervisor()
    checkout.postgres(first)
    first.stop()
    home = home_in(checkout.var, checkout.state)
    lock = home.path / "postgres/data/postmaster.pid"
    lock.write_text(f"{os.getpid()}\n")
    home.hand_over(lock)

    second = checkout.supervisor()
    psycopg.connect(checkout.postgres(second)).close()
    second.stop()


def test_the_server_takes_another_port_when_somebody_has_its_own(checkout: Checkout) -> None:
    port = remembered_port(checkout.state, "postgres_port")
    assert remembered_port(checkout.state, "postgres_port") == port
    with socket.create_server((LOOPBACK, port)):
        assert not is_free(port)
        assert remembered_port(checkout.state, "postgres_port") != port


def test_a_lost_password_is_said_and_not_waited_for(checkout: Checkout) -> None:
    first = checkout.supervisor()
    checkout.postgres(first)
    first.stop()
    checkout.state.put("postgres_password", "another")
    with pytest.raises(CannotStart, match="no longer its password"):
        checkout.postgres(checkout.supervisor())


def test_data_of_another_release_is_refused_and_not_touched(checkout: Checkout) -> None:
    first = checkout.supervisor()
    checkout.postgres(first)
    first.stop()
    version = home_in(checkout.var, checkout.state).path / "postgres/data/PG_VERSION"
    version.write_text("9\n")
    with pytest.raises(CannotStart, match="made by PostgreSQL 9"):
        checkout.postgres(checkout.supervisor())


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's")
@pytest.mark.parametrize(
    ("ignored", "orphaned"),
    [("SIGHUP", ""), ("SIGTERM", "orphaned=signal.SIGKILL, ")],
    ids=["one that listens", "one that waits for something else"],
)
def test_children_end_when_their_supervisor_is_killed(
    checkout: Checkout, ignored: str, orphaned: str
) -> None:
    """What a supervisor ignores, its children ignore from their first moment."""
    program = (
        "import signal, sys; from pathlib import Path; "
        "from config.embedded.processes import Group; "
        f"signal.signal(signal.{ignored}, signal.SIG_IGN); "
        "var = Path(sys.argv[1]); group = Group(var / 'processes.json', var / 'log'); "
        "sleep = ['/bin/sleep', '600']; "
        f"child = group.spawn('child', sleep, environ={{}}, {orphaned}cwd=var); "
        "print(child.process.pid, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, checkout.var],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as supervisor:
        assert supervisor.stdout is not None
        pid = int(supervisor.stdout.readline())
        assert started_at(pid) is not None
        supervisor.kill()
    assert wait_until(lambda: started_at(pid) is None, seconds=10)


def test_what_a_supervisor_left_behind_is_stopped_by_the_next(checkout: Checkout) -> None:
    child = checkout.supervisor().spawn(
        "child", ["/bin/sleep", "600"], environ={}, cwd=checkout.var
    )
    with child.process:
        assert checkout.supervisor().stop_leftovers() == 1
    assert child.process.returncode == -signal.SIGTERM


def test_a_copied_checkout_stops_nothing_of_the_original(checkout: Checkout) -> None:
    original = checkout.supervisor()
    child = original.spawn("child", ["/bin/sleep", "600"], environ={}, cwd=checkout.var)
    copy = checkout.var / "copy"
    copy.mkdir()
    shutil.copy(checkout.var / "processes.json", copy)
    assert Group(copy / "processes.json", copy / "log").stop_leftovers() == 0
    assert child.process.poll() is None
    original.stop()


def test_secrets_are_kept_and_are_for_their_owner_only(checkout: Checkout) -> None:
    secret = checkout.state.secret("secret_key")
    assert checkout.state.secret("secret_key") == secret
    assert stat.S_IMODE((checkout.var / "state.json").stat().st_mode) == 0o600
