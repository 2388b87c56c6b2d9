"""Brings the database and the static files to what this version needs, in one process for speed.

Runs as the owner of the database: `python -m config.populate ACCOUNTS`, where ACCOUNTS is the file
that the table of demo accounts is written to.
"""

import hashlib
import sys
from contextlib import redirect_stdout
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
STAMP = "collected"


def main(accounts: Path) -> None:
    django.setup()
    from workflows.services.parked import park_lost_steps  # noqa: PLC0415  needs the models

    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_reference")
    park_lost_steps()
    collect_static()
    accounts.unlink(missing_ok=True)
    if settings.DEMO:
        call_command("load_demo")
        with accounts.open("w") as table, redirect_stdout(table):
            call_command("demo_accounts")


def collect_static() -> None:
    """Only when an input differs: compressing everything takes longer than all else together."""
    target = Path(settings.STATIC_ROOT)
    stamp = target / STAMP
    wanted = _inputs()
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["viewflow"])
        stamp.write_text(wanted)


def _inputs() -> str:
    digest = hashlib.sha256()
    sources = [path for path in ROOT.glob("*/static/**/*") if path.is_file()]
    for path in [*sorted(sources), ROOT / "requirements/base.txt", ROOT / "config/settings.py"]:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
