#!/usr/bin/env python
"""Run Django's commands with the settings of this project, in the environment of `make`."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from config.beside import environ_here

ENVIRONMENT = Path(__file__).resolve().parent / ".venv"
NO_SERVERS = {
    "SECRET_KEY": "what-needs-no-servers-keeps-no-secret-and-signs-nothing-at-all",
    "DATABASE_URL": "postgresql://nobody:nothing@127.0.0.1:1/nothing",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}
"""Anyone may check when a term ends, or whether a trail holds: that needs no set-up."""
WITHOUT_SERVERS = (["termijn"], ["audit", "verify"])

NOWHERE = """\
Which database? Start `make run` in this folder, which this command then works on,
or set SECRET_KEY, DATABASE_URL and REDIS_URL (deploy/README.md).
"""


def find_packages() -> None:
    """Go on in the environment that `make` made, when started with a Python outside of it."""
    python = ENVIRONMENT / "bin/python"
    if find_spec("django") is None and Path(sys.prefix) != ENVIRONMENT and python.exists():
        os.execv(python, [str(python), *sys.argv])  # noqa: S606  no shell


def find_settings() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if "DATABASE_URL" in os.environ:
        return
    needs_none = any(sys.argv[1 : len(words) + 1] == words for words in WITHOUT_SERVERS)
    found = environ_here() or (NO_SERVERS if needs_none else {})
    if not found:
        sys.exit(NOWHERE)
    os.environ.update({**found, **os.environ})


if __name__ == "__main__":
    find_packages()
    find_settings()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
