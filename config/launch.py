"""Runs all of it on one machine for `make run`: servers, database, web, worker and sealer."""

import argparse
import fcntl
import os
import signal
import sys
from functools import cache
from typing import IO, NoReturn

from config import beside
from config.embedded.home import Home, home_in
from config.embedded.ports import LOOPBACK, free_port, is_free
from config.embedded.processes import Child, Group, die_with_parent, wait_until
from config.embedded.refusal import CannotStart
from config.embedded.state import State
from config.programs import (
    VAR,
    await_web,
    environ_of,
    environ_of_owner,
    environ_of_sealer,
    populate,
    start_sealer,
    start_web,
    start_worker,
)
from config.servers import Cellar, start_servers

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Somebody asked us to stop."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--with-parent", action="store_true", help="stop when the parent dies")
    if options.parse_args().with_parent:
        die_with_parent(signal.SIGTERM, os.getppid())
    try:
        VAR.mkdir(mode=0o711, exist_ok=True)
        with only_one() as lock:
            return _supervise(lock)
    except CannotStart as refusal:
        say(f"Schakelpunt cannot start. {refusal}")
    except PermissionError as error:
        say(f"Schakelpunt cannot start: {error}. Was it run as another user before?")
    return 1


def only_one() -> IO[str]:
    """The lock of this checkout, which the system takes back however we end."""
    lock = (VAR / "run.lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        raise CannotStart(f"It already runs in this folder: {lock.read() or 'starting'}.") from None
    lock.truncate(0)
    return lock


def _supervise(lock: IO[str]) -> int:
    for number in STOPPING:
        signal.signal(number, _stop)
    group = Group(VAR / "processes.json", VAR / "log")
    try:
        if left := group.stop_leftovers():
            say(f"Stopped {left} processes that a killed run left behind.")
        address = f"http://{LOOPBACK}:{_port()}"
        lock.write(f"{address}, process {os.getpid()}. Stop that one first: kill {os.getpid()}")
        lock.flush()
        return _serve(group, address)
    except Stopped:
        say("Stopping.")
        return 0
    finally:
        for number in STOPPING:
            signal.signal(number, signal.SIG_IGN)
        beside.forget()
        group.stop()


def _stop(number: int, frame: object) -> NoReturn:
    raise Stopped


def _port() -> int:
    wanted = os.environ.get("PORT") or "8000"
    if not wanted.isdecimal() or not 0 < int(wanted) < 2**16:
        raise CannotStart(f"PORT is {wanted!r}, and must be a number from 1 to 65535.")
    if not is_free(int(wanted)):
        raise CannotStart(
            f"Port {wanted} is taken by another program, or is not yours to use. "
            f"Choose another: PORT={free_port()} make run"
        )
    return int(wanted)


def _serve(group: Group, address: str) -> int:
    (VAR / "documents").mkdir(mode=0o700, exist_ok=True)
    state = State(VAR / "state.json")

    @cache
    def home() -> Home:
        return home_in(VAR, state)

    servers = start_servers(os.environ, Cellar(home, group, state, say))
    environ = environ_of(state, servers, address)
    say("Database: migrations, reference data" + (", demo region" * (environ["DEMO"] == "1")))
    accounts = VAR / "accounts.txt"
    as_owner = environ_of_owner(environ, servers)
    populate(group, as_owner, accounts)
    beside.tell(as_owner, os.environ)
    web = start_web(group, environ, address)
    start_worker(group, environ)
    start_sealer(group, environ_of_sealer(state, servers, environ))
    await_web(web, address)
    _require_all(group)
    if accounts.exists():
        say(accounts.read_text().rstrip())
    say(f"Logs: {VAR / 'log'}")
    say(f"Schakelpunt is ready: {address}/ (stop with Ctrl-C)")
    return _watch(group)


def _require_all(group: Group) -> None:
    if child := group.ended():
        raise CannotStart(f"{child.name} has ended:\n{child.last_words()}")


def _watch(group: Group) -> int:
    """Till one of the processes ends by itself, which none should."""
    ended: list[Child] = []

    def one_ended() -> bool:
        ended.extend(filter(None, [group.ended()]))
        return bool(ended)

    while not wait_until(one_ended, seconds=3600, pause=0.5):
        continue
    child = ended[0]
    say(f"{child.name} has ended with code {child.process.returncode}; stopping the rest.")
    say(child.last_words())
    return 1


if __name__ == "__main__":
    sys.exit(main())
