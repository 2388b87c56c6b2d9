"""PostgreSQL and Valkey for a test run, as a pytest plugin: `addopts = "-p tests.servers"`.

The plugin starts them before Django's settings are read, which a conftest.py is too late for, and
stops them when the run ends in whatever way. It is loaded by name from the root of the repository,
so run `python -m pytest`. Workers of xdist find the two URLs in their environment and start
nothing. Runs beside each other take a numbered folder each under var/test/, which the next run
uses again. TEST_DATABASE_URL (of an administrator) and TEST_REDIS_URL name servers to use instead.

Settings get a login that owns the test databases, may create them, and is no superuser. What
stands behind row-level security is tested as the web, with the URL that `web_url` gives.
"""

import atexit
import fcntl
import os
from collections.abc import Generator
from itertools import count
from pathlib import Path

import pytest

from config.database_roles import (
    connect,
    make_database,
    make_groups,
    make_sealer_login,
    make_web_login,
)
from config.embedded.binaries import find_postgres, find_valkey
from config.embedded.home import home_in
from config.embedded.postgres import start_postgres
from config.embedded.processes import Group
from config.embedded.state import State
from config.embedded.valkey import start_valkey

FOLDER = Path(__file__).resolve().parent.parent / "var" / "test"
DATABASE = "schakelpunt"
OWNER = "schakelpunt_test_owner"
# Guards nothing but test data on the loopback address.
PASSWORD = "for-tests-only"


def admin_url() -> str:
    return os.environ["TEST_DATABASE_URL"]


def web_url(database: str) -> str:
    """A login for that database as the web has it: member of the group, owner of nothing."""
    return make_web_login(admin_url(), database, PASSWORD)


def sealer_url(database: str) -> str:
    """A login for that database as the sealer has it."""
    return make_sealer_login(admin_url(), database, PASSWORD)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    start()
    return (yield)


def start() -> None:
    """Start what the environment does not name, and name it there."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    _start_missing()
    os.environ.update(
        DATABASE_URL=_owner_url(),
        REDIS_URL=os.environ["TEST_REDIS_URL"],
        SECRET_KEY="of-the-tests-" + "0123456789abcdef" * 4,
        DEMO="1",
        DEBUG="0",
    )
    os.environ.pop("DATABASE_OWNER_URL", None)


def _start_missing() -> None:
    wanted = [name for name in ("TEST_DATABASE_URL", "TEST_REDIS_URL") if not os.environ.get(name)]
    if not wanted:
        return
    folder = _free_folder()
    group = Group(folder / "processes.json", folder / "log")
    group.stop_leftovers()
    atexit.register(group.stop)
    state = State(folder / "state.json")
    home = home_in(folder, state)
    if "TEST_DATABASE_URL" in wanted:
        binaries = find_postgres(home)
        url = start_postgres(home, binaries, group, state, durable=False)
        os.environ["TEST_DATABASE_URL"] = url
    if "TEST_REDIS_URL" in wanted:
        os.environ["TEST_REDIS_URL"] = start_valkey(home, find_valkey(home), group, state)


def _owner_url() -> str:
    """Roles are the server's, so they are there before the test databases are."""
    url = make_database(admin_url(), DATABASE, OWNER, PASSWORD)
    with connect(admin_url()) as connection:
        make_groups(connection)
        connection.execute(f"ALTER ROLE {OWNER} CREATEDB")
    return url


def _free_folder() -> Path:
    FOLDER.mkdir(mode=0o711, parents=True, exist_ok=True)
    for number in count():
        folder = FOLDER / str(number)
        folder.mkdir(mode=0o711, exist_ok=True)
        # Never closed: the lock lasts as long as the process of the run.
        lock = os.open(folder / "lock", os.O_WRONLY | os.O_CREAT)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        return folder
    raise AssertionError("counting ends")
