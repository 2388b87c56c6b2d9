"""Starts Valkey (or Redis) on the loopback address, with a password and nothing kept on disk."""

from contextlib import suppress

import redis

from config.embedded.binaries import Valkey
from config.embedded.home import Home
from config.embedded.ports import LOOPBACK, remembered_port
from config.embedded.processes import Child, Group, wait_until
from config.embedded.refusal import CannotStart
from config.embedded.state import State

ATTEMPTS = 5
SECONDS = 20.0


def start_valkey(home: Home, binary: Valkey, group: Group, state: State) -> str:
    """The URL of a server that answers."""
    password = state.secret("valkey_password")
    for _ in range(ATTEMPTS):
        port = remembered_port(state, "valkey_port")
        url = f"redis://:{password}@{LOOPBACK}:{port}/0"
        child = _run(home, binary, group, port, password)
        if _answers(url, child):
            return url
        group.forget(child)
    raise CannotStart(f"Valkey does not start. Its last words:\n{child.last_words()}")


def _run(home: Home, binary: Valkey, group: Group, port: int, password: str) -> Child:
    folder = home.folder("valkey")
    settings = (
        f"bind {LOOPBACK}\n"
        f"port {port}\n"
        f"requirepass {password}\n"
        "daemonize no\n"
        # It carries wake-ups only; what must last is in the database.
        'save ""\n'
        "appendonly no\n"
    )
    # Typed in and not given as arguments: those can be read by everyone on the machine.
    return group.spawn(
        "valkey",
        [binary.program, "-"],
        environ={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        cwd=folder,
        account=home.account,
        typed=settings,
    )


def _answers(url: str, child: Child) -> bool:
    def ready() -> bool:
        if child.process.poll() is not None:
            return True
        with suppress(redis.ConnectionError), redis.Redis.from_url(url) as connection:
            return bool(connection.ping())
        return False

    return wait_until(ready, seconds=SECONDS) and child.process.poll() is None
