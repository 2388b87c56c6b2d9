"""What is written while the index of a trail is made stands in it too, whenever it was written."""

from contextlib import suppress
from importlib import import_module

from django.db.migrations import RunSQL
from psycopg.errors import LockNotAvailable

from config.database_roles import Connection
from tests.cast import Cast
from tests.isolation.lasting import owner_of_database
from tests.partners.audit.entries import an_entry

FILLED = import_module("partners.audit.migrations.0009_trail_index_filled")
INTO_ANOTHER_TRAIL = """
INSERT INTO audit_trailentry (id, entry_id, organisation_id)
SELECT gen_random_uuid(), t.entry_id, o.id FROM audit_trailentry t, partners_organisation o
WHERE NOT EXISTS (SELECT FROM audit_trailentry other
                  WHERE other.entry_id = t.entry_id AND other.organisation_id = o.id)
LIMIT 1
"""
FILLING = "SELECT FROM pg_trigger WHERE tgname = 'indexed'"


def rows_of(owner: Connection, table: str) -> int:
    row = owner.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()  # noqa: S608  of ours
    assert row is not None
    return int(row[0])


def test_what_is_written_during_its_migration_is_in_the_index(
    owner: Connection, cast: Cast
) -> None:
    an_entry(cast.coordinator)
    steps = [
        str(one.sql)
        for one in FILLED.Migration.operations
        if isinstance(one, RunSQL) and "JOIN audit_entry" in one.sql
    ]
    assert len(steps) == 2
    owner.execute(FILLED.UNFILL)
    try:
        owner.execute("DELETE FROM audit_trailindex")
        take(steps, owner)
    finally:
        if owner.execute(FILLING).rowcount == 0:
            owner.execute(FILLED.FILL)
    an_entry(cast.coordinator)
    assert rows_of(owner, "audit_trailentry") > 2
    assert rows_of(owner, "audit_trailindex") == rows_of(owner, "audit_trailentry")


def take(steps: list[str], owner: Connection) -> None:
    """The steps of the migration, while another connection writes all the time."""
    with owner_of_database() as other:
        other.execute("SET lock_timeout = '100ms'")
        with owner.transaction():
            for step in steps:
                with suppress(LockNotAvailable):
                    other.execute(INTO_ANOTHER_TRAIL)
                owner.execute(step.encode())
            with suppress(LockNotAvailable):
                other.execute(INTO_ANOTHER_TRAIL)
