"""The commands on a real database: a whole log, what was done to it, and what is proven from it."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from partners.audit.keyring import Keyring
from partners.audit.proof.checkpoints import split_notes
from partners.audit.proof.entries import FIELDS
from partners.audit.sealing import Sealer
from partners.audit.verifier import main
from tests.cast import Cast
from tests.isolation.lasting import lasting, logged_in_as, without_the_second_wall
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.conftest import SECRET
from tests.partners.audit.sealing.edits import EDITS, REWRITE
from tests.servers import sealer_url

CODE = "GM0828"
TABLES = (
    "audit_entry",
    "audit_trailentry",
    "audit_payload",
    "audit_treenode",
    "audit_checkpoint",
)


@pytest.fixture(scope="module")
def log(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """A log of 1,000 entries; the id of its organisation."""
    with django_db_blocker.unblock(), lasting():
        cast, sealer = Cast(), Sealer(Keyring(SECRET, host="schakelpunt.example"))
        for number in (400, 350, 248):
            many_entries(cast.coordinator, number)
            _seal(sealer)
        an_entry(cast.coordinator, payload={"note": "de naam van iemand"})
        an_entry(cast.police, touched=[cast.coordinator.organisation_id])
        _seal(sealer)
        assert cast.coordinator.organisation.code == CODE
        yield cast.coordinator.organisation_id


def _seal(sealer: Sealer) -> None:
    with logged_in_as(sealer_url(str(connection.settings_dict["NAME"]))):
        sealer.seal(at=timezone.now())


@pytest.fixture
def as_owner(log: int, django_db_blocker: Any) -> Iterator[None]:
    """Django as the owner of the database, whose changes are undone afterwards."""
    with without_the_second_wall(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def tamper(log: int, change: str) -> None:
    """As the owner may: the triggers put aside, the change made, the triggers back."""
    with connection.cursor() as cursor:
        found = "SELECT entry_id FROM audit_trailentry WHERE seq = 137 AND organisation_id = %s"
        cursor.execute(found, [log])
        (entry,) = cursor.fetchone()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(change, {"log": log, "entry": entry})
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def audit(*arguments: object) -> str:
    told = StringIO()
    call_command("audit", *map(str, arguments), stdout=told)
    return told.getvalue()


def verdict(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    return main([str(argument) for argument in arguments]), capsys.readouterr().out


def test_an_honest_log_is_exported_and_verified(
    as_owner: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder"
    assert "1000 regels van GM0828" in audit("export", "--organisatie", CODE, "--uit", folder)
    files = {path.name for path in folder.iterdir()}
    assert files == {"entries.jsonl", "checkpoints.txt", "key.txt", "hashes.txt"}
    status, told = verdict(capsys, folder, "--tegen", folder / "checkpoints.txt")
    assert status == 0
    assert "1000 regels, 4 controlepunten" in told
    assert "KLOPT." in audit("verify", folder)


def test_an_entry_has_its_fields_and_never_the_payload(as_owner: None, tmp_path: Path) -> None:
    audit("export", "--organisatie", CODE, "--uit", tmp_path / "folder")
    text = (tmp_path / "folder/entries.jsonl").read_text()
    entries = [json.loads(line) for line in text.splitlines()]
    assert [entry["seq"] for entry in entries] == list(range(1000))
    assert set(entries[998]) == set(FIELDS)
    assert entries[998]["payload_hash"]
    assert entries[999]["actor"]["organisation"] != CODE
    assert "de naam van iemand" not in text


@pytest.mark.parametrize("change", EDITS.values(), ids=list(EDITS))
def test_the_owner_of_the_database_changes_nothing_unseen(
    log: int, as_owner: None, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    """Neither while it is exported nor for whoever has only the folder."""
    tamper(log, change)
    with pytest.raises(CommandError, match="Volgnummer 137 is niet meer zoals het is verzegeld"):
        audit("export", "--organisatie", CODE, "--uit", tmp_path / "folder")
    status, told = verdict(capsys, tmp_path / "folder")
    assert status == 1
    # Where the kept hash went along with its row, the checkpoints tell among which entries it is.
    went_along = change in (EDITS["trail leaf_hash"], EDITS["swap"])
    assert ("Volgnummer 137 (regel 138" in told) is not went_along
    (tmp_path / "folder/hashes.txt").unlink()
    status, told = verdict(capsys, tmp_path / "folder")
    # Of that one the lines are as they were: what was changed is no part of what is proven.
    assert status == (0 if change == EDITS["trail leaf_hash"] else 1)


@pytest.mark.parametrize(
    "change",
    ["UPDATE audit_payload SET content = '{\"a\": 1}'", "UPDATE audit_payload SET salt = 'x'"],
)
def test_a_payload_that_was_changed_is_seen(
    log: int, as_owner: None, tmp_path: Path, change: str
) -> None:
    tamper(log, change)
    with pytest.raises(CommandError, match="De inhoud bij volgnummer 998 is gewijzigd"):
        audit("export", "--organisatie", CODE, "--uit", tmp_path / "folder")


def test_a_payload_that_was_destroyed_on_time_leaves_a_log_that_holds(
    log: int, as_owner: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit("export", "--organisatie", CODE, "--uit", tmp_path / "before")
    tamper(log, "DELETE FROM audit_payload")
    audit("export", "--organisatie", CODE, "--uit", tmp_path / "after")
    before, after = (
        (tmp_path / name / "entries.jsonl").read_bytes() for name in ("before", "after")
    )
    assert before == after
    assert verdict(capsys, tmp_path / "after", "--tegen", tmp_path / "before")[0] == 0


def test_the_owner_who_rewrites_everything_even_with_the_key_is_seen_by_who_kept_a_checkpoint(
    log: int, as_owner: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit("export", "--organisatie", CODE, "--uit", tmp_path / "before")
    tamper(log, REWRITE)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_trailentry DISABLE TRIGGER USER")
    Sealer(Keyring(SECRET, host="schakelpunt.example")).seal(at=timezone.now())
    audit("export", "--organisatie", CODE, "--uit", tmp_path / "after")
    assert verdict(capsys, tmp_path / "after")[0] == 0
    for kept in (tmp_path / "before/checkpoints.txt", tmp_path / "before"):
        assert verdict(capsys, tmp_path / "after", "--tegen", kept)[0] == 1


def test_proofs_from_the_database_hold_without_it(
    as_owner: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit("export", "--organisatie", CODE, "--uit", tmp_path / "folder")
    key = ("--sleutel", tmp_path / "folder/key.txt")
    kept = tmp_path / "kept.txt"
    kept.write_text(split_notes((tmp_path / "folder/checkpoints.txt").read_text())[1])
    proof, of = tmp_path / "proof", ("--organisatie", CODE, "--uit", tmp_path / "proof")
    for asked, expected in (
        (("--regel", 137), "Volgnummer 137 staat in"),
        (("--regel", 0, "--bij", 400), "bij 400 regels"),
        (("--van", 400), "groeide van 400 naar 1000"),
        (("--van", kept, "--bij", 998), "groeide van 750 naar 998"),
    ):
        audit("prove", *of, *asked)
        status, told = verdict(capsys, proof, *key)
        assert (status, expected in told) == (0, True)
    assert verdict(capsys, proof, *key, "--tegen", kept)[0] == 0


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("prove", "--organisatie", CODE, "--regel", 1000), "geen regel met volgnummer 1000"),
        (("prove", "--organisatie", CODE, "--regel", 500, "--bij", 400), "no leaf 500"),
        (("prove", "--organisatie", CODE, "--van", 401), "geen controlepunt van 401"),
        (("prove", "--organisatie", CODE, "--van", 750, "--bij", 400), "does not continue"),
        (("prove", "--organisatie", "GM0000", "--regel", 1), "geen organisatie met code GM0000"),
        (("export", "--organisatie", "GM1948"), "nog niets verzegeld"),
    ],
)
def test_what_cannot_be_had_is_told(
    as_owner: None, tmp_path: Path, asked: tuple[object, ...], why: str
) -> None:
    with pytest.raises(CommandError, match=why):
        audit(*asked, "--uit", tmp_path / "out")


def test_an_export_is_not_written_over(as_owner: None, tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text("from earlier")
    with pytest.raises(CommandError, match="is niet leeg"):
        audit("export", "--organisatie", CODE, "--uit", tmp_path)


def test_the_sealer_exports_too_and_the_web_finds_nothing(log: int, tmp_path: Path) -> None:
    with logged_in_as(sealer_url(str(connection.settings_dict["NAME"]))):
        assert "1000 regels" in audit("export", "--organisatie", CODE, "--uit", tmp_path / "s")
    with pytest.raises(CommandError, match="nog niets verzegeld"):
        audit("export", "--organisatie", CODE, "--uit", tmp_path / "w")
