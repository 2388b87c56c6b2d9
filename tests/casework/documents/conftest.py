import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from tests.casework.documents.clamd import Clamd, Handler, serving


@pytest.fixture(autouse=True)
def documents_folder(settings: Settings, tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(folder)},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.DOCUMENT_SCANNER = ""
    assert str(folder) == default_storage.path("")
    return folder


@pytest.fixture
def clamd(settings: Settings) -> Iterator[Clamd]:
    with serving(server := Clamd(("127.0.0.1", 0), Handler)):
        settings.DOCUMENT_SCANNER = server.address
        yield server


@pytest.fixture
def clamd_down(settings: Settings) -> Iterator[None]:
    """A port that is taken and on which nobody listens, so that it refuses for certain."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.DOCUMENT_SCANNER = f"clamd://127.0.0.1:{taken.getsockname()[1]}"
        yield
