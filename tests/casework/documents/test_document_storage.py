import hashlib
import io
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from casework.documents.storage import KEY, Damaged, digest, file_rollback, keep, read
from tests.casework.documents.samples import PDF

SHA256 = hashlib.sha256(PDF).hexdigest()


def kept() -> str:
    with file_rollback():
        return keep(io.BytesIO(PDF))


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_kept_file_comes_back_under_a_key_that_says_nothing(documents_folder: Path) -> None:
    key = kept()
    assert KEY.fullmatch(key)
    assert read(key, SHA256) == PDF
    assert digest(io.BytesIO(PDF)) == SHA256
    assert (documents_folder / key).read_bytes() == PDF


def test_any_storage_can_stand_behind_it(settings: Settings, documents_folder: Path) -> None:
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}
    assert read(kept(), SHA256) == PDF
    assert files(documents_folder) == []


def test_a_changed_a_lost_and_an_outside_file_are_not_given(documents_folder: Path) -> None:
    key = kept()
    (documents_folder / key).write_bytes(PDF + b" ")
    with pytest.raises(Damaged):
        read(key, SHA256)
    default_storage.delete(key)
    with pytest.raises(Damaged):
        read(key, SHA256)


def keep_and_fail(failure: type[Exception]) -> None:
    with file_rollback():
        keep(io.BytesIO(PDF))
        raise failure


def keep_nested_and_fail() -> None:
    with file_rollback():
        kept()
        with suppress(IndexError):
            keep_and_fail(IndexError)
        keep_and_fail(KeyError)


def test_a_failure_takes_the_files_of_inner_blocks_along(documents_folder: Path) -> None:
    earlier = kept()
    with pytest.raises(KeyError):
        keep_nested_and_fail()
    assert files(documents_folder) == [documents_folder / earlier]


def test_nothing_is_kept_where_nothing_would_remove_it(documents_folder: Path) -> None:
    with pytest.raises(LookupError):
        keep(io.BytesIO(PDF))
    assert files(documents_folder) == []
