"""Starts PostgreSQL on the loopback address, with passwords, and makes its data folder at first."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg

from config.embedded.binaries import Postgres
from config.embedded.home import Home
from config.embedded.identity import works_in
from config.embedded.ports import LOOPBACK, remembered_port
from config.embedded.processes import Child, Group, wait_until
from config.embedded.refusal import CannotStart
from config.embedded.state import State, write_private

ADMIN = "postgres"
ATTEMPTS = 10
# Replaying the log after a crash can take long; a server that ends by itself is noticed at once.
RECOVERY_SECONDS = 300.0
BARE = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
SETTINGS = {
    "listen_addresses": LOOPBACK,
    # No socket file: its path may be too long, and TCP with a password does.
    "unix_socket_directories": "",
    "max_connections": "300",
    # The values in a failed statement may be somebody's personal data.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
# For test servers, whose data nobody misses after a power cut.
HASTY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


def start_postgres(
    home: Home, binaries: Postgres, group: Group, state: State, *, durable: bool = True
) -> str:
    """The URL of the administrator of a server that answers."""
    data = _data_folder(home, binaries, state.secret("postgres_password"))
    for _ in range(ATTEMPTS):
        _drop_stale_lock(data)
        port = remembered_port(state, "postgres_port")
        url = f"postgresql://{ADMIN}:{state.secret('postgres_password')}@{LOOPBACK}:{port}/postgres"
        child = _run(home, binaries, group, data, port, durable=durable)
        if _answers(url, child):
            return url
        # Somebody took the port just now, or the last server's workers are still ending.
        group.forget(child)
    raise CannotStart(f"PostgreSQL does not start. Its last words:\n{child.last_words()}")


def _run(
    home: Home, binaries: Postgres, group: Group, data: Path, port: int, *, durable: bool
) -> Child:
    settings = {**SETTINGS, **({} if durable else HASTY), "port": str(port)}
    options = [f"--{name}={value}" for name, value in settings.items()]
    return group.spawn(
        "postgres",
        [binaries.bin / "postgres", "-D", data, *options],
        environ=BARE,
        cwd=data,
        account=home.account,
        # Fast shutdown: sessions are ended, work that was not committed is rolled back.
        farewell=signal.SIGINT,
    )


def _answers(url: str, child: Child) -> bool:
    def ready() -> bool:
        if child.process.poll() is not None:
            return True
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                raise CannotStart(
                    "var/ holds a database but no longer its password. "
                    "Put var/state.json back, or empty all with: make reset"
                ) from error
            return False
        return True

    return wait_until(ready, seconds=RECOVERY_SECONDS) and child.process.poll() is None


def _data_folder(home: Home, binaries: Postgres, password: str) -> Path:
    folder = home.folder("postgres")
    data = folder / "data"
    if not data.exists():
        _make_data_folder(home, binaries, folder, password)
    made_by = (data / "PG_VERSION").read_text().strip()
    if made_by != str(binaries.major):
        raise CannotStart(
            f"{data} was made by PostgreSQL {made_by} and this is PostgreSQL {binaries.version}. "
            "Move the data with pg_dump of the old one, or empty all with: make reset"
        )
    return data


def _make_data_folder(home: Home, binaries: Postgres, folder: Path, password: str) -> None:
    """Under another name until it is whole: a kill halfway must not leave half a database."""
    draft, secret = folder / "draft", folder / "password"
    shutil.rmtree(draft, ignore_errors=True)
    write_private(secret, password)
    home.hand_over(secret)
    account = home.account
    command: list[str | Path] = [binaries.bin / "initdb", f"--pgdata={draft}", "-U", ADMIN]
    options = [f"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"]
    made = subprocess.run(  # noqa: S603  the program found above
        [*command, *options, *_locale(binaries)],
        env=BARE,
        cwd=folder,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    secret.unlink()
    if made.returncode != 0:
        raise CannotStart(f"PostgreSQL cannot make its data folder:\n{made.stdout}")
    draft.rename(folder / "data")


def _locale(binaries: Postgres) -> list[str]:
    """The same order of words on every machine, whatever its own locales."""
    if binaries.major >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C.UTF-8" if sys.platform == "linux" else "--locale=C"]


def _drop_stale_lock(data: Path) -> None:
    """After a kill -9 the id in the lock file may meanwhile be that of some other program."""
    lock = data / "postmaster.pid"
    if not lock.exists() or not Path("/proc/self").exists():
        return
    pid = int((lock.read_text().split() or ["0"])[0])
    if not works_in(pid, data):
        lock.unlink()
    elif pid != os.getpid():
        os.kill(pid, signal.SIGINT)
        wait_until(lambda: not works_in(pid, data), seconds=30)
