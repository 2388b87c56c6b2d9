import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction
from django.utils import timezone

from casework.models import Document
from tests.servers import OWNER, PASSWORD

KNOWN, ORPHAN, FRESH = (f"ab/ab{number}{'0' * 29}" for number in range(3))
FOREIGN = "ab/notes.txt"


@pytest.fixture
def stored(documents_folder: Path) -> Path:
    (documents_folder / "ab").mkdir(parents=True)
    before = (timezone.now() - timedelta(days=2)).timestamp()
    for key in (KNOWN, ORPHAN, FRESH, FOREIGN):
        (documents_folder / key).write_text("a")
        if key != FRESH:
            os.utime(documents_folder / key, (before, before))
    return documents_folder


@pytest.fixture
def as_owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The owner of the tables knows one document, in a transaction that never ends well."""
    with django_db_blocker.unblock():
        web = connections["default"]
        login = {"USER": OWNER, "PASSWORD": PASSWORD}
        owner = type(web)({**web.settings_dict, **login}, "default")
        connections["default"] = owner
        try:
            with transaction.atomic():
                _know(KNOWN)
                yield
                transaction.set_rollback(True)
        finally:
            owner.close()
            connections["default"] = web


def _know(key: str) -> None:
    """Foreign keys are judged at the commit, which does not come."""
    Document.objects.create(
        contribution_id=uuid4(),
        size=1,
        key=key,
        uploaded_by_id=0,
        uploaded_at=timezone.now(),
    )


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("as_owner")
def test_only_old_files_of_ours_that_no_document_knows_go(
    stored: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("sweep_documents", "--dry-run")
    assert names(stored) == {KNOWN, ORPHAN, FRESH, FOREIGN}
    call_command("sweep_documents")
    assert names(stored) == {KNOWN, FRESH, FOREIGN}
    assert capsys.readouterr().out == "Bestanden zonder document: 1\n" * 2


@pytest.mark.django_db
def test_a_role_that_does_not_see_all_documents_removes_nothing(stored: Path) -> None:
    with pytest.raises(CommandError, match="ziet niet alle documenten"):
        call_command("sweep_documents")
    assert names(stored) == {KNOWN, ORPHAN, FRESH, FOREIGN}


@pytest.mark.usefixtures("as_owner")
def test_without_any_stored_file_there_is_nothing_to_do(
    documents_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents_folder.mkdir()
    call_command("sweep_documents")
    assert capsys.readouterr().out == "Bestanden zonder document: 0\n"
