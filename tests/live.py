"""The real product, served for tests that need all of it: a fixture `live`, for the whole run.

It has a database of its own, the demo region with its cases, and the real Valkey. The database is a
copy of a template that holds until the code, or the day that the demo's cases hang on, is another.
What happens on it stays until the run ends: tests that share it make the cases they need.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from psycopg import sql

from config import programs
from config.database_roles import connect, make_database
from config.embedded.ports import LOOPBACK, free_port
from config.embedded.processes import Child, Group
from config.embedded.state import State
from config.servers import Databases, Servers
from tests.servers import FOLDER, OWNER, PASSWORD, admin_url, sealer_url, web_url

ROOT = FOLDER.parent.parent
SOURCES = (
    *("config", "notifications", "workflows", "casework", "partners", "requirements"),
    "frontend/static",
)
KINDS = (".py", ".csv", ".json", ".sql", ".txt", ".js", ".css")
"""What decides the rows and the static files of the template; templates are read as they are."""
TEMPLATE = "live_template"
# Two runs, or two workers of one, must not build the template at once.
LOCK = 20_260_101
SECONDS = 60.0


@dataclass
class Live:
    """The product on an address; `database_url_web` is what the web itself logs in with."""

    url: str
    database_url_web: str
    database_url_owner: str
    environ: dict[str, str]
    group: Group
    web: Child | None = field(default=None, init=False)

    def start_web(self) -> None:
        self.web = programs.start_web(self.group, self.environ, self.url)
        programs.await_web(self.web, f"{self.url}/gezond")

    def stop_web(self, *, kill: bool = False) -> None:
        if self.web is None:
            return
        if kill:
            self.web.process.kill()
        else:
            self.web.process.terminate()
        self.web.process.wait(SECONDS)
        self.group.forget(self.web)
        self.web = None

    def restart_web(self, *, kill: bool = False) -> None:
        """On the same address, with the same database."""
        self.stop_web(kill=kill)
        self.start_web()

    def run(self, *arguments: str) -> str:
        """A program of ours under the conditions of the web; what it wrote is the answer."""
        finished = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environ,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return finished.stdout


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Live]:
    folder = tmp_path_factory.mktemp("live")
    group = Group(folder / "processes.json", folder / "log")
    port = free_port()
    name = f"live_{worker_id}_{port}"
    owner_url = _copy_of_template(name, folder, group)
    product = _product(name, f"http://{LOOPBACK}:{port}", owner_url, folder, group)
    try:
        product.start_web()
        yield product
    finally:
        group.stop()
        with connect(admin_url()) as connection:
            connection.execute(_statement("DROP DATABASE {} WITH (FORCE)", name))
            connection.execute(_statement("DROP ROLE {}, {}", f"{name}_web", f"{name}_sealer"))


def _product(name: str, url: str, owner_url: str, folder: Path, group: Group) -> Live:
    databases = Databases(web_url(name), owner_url, sealer_url(name))
    environ = _environ(databases, url, folder) | {"REDIS_PREFIX": name}
    return Live(url, databases.web_url, databases.owner_url, environ, group)


def _environ(databases: Databases, url: str, folder: Path) -> dict[str, str]:
    servers = Servers(databases, os.environ["TEST_REDIS_URL"])
    own = {"DOCUMENT_ROOT": str(folder / "documents"), "STATIC_ROOT": str(FOLDER / "static")}
    return programs.environ_of(State(folder / "state.json"), servers, url) | own


def _copy_of_template(name: str, folder: Path, group: Group) -> str:
    template = f"{TEMPLATE}_{_fingerprint()}"
    with connect(admin_url()) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        found = connection.execute("SELECT datname FROM pg_database WHERE datname = %s", [template])
        if found.fetchone() is None:
            _build(template, folder, group)
        connection.execute(
            _statement("CREATE DATABASE {} OWNER {} TEMPLATE {}", name, OWNER, template)
        )
    return make_database(admin_url(), name, OWNER, PASSWORD)


def _build(template: str, folder: Path, group: Group) -> None:
    """Under another name until it is whole; takes the templates of earlier code away."""
    with connect(admin_url()) as connection:
        old = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [TEMPLATE]
        )
        for (name,) in old.fetchall():
            connection.execute(_statement("DROP DATABASE {}", name))
        owner_url = make_database(admin_url(), TEMPLATE, OWNER, PASSWORD)
        databases = Databases(owner_url, owner_url, owner_url)
        environ = _environ(databases, f"http://{LOOPBACK}:1", folder)
        servers = Servers(databases, environ["REDIS_URL"])
        as_owner = programs.environ_of_owner(environ, servers)
        programs.populate(group, as_owner, folder / "accounts.txt")
        connection.execute(_statement("ALTER DATABASE {} RENAME TO {}", TEMPLATE, template))


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{datetime.now(UTC):%Y-%m-%d}".encode())
    for path in sorted(path for name in SOURCES for path in (ROOT / name).rglob("*.*")):
        if path.suffix in KINDS:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _statement(text: str, *names: str) -> sql.Composed:
    return sql.SQL(text).format(*map(sql.Identifier, names))
