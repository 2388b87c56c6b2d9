"""Writing is no way around a wall either: nothing of others changes, and no refusal tells of it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from config.database_roles import Connection
from config.privileges import PRIVILEGES
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast
from tests.isolation.dossier import Dossier
from tests.isolation.entitlements import ENTITLED
from tests.isolation.raw_sql import EXPECTED, NOBODY, acts, all_of, entitled, key_of

# ruff: noqa: S608  put together from constants and from the catalogue alone
pytestmark = pytest.mark.django_db

WRITERS = (NOBODY, "secretary", "stranger", "police", "grid")
REFUSED = "row-level security|permission denied|signed for oneself"
FOR_ANYBODY = {
    "notifications_notification": "who acts tells others that there is something, and no more"
}
"""Where a row for another may be put in by whoever acts; read and changed by its person alone."""


def columns_to_update(table: str) -> Iterator[str]:
    for privilege in PRIVILEGES.get(table, ()):
        verb, _space, names = privilege.partition(" ")
        if verb == "UPDATE":
            yield from (name.strip() for name in names.strip("()").split(",") if names)


def foreign_to(owner: Connection, table: str, name: str, cast: Cast) -> list[str]:
    return sorted(all_of(owner, table) - entitled(owner, table, acts(cast, name)))


def tried(statement: str, *values: Any) -> str:
    """How many rows it was, or the refusal; nothing of it stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            count = cursor.rowcount
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error).splitlines()[0]
    return str(count)


@pytest.mark.parametrize("table", EXPECTED)
def test_nothing_of_others_is_changed_locked_or_deleted(
    table: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    key = key_of(table)
    for name in WRITERS:
        others = foreign_to(owner, table, name, cast)
        of_others = f"{key}::text = ANY (%s::text[])"
        with acting_as(acts(cast, name)):
            for column in columns_to_update(table):
                change = f"UPDATE {table} SET {column} = {column}"
                assert tried(f"{change} WHERE {of_others}", others) == "0", (name, column)
                assert tried(f"{change} WHERE {of_others} RETURNING *", others) == "0", name
                if name in (NOBODY, "secretary") and table.startswith(("casework", "workflows")):
                    assert tried(f"UPDATE {table} SET {column} = DEFAULT") == "0", (name, column)
            for lock in ("UPDATE", "SHARE", "KEY SHARE"):
                answer = tried(f"SELECT FROM {table} WHERE {of_others} FOR {lock}", others)
                assert answer == "0" or "permission denied" in answer, (name, lock)
            for delete in ("DELETE FROM {0} WHERE {1}", "DELETE FROM {0} WHERE {1} RETURNING *"):
                answer = tried(delete.format(table, of_others), others)
                assert answer == "0" or "permission denied" in answer, name
            merge = f"""MERGE INTO {table} t USING unnest(%s::text[]) o (id) ON t.{key}::text = o.id
                WHEN MATCHED THEN DELETE"""
            answer = tried(merge, others)
            assert answer == "0" or "permission denied" in answer, name


@pytest.mark.parametrize("table", EXPECTED)
def test_a_row_of_others_is_not_put_in_and_the_refusal_is_the_same_when_it_is_not_there(
    table: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    """Keys that exist, keys that are taken and keys that point nowhere: one refusal."""
    for name in WRITERS:
        rows = list(rows_of_others(owner, table, name, cast))
        assert rows or name != NOBODY or table not in ENTITLED, "nothing is tried"
        for row in rows:
            with acting_as(acts(cast, name)):
                answers = {insert(table, changed) for changed in probes(owner, table, row)}
            if table in FOR_ANYBODY and name != NOBODY:
                continue
            assert len(answers) == 1, name
            answer = answers.pop()
            assert any(part in answer for part in REFUSED.split("|")), (name, answer)


def rows_of_others(
    owner: Connection, table: str, name: str, cast: Cast
) -> Iterator[dict[str, Any]]:
    query = f"SELECT to_jsonb(t) FROM {table} t WHERE {key_of(table)}::text = %s"
    for key in foreign_to(owner, table, name, cast)[:4]:
        found = owner.execute(query.encode(), [key]).fetchone()
        assert found is not None
        if table != "audit_trailentry" or not is_of(owner, acts(cast, name), dict(found[0])):
            yield dict(found[0])


def is_of(owner: Connection, who: Actor | None, line: dict[str, Any]) -> bool:
    """Whoever acts puts the entry into the trails of others, once, and reads it in none of them."""
    query = "SELECT FROM audit_entry WHERE id = %s AND person_id = %s"
    person = who.person.pk if who is not None else None
    return owner.execute(query, [line["entry_id"], person]).fetchone() is not None


def probes(owner: Connection, table: str, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """As it is; under a new key; and pointing at nothing, one reference after the other."""
    yield row
    fresh = row | {key_of(table): other_than(row[key_of(table)])}
    yield fresh
    references = owner.execute(
        """SELECT a.attname FROM pg_constraint c
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
           WHERE c.contype = 'f' AND c.conrelid = %s::regclass
             AND c.confrelid::regclass::text NOT LIKE 'partners_%%'""",
        [table],
    ).fetchall()
    for (column,) in references:
        if fresh[str(column)] is not None:
            yield fresh | {str(column): other_than(fresh[str(column)])}


def other_than(key: object) -> object:
    return key + 900_000 if isinstance(key, int) else "00000000-0000-0000-0000-00000000ffff"


def insert(table: str, row: dict[str, Any]) -> str:
    columns = ", ".join(f'"{name}"' for name in row)
    return tried(
        f"INSERT INTO {table} ({columns}) SELECT {columns}"
        f" FROM jsonb_populate_record(NULL::{table}, %s)",
        json.dumps(row),
    )


def test_what_anybody_may_put_in_is_not_read_back(dossier: Dossier, cast: Cast) -> None:
    """RETURNING reads, and so it asks the wall of reading."""
    statement = """INSERT INTO notifications_notification
            (id, person_id, organisation_id, kind, case_reference, link, created_at)
        VALUES (gen_random_uuid(), %s, %s, 'step', '', '/taken/1', now())"""
    values = (cast.police.person.pk, cast.police.organisation_id)
    with acting_as(cast.stranger):
        assert tried(statement, *values) == "1"
        assert "row-level security" in tried(f"{statement} RETURNING id", *values)
    with acting_as(None):
        assert "row-level security" in tried(statement, *values)


def test_on_conflict_is_no_question_about_a_row_of_others(dossier: Dossier, cast: Cast) -> None:
    """Taken or free, the answer is the same: not for you."""
    statement = """INSERT INTO casework_participation
            (id, case_id, organisation_id, part, has_overview, since)
        VALUES (%s, %s, %s, 'informed', false, now())
        ON CONFLICT DO NOTHING"""
    with acting_as(cast.stranger):
        answers = {
            tried(statement, key, case, cast.police.organisation_id)
            for key in (1, 900_000)
            for case in (dossier.asking.pk, dossier.early.pk, 900_000)
        }
    assert len(answers) == 1
    assert "row-level security" in answers.pop()
