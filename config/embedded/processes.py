"""Child processes that never outlive us: stopped in order, and found again after a kill -9."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.embedded.account import Account
from config.embedded.identity import started_at
from config.embedded.state import write_private

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
PATIENCE = 15.0
PAUSE = 0.05


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    farewell: signal.Signals
    log: Path

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def die_with_parent(farewell: signal.Signals, parent: int) -> None:
    """Has the kernel send us that signal when the parent dies in whatever way (Linux only)."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, farewell)
        if os.getppid() != parent:
            os.kill(os.getpid(), farewell)


class Group:
    """The processes one supervisor started, on record in a file for the supervisor after it."""

    def __init__(self, record: Path, logs: Path) -> None:
        self._record = record
        self._logs = logs
        self._children: list[Child] = []
        logs.mkdir(mode=0o700, exist_ok=True)

    def spawn(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        environ: Mapping[str, str],
        cwd: Path,
        account: Account | None = None,
        farewell: signal.Signals = signal.SIGTERM,
        orphaned: signal.Signals | None = None,
        typed: str = "",
    ) -> Child:
        """Start a process in a session of its own, so that Ctrl-C reaches the supervisor only.

        `orphaned` is what the kernel sends it when the supervisor is killed, else `farewell`.
        """
        log = self._logs / f"{name}.log"
        if log.exists():
            log.replace(self._logs / f"{name}.previous.log")
        parent = os.getpid()
        with log.open("ab") as output:
            process = subprocess.Popen(  # noqa: S603  commands of our own
                command,
                env=environ,
                cwd=cwd,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
                preexec_fn=lambda: die_with_parent(orphaned or farewell, parent),
            )
        child = Child(name, process, farewell, log)
        self._children.append(child)
        self._save()
        self._type(process, typed)
        return child

    def forget(self, child: Child) -> None:
        """For one that has ended by itself and is replaced."""
        self._children.remove(child)
        self._save()

    def ended(self) -> Child | None:
        """The first child that is no longer there."""
        return next((child for child in self._children if child.process.poll() is not None), None)

    def stop(self) -> None:
        """The last started goes first: what others depend on was started before them."""
        while self._children:
            child = self._children[-1]
            if child.process.poll() is None:
                child.process.send_signal(child.farewell)
                _reap(child.process)
            self._children.pop()
            self._save()

    def stop_leftovers(self) -> int:
        """End what a killed supervisor left behind; says how many there were."""
        if not self._record.exists():
            return 0
        written = json.loads(self._record.read_text())
        # A copied checkout has the record of the original, whose processes are none of ours.
        is_ours = written["record"] == str(self._record)
        left = [entry for entry in written["children"] if is_ours and _lives(entry)]
        for entry in reversed(left):
            _end(entry)
        self._record.unlink()
        return len(left)

    def _save(self) -> None:
        entries = [
            {
                "name": child.name,
                "pid": child.process.pid,
                "started": started_at(child.process.pid),
                "farewell": int(child.farewell),
            }
            for child in self._children
        ]
        written = {"record": str(self._record), "children": entries}
        write_private(self._record, json.dumps(written) + "\n")

    @staticmethod
    def _type(process: subprocess.Popen[bytes], text: str) -> None:
        if process.stdin is not None:
            try:
                process.stdin.write(text.encode())
                process.stdin.close()
            except BrokenPipeError:
                return


def wait_until(ready: Callable[[], bool], *, seconds: float, pause: float = PAUSE) -> bool:
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def _reap(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _lives(entry: dict[str, str | int]) -> bool:
    return entry["started"] is not None and started_at(int(entry["pid"])) == entry["started"]


def _end(entry: dict[str, str | int]) -> None:
    for farewell in (int(entry["farewell"]), signal.SIGKILL):
        try:
            os.kill(int(entry["pid"]), farewell)
        except ProcessLookupError:
            return
        if wait_until(lambda: not _lives(entry), seconds=PATIENCE):
            return
