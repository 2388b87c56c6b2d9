"""The sealed log as the page saves it: whole, verified without the product, and nobody else's."""

import asyncio
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from config.database_roles import Connection
from partners import actions
from partners.acting import acting_as
from partners.audit.models import Entry, Payload
from partners.audit.sealed_log import NothingSealed, SealedLog
from partners.audit.verifier import main
from partners.http import DiskResponse
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.clients import client_of
from tests.partners.audit.sealing.conftest import Seal

FILES = {"entries.jsonl", "checkpoints.txt", "key.txt", "hashes.txt", "LEESMIJ.txt"}


def saved(cast: Cast, folder: Path) -> Path:
    """The unpacked folder."""
    answer: Any = client_of(cast.privacy_officer).get("/auditspoor.zip")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert 'filename="verzegeld-auditspoor-GM0828-' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        archive.extractall(folder)
    (unpacked,) = folder.iterdir()
    return unpacked


@pytest.fixture
def sealed(cast: Cast, seal: Seal) -> Cast:
    """A log of 300 entries and two checkpoints; then one of politie, on what is of Oss."""
    many_entries(cast.coordinator, 299)
    seal()
    an_entry(cast.police, touched=[cast.coordinator.organisation_id], payload={"note": "geheim"})
    many_entries(cast.police, 5)
    seal()
    return cast


def test_the_unpacked_file_is_verified_with_and_without_the_product(
    sealed: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = saved(sealed, tmp_path)
    assert {path.name for path in folder.iterdir()} == FILES
    told = StringIO()
    call_command("audit", "verify", str(folder), stdout=told)
    assert "KLOPT. Spoor" in told.getvalue()
    assert main([str(folder), "--tegen", str(folder / "checkpoints.txt")]) == 0
    assert "300 regels, 2 controlepunten" in capsys.readouterr().out
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"geheim" not in everything
    assert "300 REGELS" in (folder / "LEESMIJ.txt").read_text()


@pytest.mark.parametrize("name", ["entries.jsonl", "checkpoints.txt"])
def test_a_flipped_byte_is_found(
    sealed: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = saved(sealed, tmp_path)
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    # In the middle of the checkpoints stands what keeps two of them apart.
    status, told = (1, "KLOPT NIET") if name == "entries.jsonl" else (2, "NIET TE CONTROLEREN")
    assert main([str(folder)]) == status
    assert told in capsys.readouterr().out


def test_it_is_what_audit_export_writes(sealed: Cast, tmp_path: Path, seal: Seal) -> None:
    folder = saved(sealed, tmp_path / "page")
    with acting_as(sealed.privacy_officer):
        SealedLog(sealed.privacy_officer.organisation).export(tmp_path / "command")
    for name in FILES - {"LEESMIJ.txt"}:
        assert (folder / name).read_bytes() == (tmp_path / "command" / name).read_bytes()


def test_saving_it_is_an_entry(sealed: Cast, tmp_path: Path) -> None:
    saved(sealed, tmp_path)
    with acting_as(sealed.privacy_officer):
        entry = Entry.objects.get(action=actions.TRAIL_EXPORTED)
        assert entry.person == sealed.privacy_officer.person
        assert Payload.objects.get(entry=entry).content == {"form": "sealed", "size": 300}


def test_a_log_that_was_changed_is_saved_as_evidence_and_says_so(
    sealed: Cast, tmp_path: Path, owner: Connection
) -> None:
    owner.execute("ALTER TABLE audit_entry DISABLE TRIGGER append_only")
    owner.execute("UPDATE audit_entry SET ground = 'Wpg 18' WHERE object_id = '137'")
    owner.execute("ALTER TABLE audit_entry ENABLE TRIGGER append_only")
    folder = saved(sealed, tmp_path)
    assert "Volgnummer 137 is niet meer" in (folder / "LEESMIJ.txt").read_text()
    assert main([str(folder)]) == 1
    with acting_as(sealed.privacy_officer):
        entry = Entry.objects.get(action=actions.TRAIL_EXPORTED)
        assert Payload.objects.get(entry=entry).content["first_bad"] == 137


def test_without_a_seal_there_is_no_file(cast: Cast) -> None:
    answer = client_of(cast.privacy_officer).get("/auditspoor.zip")
    assert answer.status_code == 409
    assert "nog niets verzegeld" in answer.content.decode()


def test_the_web_reads_the_sealed_log_of_its_own_organisation_alone(sealed: Cast) -> None:
    officer = sealed.privacy_officer
    with acting_as(officer), connection.cursor() as cursor:
        with pytest.raises(NothingSealed):
            SealedLog(sealed.police.organisation)
        for table in ("audit_checkpoint", "audit_sealkey", "audit_trailentry"):
            cursor.execute(f"SELECT DISTINCT organisation_id FROM {table}")  # noqa: S608
            assert cursor.fetchall() == [(officer.organisation_id,)]


def test_over_asgi_a_file_comes_piece_by_piece() -> None:
    content = b"0123456789" * 100_000

    async def pieces() -> list[bytes]:
        return [piece async for piece in DiskResponse(BytesIO(content))]

    found = asyncio.run(pieces())
    assert len(found) > 1
    assert b"".join(found) == content
