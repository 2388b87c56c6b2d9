"""The programs of Schakelpunt as processes: what each is given and when the web answers."""

import os
import signal
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from config.embedded.ports import LOOPBACK
from config.embedded.processes import Child, Group, wait_until
from config.embedded.refusal import CannotStart
from config.embedded.state import State
from config.servers import Servers

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
READY_SECONDS = 60.0
SEEDS = ("AUDIT_SEAL_SEED", "AUDIT_SEAL_SEED_PREVIOUS")
# What web and worker are not given.
OF_OTHERS = ("DATABASE_OWNER_URL", "DATABASE_SEALER_URL", *SEEDS)


def environ_of(state: State, servers: Servers, address: str) -> dict[str, str]:
    """What the programs get: what is set already wins, but for the login of the web."""
    port = address.rpartition(":")[2]
    usual = {
        "SECRET_KEY": state.secret("secret_key"),
        "DEMO": "1",
        "DEBUG": "0",
        "ALLOWED_HOSTS": f"{LOOPBACK},localhost",
        "PUBLIC_URL": f"http://{LOOPBACK}:{port}",
        "DOCUMENT_ROOT": str(VAR / "documents"),
        "STATIC_ROOT": str(VAR / "static"),
        "PYTHONUNBUFFERED": "1",
    }
    fixed = {
        "DATABASE_URL": servers.databases.web_url,
        "REDIS_URL": servers.redis_url,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    given = {name: value for name, value in os.environ.items() if name not in OF_OTHERS}
    return {**usual, **given, **fixed}


def environ_of_sealer(state: State, servers: Servers, environ: Mapping[str, str]) -> dict[str, str]:
    """What it has beside the others: a login of its own, and the secret of the keys."""
    seeds = {name: os.environ[name] for name in SEEDS if os.environ.get(name)}
    return {
        **environ,
        "AUDIT_SEAL_SEED": state.secret("audit_seal_seed"),
        **seeds,
        "DATABASE_URL": servers.databases.sealer_url,
    }


def _program(group: Group, name: str, arguments: list[str], environ: dict[str, str]) -> Child:
    """Killed with its supervisor: the database goes at that moment too, and a worker that waits
    for it to finish a job would outlive both. What it did not finish is done again.
    """
    command = [sys.executable, *arguments]
    return group.spawn(name, command, environ=environ, cwd=ROOT, orphaned=signal.SIGKILL)


def environ_of_owner(environ: dict[str, str], servers: Servers) -> dict[str, str]:
    """For what migrates and loads, and for the commands one gives by hand."""
    owner_url = servers.databases.owner_url
    return {**environ, "DATABASE_URL": owner_url, "DATABASE_OWNER_URL": owner_url}


def populate(group: Group, as_owner: dict[str, str], accounts: Path) -> None:
    child = _program(group, "populate", ["-m", "config.populate", str(accounts)], as_owner)
    if child.process.wait() != 0:
        raise CannotStart(f"The database could not be brought up to date:\n{child.last_words()}")
    group.forget(child)


def start_worker(group: Group, environ: dict[str, str]) -> Child:
    return _program(group, "worker", ["manage.py", "work"], environ)


def start_sealer(group: Group, environ: dict[str, str]) -> Child:
    """`environ` is that of `environ_of_sealer`."""
    return _program(group, "sealer", ["manage.py", "seal"], environ)


def start_web(group: Group, environ: dict[str, str], address: str) -> Child:
    port = address.rpartition(":")[2]
    options = ["--host", LOOPBACK, "--port", port, "--no-proxy-headers", "--no-server-header"]
    options += ["--ws-max-size", "4096"]
    patience = ["--timeout-graceful-shutdown", "5"]
    arguments = ["-m", "uvicorn", "config.asgi:application", *options, *patience]
    return _program(group, "web", arguments, environ)


def await_web(web: Child, address: str) -> None:
    if not wait_until(lambda: _answers(web, address), seconds=READY_SECONDS) or _ended(web):
        raise CannotStart(f"The web server does not answer:\n{web.last_words()}")


def _answers(web: Child, address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310  our own address
            return bool(page.status < 500)
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return _ended(web)


def _ended(child: Child) -> bool:
    return child.process.poll() is not None
