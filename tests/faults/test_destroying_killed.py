"""The process that destroys is killed after its commit: the next round removes the files, once."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from casework.documents.checking import check
from casework.models import Contribution
from casework.services import documents
from config.database_roles import Connection
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.acting import acting_as
from tests.casework.documents.samples import PDF, upload
from tests.casework.retention.conftest import approve, propose
from tests.cast import Cast
from tests.isolation.lasting import lasting
from tests.servers import web_url

pytestmark = pytest.mark.slow

ROUND = """
import os, signal, sys
import django
django.setup()
from django.core.files.storage import FileSystemStorage
from django.utils import timezone
from casework.retention import destroying

left, delete = int(sys.argv[1]), FileSystemStorage.delete

def delete_or_die(storage, name):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    delete(storage, name)

FileSystemStorage.delete = delete_or_die
print(destroying.destroy_all(timezone.now()))
"""
"""It dies when it is to remove one file more than it may: a kill at no other instant tells more."""


@pytest.fixture
def owner(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Connection]:
    files = {**settings.STORAGES["default"], "OPTIONS": {"location": str(tmp_path)}}
    storages = {**settings.STORAGES, "default": files}
    with django_db_blocker.unblock(), override_settings(STORAGES=storages), lasting() as owner:
        yield owner


def a_round(files: Path, may_remove: int) -> subprocess.CompletedProcess[str]:
    name = str(connection.settings_dict["NAME"])
    environ = os.environ | {
        "DATABASE_URL": web_url(name),
        "DOCUMENT_ROOT": str(files),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return subprocess.run(
        [sys.executable, "-c", ROUND, str(may_remove)],
        env=environ,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_killed_between_the_commit_and_the_files(owner: Connection, tmp_path: Path) -> None:
    cast = Cast()
    case = reported(cast.police)
    with acting_as(cast.police):
        for number in (b"1", b"2"):
            documents.attach(
                contribution=Contribution.objects.filter(case=case)[0],
                upload=check(upload(f"bijlage {number.decode()}.pdf", PDF + b"% " + number)),
                actor=cast.police,
                at=timezone.now(),
            )
    do(case, "visit", cast.police, is_found="no")
    listing = propose(cast.police)
    approve(listing, actor_of("fg.politie"))
    assert left(owner, tmp_path) == (2, 0, 0)
    killed = a_round(tmp_path, may_remove=0)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    lines = count(owner, "casework_destructionline WHERE result = 'destroyed'")
    assert lines > 1
    assert count(owner, "casework_destructionline") == lines
    assert left(owner, tmp_path) == (2, 2, lines)
    killed = a_round(tmp_path, may_remove=1)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert left(owner, tmp_path) == (1, 1, lines)
    finished = a_round(tmp_path, may_remove=9)
    assert (finished.returncode, finished.stdout.strip()) == (0, "0"), finished.stderr
    assert left(owner, tmp_path) == (0, 0, lines)


def left(owner: Connection, files: Path) -> tuple[int, int, int]:
    """Files, keys of files that are still to go, and entries of what was destroyed."""
    stored = [one for one in files.rglob("*") if one.is_file()]
    return (
        len(stored),
        count(owner, "casework_fileremoval"),
        count(owner, "audit_entry WHERE action = 'destruction.destroyed'"),
    )


def count(owner: Connection, what: str) -> int:
    row = owner.execute(f"SELECT count(*) FROM {what}".encode()).fetchone()  # noqa: S608  from here
    assert row is not None
    return int(row[0])
