"""`make run` as a person sees it: one line that it is ready, and nothing left when it stops."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from config.embedded.home import outside_home
from config.embedded.identity import PROC, started_at
from config.embedded.ports import LOOPBACK, free_port
from config.embedded.processes import wait_until
from config.embedded.state import State
from config.reset import KEPT
from tests.servers import FOLDER

ROOT = FOLDER.parent.parent
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "var", "node_modules", "__pycache__", ".*_cache"
)
GIVEN = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "SECRET_KEY", "DEMO", "DEBUG", "PORT")

pytestmark = pytest.mark.slow


@dataclass
class Checkout:
    """A copy of this checkout that runs on a port of its own."""

    folder: Path
    port: int = field(default_factory=free_port)

    def launch(self) -> subprocess.Popen[str]:
        environ = {name: value for name, value in os.environ.items() if name not in GIVEN}
        return subprocess.Popen(
            [sys.executable, "-m", "config.launch"],
            cwd=self.folder,
            env={**environ, "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            text=True,
        )

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What a person gives by hand beside it, with nothing set."""
        environ = {name: value for name, value in os.environ.items() if name not in GIVEN}
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=self.folder,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )

    def exports(self) -> bool:
        """Whether a trail can be had by the command beside it: then it is sealed."""
        environ = {name: value for name, value in os.environ.items() if name not in GIVEN}
        arguments = ["audit", "export", "--organisatie", "GM0828", "--uit", "spoor"]
        ended = subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=self.folder, env=environ, check=False
        )
        return ended.returncode == 0

    def processes(self) -> list[int]:
        """Every process whose command or working directory is of this copy."""
        found = []
        for pid in (int(path.name) for path in PROC.iterdir() if path.name.isdecimal()):
            try:
                is_ours = (PROC / str(pid) / "cwd").readlink().is_relative_to(self.folder)
            except OSError:
                continue
            if is_ours and started_at(pid) is not None:
                found.append(pid)
        return found


@pytest.fixture
def checkout() -> Iterator[Checkout]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=FOLDER))
    folder.chmod(0o755)
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=NOT_COPIED)
    yield Checkout(folder)
    var = folder / "var"
    if var.exists() and (outside := outside_home(var, State(var / "state.json"))):
        shutil.rmtree(outside)
    shutil.rmtree(folder)


def read_until_ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "is ready" in line:
            break
    return "".join(lines)


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_it_serves_keeps_its_data_and_leaves_no_process_behind(checkout: Checkout) -> None:
    with checkout.launch() as first:
        said = read_until_ready(first)
        assert f"Schakelpunt is ready: http://127.0.0.1:{checkout.port}/" in said
        with urllib.request.urlopen(f"http://127.0.0.1:{checkout.port}/", timeout=30) as page:
            assert page.status == 200
        assert "[X] 0001_initial" in checkout.command("showmigrations", "partners").stdout
        secrets = (checkout.folder / "var/state.json").read_text()

        with checkout.launch() as second:
            assert "already runs in this folder" in second.communicate(timeout=60)[0]
        assert second.returncode == 1

        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=60) == 0
    assert checkout.processes() == []
    assert "make run" in checkout.command("showmigrations", "partners").stderr
    assert (checkout.folder / "var/state.json").read_text() == secrets

    subprocess.run([sys.executable, "-m", "config.reset"], cwd=checkout.folder, check=True)
    assert {path.name for path in (checkout.folder / "var").iterdir()} <= KEPT


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_a_kill_leaves_nothing_running_and_the_next_run_starts(checkout: Checkout) -> None:
    with checkout.launch() as killed:
        read_until_ready(killed)
        killed.kill()
    assert wait_until(lambda: checkout.processes() == [], seconds=30)

    with checkout.launch() as after:
        assert "is ready" in read_until_ready(after)
        after.send_signal(signal.SIGINT)
        assert after.wait(timeout=60) == 0


def test_a_taken_port_is_said_with_a_free_one_to_choose(checkout: Checkout) -> None:
    with socket.create_server((LOOPBACK, checkout.port)), checkout.launch() as refused:
        said = refused.communicate(timeout=60)[0]
    assert refused.returncode == 1
    assert f"Port {checkout.port} is taken" in said
    assert "make run" in said
