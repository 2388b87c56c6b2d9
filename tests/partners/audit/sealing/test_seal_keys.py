"""Keys change hands openly, and a log that was tampered with is not signed for again."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from config.database_roles import Connection
from partners.audit.keyring import Keyring, keyring
from partners.audit.models import Checkpoint, SealKey
from partners.audit.proof.checkpoints import open_checkpoint
from partners.audit.proof.notes import BadNote, VerifierKey
from partners.audit.sealing import Sealer
from tests.cast import Cast
from tests.isolation.lasting import without_the_second_wall
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.conftest import SECRET, Seal

NEW = "the-next-secret-of-the-tests-and-of-nothing-else"
HOST = "schakelpunt.example"


def keys_and_last_note(cast: Cast) -> tuple[list[VerifierKey], str]:
    with without_the_second_wall():
        log = cast.coordinator.organisation_id
        keys = SealKey.objects.filter(organisation=log).values_list("verifier", flat=True)
        last = Checkpoint.objects.filter(organisation=log).latest("size")
        return [VerifierKey.parse(key) for key in keys], last.note


def test_after_a_change_of_secret_old_and_new_key_vouch_together(cast: Cast, seal: Seal) -> None:
    an_entry(cast.coordinator)
    seal()
    an_entry(cast.coordinator)
    assert seal(Sealer(Keyring(NEW, SECRET, HOST))) == 1
    (old, new), note = keys_and_last_note(cast)
    assert old != new
    for key in (old, new):
        assert open_checkpoint(note, [key]).size == 2
    an_entry(cast.coordinator)
    assert seal(Sealer(Keyring(NEW, host=HOST))) == 1
    _keys, note = keys_and_last_note(cast)
    assert open_checkpoint(note, [new]).size == 3
    with pytest.raises(BadNote):
        open_checkpoint(note, [old])


def test_another_secret_without_the_old_one_seals_nothing_unless_it_is_said_to_be_lost(
    cast: Cast, seal: Seal
) -> None:
    an_entry(cast.coordinator)
    seal()
    an_entry(cast.coordinator)
    sealer = Sealer(Keyring(NEW, host=HOST))
    assert seal(sealer) == 0
    assert "AUDIT_SEAL_SEED_PREVIOUS" in sealer.left_alone[cast.coordinator.organisation_id]
    assert seal(Sealer(Keyring(NEW, host=HOST), takes_new_key=True)) == 1
    keys, _note = keys_and_last_note(cast)
    assert len(keys) == 2


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_trailentry SET leaf_hash = decode(repeat('00', 32), 'hex') WHERE seq = 258",
        "UPDATE audit_trailentry SET seq = 900 WHERE seq = 257",
        "DELETE FROM audit_trailentry WHERE seq = 258",
        "UPDATE audit_treenode SET root = decode(repeat('00', 32), 'hex')",
        "DELETE FROM audit_treenode",
        "UPDATE audit_checkpoint SET size = 200",
        "UPDATE audit_checkpoint SET root = decode(repeat('00', 32), 'hex')",
        "UPDATE audit_checkpoint SET note = replace(note, 'GM', 'GN')",
    ],
)
def test_a_log_that_is_not_what_was_signed_is_left_alone_and_the_others_go_on(
    cast: Cast, seal: Seal, owner: Connection, tampering: str
) -> None:
    many_entries(cast.coordinator, 259)
    assert seal() == 259
    tables = ("audit_trailentry", "audit_treenode", "audit_checkpoint")
    for table in tables:
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER".encode())
    owner.execute(tampering.encode())
    for table in tables:
        owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER".encode())
    sealer = Sealer(Keyring(SECRET, host=HOST))
    an_entry(cast.coordinator)
    an_entry(cast.police)
    assert seal(sealer) == 1
    assert set(sealer.left_alone) == {cast.coordinator.organisation_id}
    an_entry(cast.police)
    assert seal(sealer) == 1


def test_a_secret_that_is_short_or_absent_is_refused(settings: Settings) -> None:
    for secret in ("", "short"):
        settings.AUDIT_SEAL_SEED = secret
        with pytest.raises(ImproperlyConfigured, match="AUDIT_SEAL_SEED needs"):
            keyring()
    settings.AUDIT_SEAL_SEED = SECRET
    assert keyring().keys_of("x")[0].verifier.name == "x"
