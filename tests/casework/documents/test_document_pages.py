import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from casework.models import Contribution, Document
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from tests.casework.documents.clamd import Clamd
from tests.casework.documents.dossier import AT, a_report, attached
from tests.casework.documents.samples import EICAR, PDF, upload
from tests.cast import Cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


@pytest.fixture
def report(cast: Cast) -> Contribution:
    return a_report(cast)


@pytest.fixture
def document(cast: Cast, report: Contribution) -> Document:
    return attached(report, cast.police, "café <b>.pdf")


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def fetch(actor: Actor, pk: object) -> "Answer":
    return browser(actor).get(reverse("document_download", args=[pk]))


def send(actor: Actor, report: Contribution, *uploads: SimpleUploadedFile) -> "Answer":
    address = reverse("document_add", args=[report.pk])
    return browser(actor).post(address, {"attachments": list(uploads)})


def kept(actor: Actor) -> list[str]:
    with acting_as(actor, at=AT):
        return list(Document.objects.values_list("name", flat=True))


def without_token(response: "Answer") -> str:
    return re.sub(r"\b[A-Za-z0-9]{64}\b", "", response.content.decode())


def test_a_document_is_served_to_be_saved_and_never_shown(cast: Cast, document: Document) -> None:
    response = fetch(cast.coordinator, document.pk)
    assert (response.status_code, response.content) == (200, PDF)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''caf%C3%A9%20_b_.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in response["Cache-Control"]


def test_a_row_with_another_media_type_is_served_as_bytes(
    cast: Cast, report: Contribution, document: Document
) -> None:
    with acting_as(cast.police, at=AT):
        odd = Document.objects.create(
            contribution=report,
            name="a.html",
            media_type="text/html",
            size=document.size,
            sha256=document.sha256,
            key=f"{document.key}/../{document.key[3:]}",
            scan=document.scan,
            uploaded_by=cast.police.person,
            uploaded_at=AT,
        )
    assert fetch(cast.police, odd.pk)["Content-Type"] == "application/octet-stream"


def test_fetching_stands_in_the_trail_of_reader_and_owner_with_the_ground(
    cast: Cast, document: Document
) -> None:
    fetch(cast.coordinator, document.pk)
    for actor in (cast.coordinator, cast.police):
        with acting_as(actor):
            entry = Entry.objects.get(action="document.read", object_id=str(document.pk))
            assert entry.trails.filter(organisation=actor.organisation).exists()
            assert entry.person == cast.coordinator.person
            assert entry.ground
    fetch(cast.police, document.pk)
    with acting_as(cast.police):
        assert Entry.objects.filter(action="document.read", ground="").count() == 1
    with acting_as(cast.coordinator):
        assert Entry.objects.filter(action="document.read").count() == 1


def test_a_foreign_and_an_unknown_document_look_the_same(cast: Cast, document: Document) -> None:
    for actor in (cast.stranger, cast.prosecutor, cast.privacy_officer, cast.secretary):
        unknown = uuid4()
        pages = [(fetch(actor, pk), str(pk)) for pk in (document.pk, unknown)]
        assert [page.status_code for page, _pk in pages] == [404, 404]
        assert len({without_token(page).replace(pk, "") for page, pk in pages}) == 1


def test_a_changed_file_is_not_served_and_not_recorded_as_read(
    cast: Cast, document: Document, documents_folder: Path
) -> None:
    (documents_folder / document.key).write_bytes(b"%PDF-1.4 something else")
    response = fetch(cast.coordinator, document.pk)
    assert response.status_code == 500
    assert "veranderd sinds het werd toegevoegd" in response.content.decode()
    with acting_as(cast.police):
        assert not Entry.objects.filter(action="document.read").exists()


def test_files_are_added_to_a_contribution_of_ones_own(cast: Cast, report: Contribution) -> None:
    page = browser(cast.police).get(reverse("document_add", args=[report.pk]))
    assert "P: politiegegevens" in page.content.decode()
    # Django keeps the large one on disk while it comes in, the small one in memory.
    large = PDF.replace(b"trailer", b"%" + b"a" * 3_000_000 + b"\ntrailer")
    response = send(cast.police, report, upload("a.pdf", large), upload("b.txt", b"312 planten"))
    assert response.status_code == 302
    assert set(kept(cast.police)) == {"a.pdf", "b.txt"}
    with acting_as(cast.police, at=AT):
        document = Document.objects.get(name="a.pdf")
    assert fetch(cast.police, document.pk).content == large


def test_a_refused_file_keeps_the_others_out_and_says_why(
    cast: Cast, report: Contribution, clamd: Clamd
) -> None:
    response = send(cast.police, report, upload("a.pdf", PDF), upload("b.txt", EICAR))
    assert response.status_code == 422
    page = response.content.decode()
    assert "b.txt: de virusscanner vond iets schadelijks" in page
    assert "U koos: a.pdf, b.txt." in page
    assert kept(cast.police) == []
    assert send(cast.police, report, upload("a.pdf", PDF)).status_code == 302
    assert clamd.asked == 3


@pytest.mark.usefixtures("clamd_down")
def test_nothing_is_stored_while_the_scanner_is_down(
    cast: Cast, report: Contribution, documents_folder: Path
) -> None:
    response = send(cast.police, report, upload("a.pdf", PDF))
    assert response.status_code == 422
    assert "De virusscanner is nu niet bereikbaar" in response.content.decode()
    assert kept(cast.police) == []
    assert not documents_folder.exists()


def test_a_receiver_may_not_add_and_a_stranger_sees_nothing(
    cast: Cast, report: Contribution
) -> None:
    address = reverse("document_add", args=[report.pk])
    assert browser(cast.coordinator).get(address).status_code == 403
    assert send(cast.coordinator, report, upload("a.pdf", PDF)).status_code == 403
    assert send(cast.stranger, report, upload("a.pdf", PDF)).status_code == 404
    assert kept(cast.police) == []


def test_the_list_shows_size_class_checksum_scan_and_who(
    cast: Cast, report: Contribution, document: Document
) -> None:
    with acting_as(cast.police, at=AT):
        page = render_to_string(
            "casework/document/_list.html",
            {"contribution": report, "documents": report.documents.all()},
        )
    assert "café _b_.pdf" in page
    assert f"{len(PDF)}\xa0bytes" in page
    assert f"<code>{document.sha256}</code>" in page
    assert "2 maart 2026, 09:30" in page
    for told in ("P: politiegegevens", "Niet gescand", cast.police.person.name):
        assert told in page
