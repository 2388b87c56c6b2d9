"""What web and sealer may do in the database is what the lists of privileges say, to the letter."""

from collections.abc import Mapping

import pytest
from django.db import connection

from config.database_roles import connect
from config.privileges import OF_SEALER, PRIVILEGES
from tests.proof.exceptions import DEFINERS as KNOWN
from tests.servers import sealer_url

pytestmark = pytest.mark.django_db

TABLES = """
SELECT c.relname, p.privilege
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES',
                        'TRIGGER']) AS p (privilege)
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND has_table_privilege(c.oid, p.privilege)
"""
COLUMNS = """
SELECT c.relname, p.privilege, a.attname
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS p (privilege)
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND has_column_privilege(c.oid, a.attnum, p.privilege)
  AND NOT has_table_privilege(c.oid, p.privilege)
"""
DEFINERS = """
SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'public' AND p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE')
"""


def rows(query: str) -> set[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return set(cursor.fetchall())


def listed(
    by_table: Mapping[str, tuple[str, ...]] = PRIVILEGES,
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Privileges on whole tables, and those on columns as "UPDATE (a, b)" lists them."""
    whole: set[tuple[str, ...]] = set()
    columns: set[tuple[str, ...]] = set()
    for table, privileges in by_table.items():
        for privilege in privileges:
            verb, _space, names = privilege.partition(" ")
            if names:
                columns |= {(table, verb, name.strip()) for name in names.strip("()").split(",")}
            else:
                whole.add((table, verb))
    return whole, columns


def test_the_web_has_what_is_listed_and_nothing_else() -> None:
    """As the database itself judges for this login: through groups and PUBLIC too."""
    whole, columns = listed()
    assert rows(TABLES) == whole
    assert rows(COLUMNS) == columns


def test_the_sealer_has_what_is_listed_and_nothing_else() -> None:
    """It numbers entries and adds to what sealing keeps; it reads no payload and no person."""
    whole, columns = listed(OF_SEALER)
    with connect(sealer_url(str(connection.settings_dict["NAME"]))) as sealer:
        assert set(sealer.execute(TABLES.encode()).fetchall()) == whole
        own = set(sealer.execute(COLUMNS.encode()).fetchall())
    assert (
        own
        == columns
        == {
            ("audit_trailentry", "UPDATE", "seq"),
            ("audit_trailentry", "UPDATE", "leaf_hash"),
        }
    )


def test_the_trail_is_read_and_added_to_alone() -> None:
    whole, columns = listed()
    trail = {"audit_entry", "audit_trailentry", "audit_payload"}
    assert {verb for table, verb in whole if table in trail} == {"SELECT", "INSERT"}
    assert not [one for one in columns if one[0] in trail]


def test_what_runs_as_the_owner_is_known() -> None:
    """Triggers keep mirrors, numbers, clearances. What may be called counts, or gives ids and
    moments, or tells who has the overview that a partner put something in, and no more, or ends
    the participations whose day has come, or destroys what is due and was approved by two,
    whoever calls it; or says whose key it is that one shows, or of which case one's own is; or
    gives a partner of the region the note and the hashes of a log.
    """
    assert {name for (name,) in rows(DEFINERS)} == set(KNOWN)
