"""Tells whether a process id still means the process that was recorded under it."""

import subprocess
from pathlib import Path

PROC = Path("/proc")


def started_at(pid: int) -> str | None:
    """A mark that no later process with the same id has; None if the process is gone."""
    return _from_proc(pid) if (PROC / "self/stat").exists() else _from_ps(pid)


def _from_proc(pid: int) -> str | None:
    try:
        stat = (PROC / str(pid) / "stat").read_text()
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return None
    # The name between brackets may itself hold blanks and brackets: count from the last one.
    state, *fields = stat.rpartition(")")[2].split()
    return None if state in "ZX" else f"{boot} {fields[18]}"


def _from_ps(pid: int) -> str | None:
    listed = subprocess.run(  # noqa: S603  a number is the only part that varies
        ["/bin/ps", "-o", "stat=,lstart=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    state, _, start = listed.stdout.strip().partition(" ")
    return start.strip() if start and not state.startswith("Z") else None


def works_in(pid: int, folder: Path) -> bool:
    """Whether that process lives and has the folder as its working directory."""
    if started_at(pid) is None:
        return False
    try:
        return (PROC / str(pid) / "cwd").resolve(strict=True) == folder.resolve()
    except OSError:
        return False
