import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DataError
from pytest_django import Settings

from casework.documents.scanner import ScannerUnavailable
from casework.documents.storage import file_rollback
from casework.models import Contribution, Document
from casework.models.document import ScanResult
from casework.services import cases, documents
from partners.acting import acting_as
from partners.audit.models import Entry
from partners.refusals import Refused
from tests.casework.documents.dossier import AT, a_report, attached, checked
from tests.casework.documents.samples import PDF
from tests.cast import Cast


@pytest.fixture
def report(cast: Cast) -> Contribution:
    return a_report(cast)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_document_is_kept_with_its_checksum_and_told_of(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    document = attached(report, cast.police)
    assert document.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (document.size, document.scan) == (len(PDF), ScanResult.NOT_SCANNED)
    assert [path.read_bytes() for path in files(documents_folder)] == [PDF]
    assert "proces" not in document.key
    with acting_as(cast.police, at=AT):
        entry = Entry.objects.get(action="document.added")
    assert (entry.object_id, entry.case_reference) == (str(document.pk), report.case.reference)


def test_only_the_owner_of_a_contribution_adds_to_it(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    for actor in (cast.coordinator, cast.stranger, cast.prosecutor):
        with pytest.raises(Refused, match="van uw eigen organisatie"):
            attached(report, actor)
    assert files(documents_folder) == []


def test_a_closed_case_takes_no_documents(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    with acting_as(cast.coordinator, at=AT):
        cases.close(case=report.case, actor=cast.coordinator, at=AT)
    with pytest.raises(Refused, match="afgesloten"):
        attached(report, cast.police)
    assert files(documents_folder) == []


def test_the_same_file_sent_twice_is_kept_once(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    assert attached(report, cast.police) == attached(report, cast.police)
    assert attached(report, cast.police, "bijlage.pdf").name == "bijlage.pdf"
    assert len(files(documents_folder)) == 2


def test_a_file_that_no_scanner_saw_is_not_kept_when_there_is_one(
    cast: Cast, report: Contribution, documents_folder: Path, settings: Settings
) -> None:
    unseen = checked()
    settings.DOCUMENT_SCANNER = "clamd://127.0.0.1:1"
    with acting_as(cast.police, at=AT), pytest.raises(ScannerUnavailable):
        documents.attach(contribution=report, upload=unseen, actor=cast.police, at=AT)
    assert files(documents_folder) == []


def attach_all(cast: Cast, report: Contribution, *names: str) -> list[Document]:
    with acting_as(cast.police, at=AT):
        return documents.attach_all(
            contribution=report,
            uploads=[replace(checked(), name=name) for name in names],
            actor=cast.police,
            at=AT,
        )


def test_when_one_of_several_fails_none_is_kept(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    with pytest.raises(DataError):
        attach_all(cast, report, "a.pdf", "b.pdf", "c" * 201)
    with acting_as(cast.police, at=AT):
        assert not Document.objects.exists()
        assert not Entry.objects.filter(action="document.added").exists()
    assert files(documents_folder) == []
    assert len(attach_all(cast, report, "a.pdf", "b.pdf")) == 2


def attach_and_fail(cast: Cast, report: Contribution) -> None:
    with acting_as(cast.police, at=AT), file_rollback():
        documents.attach(contribution=report, upload=checked(), actor=cast.police, at=AT)
        raise KeyError


def test_a_step_that_fails_after_the_file_was_stored_leaves_no_file(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    with pytest.raises(KeyError):
        attach_and_fail(cast, report)
    assert files(documents_folder) == []
