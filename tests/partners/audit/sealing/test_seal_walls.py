"""One change is let through, by one role: everything else about a sealed trail stands."""

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from psycopg import sql

from config.database_roles import Connection, connect, with_database
from partners.acting import acting_as
from partners.audit.models import Checkpoint, SealKey, TrailEntry, TreeNode
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.conftest import Seal
from tests.servers import admin_url, sealer_url

NEW_ROWS = (
    """INSERT INTO audit_sealkey (organisation_id, verifier, since_size, at)
        SELECT id, 'x', 0, now() FROM partners_organisation LIMIT 1""",
    """INSERT INTO audit_treenode (organisation_id, level, place, root)
        SELECT id, 8, 0, 'x'::bytea FROM partners_organisation LIMIT 1""",
    """INSERT INTO audit_checkpoint (organisation_id, size, root, note, at)
        SELECT id, 9, 'x'::bytea, 'x', now() FROM partners_organisation LIMIT 1""",
)
CHANGES_OF_SEALS = (
    "UPDATE audit_checkpoint SET note = 'x'",
    "UPDATE audit_treenode SET level = 16",
    "UPDATE audit_sealkey SET verifier = 'x'",
    "DELETE FROM audit_checkpoint",
    "DELETE FROM audit_treenode",
    "DELETE FROM audit_sealkey",
    "TRUNCATE audit_checkpoint, audit_treenode, audit_sealkey",
)
OF_SEALED = (
    "UPDATE audit_trailentry SET seq = seq + 1000, leaf_hash = leaf_hash",
    "UPDATE audit_trailentry SET seq = NULL, leaf_hash = NULL",
    "UPDATE audit_trailentry SET leaf_hash = 'x'::bytea",
)


@pytest.fixture
def sealed(cast: Cast, seal: Seal) -> Cast:
    many_entries(cast.coordinator, 256)
    an_entry(cast.police, payload={"note": "x"})
    seal()
    return cast


@pytest.fixture
def sealer(sealed: Cast) -> Connection:
    return connect(sealer_url(str(connection.settings_dict["NAME"])))


@pytest.mark.parametrize("change", [*CHANGES_OF_SEALS, *OF_SEALED, *NEW_ROWS])
def test_the_web_changes_nothing_of_a_seal(sealed: Cast, change: str) -> None:
    with (
        acting_as(sealed.coordinator),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
    ):
        cursor.execute(change)


@pytest.mark.parametrize("change", [*CHANGES_OF_SEALS, *OF_SEALED])
def test_nor_does_the_owner_or_a_superuser(sealed: Cast, owner: Connection, change: str) -> None:
    name = str(connection.settings_dict["NAME"])
    with connect(with_database(admin_url(), name)) as administrator:
        for one in (owner, administrator):
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                one.execute(sql.SQL(change))


def test_the_owner_numbers_no_entry_either(cast: Cast, owner: Connection) -> None:
    an_entry(cast.coordinator)
    with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        owner.execute("UPDATE audit_trailentry SET seq = 0, leaf_hash = 'x'::bytea")


def test_who_may_only_hand_the_role_on_does_not_seal(cast: Cast, owner: Connection) -> None:
    """As PostgreSQL gives the role to whoever made it."""
    an_entry(cast.coordinator)
    with connect(admin_url()) as administrator:
        administrator.execute(
            """GRANT schakelpunt_sealer TO schakelpunt_test_owner
                WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"""
        )
        try:
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                owner.execute("UPDATE audit_trailentry SET seq = 0, leaf_hash = 'x'::bytea")
        finally:
            administrator.execute("REVOKE schakelpunt_sealer FROM schakelpunt_test_owner")


def test_the_web_adds_no_entry_that_is_numbered_already(cast: Cast) -> None:
    entry = an_entry(cast.coordinator)
    with (
        acting_as(cast.coordinator),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        TrailEntry.objects.create(
            entry=entry, organisation=cast.police.organisation, seq=0, leaf_hash=bytes(32)
        )


@pytest.mark.parametrize(
    "change",
    [
        *CHANGES_OF_SEALS,
        "DELETE FROM audit_trailentry",
        "UPDATE audit_trailentry SET organisation_id = organisation_id",
        "UPDATE audit_entry SET result = 'ok'",
        "SELECT content FROM audit_payload",
        "SELECT name FROM partners_person",
        "INSERT INTO audit_trailentry (id) VALUES (gen_random_uuid())",
        "SELECT reference FROM casework_case",
    ],
)
def test_the_sealer_does_nothing_but_seal(sealer: Connection, change: str) -> None:
    with sealer, pytest.raises(psycopg.errors.InsufficientPrivilege):
        sealer.execute(sql.SQL(change))


@pytest.mark.parametrize("change", OF_SEALED)
def test_the_sealer_seals_an_entry_once(sealer: Connection, owner: Connection, change: str) -> None:
    """Its policy finds no sealed row; without that wall the trigger still refuses."""
    with sealer:
        assert sealer.execute(sql.SQL(change)).rowcount == 0
        owner.execute("ALTER TABLE audit_trailentry DISABLE ROW LEVEL SECURITY")
        try:
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                sealer.execute(sql.SQL(change))
        finally:
            owner.execute("ALTER TABLE audit_trailentry ENABLE ROW LEVEL SECURITY")


def test_a_partner_reads_its_own_seals_and_no_others(sealed: Cast) -> None:
    for actor, nodes in ((sealed.privacy_officer, 1), (sealed.police, 0)):
        with acting_as(actor):
            for model, number in ((Checkpoint, 1), (SealKey, 1), (TreeNode, nodes)):
                found = model._default_manager.values_list("organisation_id", flat=True)
                assert list(found) == [actor.organisation_id] * number
    with acting_as(None):
        assert not Checkpoint.objects.exists()


def test_the_code_of_an_organisation_is_not_changed_as_it_stands_in_sealed_lines(
    owner: Connection,
) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        owner.execute("UPDATE partners_organisation SET code = 'GM9999' WHERE code = 'GM0828'")
    owner.execute("UPDATE partners_organisation SET code = code WHERE code = 'GM0828'")
