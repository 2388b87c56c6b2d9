"""The product on servers of its own, as durable as in production, which may be killed."""

import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from config import programs
from config.database_roles import Connection, connect
from config.embedded.binaries import find_postgres, find_valkey
from config.embedded.home import home_in
from config.embedded.ports import LOOPBACK, free_port
from config.embedded.postgres import start_postgres
from config.embedded.processes import Child, Group
from config.embedded.state import State
from config.embedded.valkey import start_valkey
from config.servers import Cellar, start_servers
from tests.live import SECONDS, Live
from tests.servers import FOLDER


class Household(Group):
    def named(self, name: str) -> Child:
        """The one that bears a name now."""
        return next(child for child in self._children if child.name == name)


class House:
    """Servers run when it is made; everything is gone when it is left."""

    def __init__(self) -> None:
        FOLDER.mkdir(mode=0o711, parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix="house-", dir=FOLDER))
        self.folder.chmod(0o711)
        self.group = Household(self.folder / "processes.json", self.folder / "log")
        self.state = State(self.folder / "state.json")
        self.home = home_in(self.folder, self.state)
        try:
            cellar = Cellar(lambda: self.home, self.group, self.state, lambda _line: None)
            self.servers = start_servers({}, cellar)
        except BaseException:
            self._clear()
            raise
        url = f"http://{LOOPBACK}:{free_port()}"
        databases = self.servers.databases
        own = {
            "DOCUMENT_ROOT": str(self.folder / "documents"),
            "STATIC_ROOT": str(FOLDER / "static"),
        }
        environ = programs.environ_of(self.state, self.servers, url) | own
        self.live = Live(url, databases.web_url, databases.owner_url, environ, self.group)

    def populate(self) -> None:
        accounts = self.folder / "accounts.txt"
        as_owner = programs.environ_of_owner(self.live.environ, self.servers)
        programs.populate(self.group, as_owner, accounts)

    def owner(self) -> Connection:
        return connect(self.live.database_url_owner)

    def kill(self, name: str) -> None:
        """Without a farewell: "postgres" is the postmaster, "valkey", or "web"."""
        child = self.group.named(name)
        child.process.kill()
        child.process.wait(SECONDS)
        self.group.forget(child)

    def start_postgres(self) -> None:
        start_postgres(self.home, find_postgres(self.home), self.group, self.state)

    def start_valkey(self) -> None:
        start_valkey(self.home, find_valkey(self.home), self.group, self.state)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()

    def _clear(self) -> None:
        self.group.stop()
        shutil.rmtree(self.home.path, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)
