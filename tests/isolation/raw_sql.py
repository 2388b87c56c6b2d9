"""Raw SQL as the web's role: every way there is to get at a row, and who may try it."""

from collections.abc import Iterator
from functools import cache

from django.db import connection

from config.database_roles import Connection
from partners.actor import Actor
from tests.cast import Cast, actor_of
from tests.isolation.entitlements import ENTITLED
from tests.isolation.entitlements_elsewhere import ENTITLED_ELSEWHERE

# ruff: noqa: S608  put together from constants and from the catalogue alone
WORKERS = (
    "coordinator",
    "second_coordinator",
    "mayor",
    "police",
    "second_police",
    "prosecutor",
    "grid",
    "landlord",
    "stranger",
    "riec",
    "bernheze",
)
OTHERS = ("secretary", "privacy_officer", "administrator", "regional_staff")
NOBODY = "nobody"
EVERYBODY = (NOBODY, *OTHERS, *WORKERS)
FURTHER = {"riec": "liaison.riec", "bernheze": "iv.bernheze"}

EXPECTED = {**ENTITLED, **ENTITLED_ELSEWHERE}


@cache
def key_of(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT a.attname FROM pg_index i
               JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
               WHERE i.indrelid = %s::regclass AND i.indisprimary""",
            [table],
        )
        return str(cursor.fetchone()[0])


def acts(cast: Cast, name: str) -> Actor | None:
    if name == NOBODY:
        return None
    return actor_of(FURTHER[name]) if name in FURTHER else getattr(cast, name)


def entitled(owner: Connection, table: str, actor: Actor | None) -> set[str]:
    """As the owner finds it, from the design's own words."""
    if actor is None or (table in ENTITLED and not actor.reads_cases):
        return set()
    query = f"SELECT {key_of(table)}::text FROM {table} WHERE {EXPECTED[table]}"
    who = {
        "org": actor.organisation_id,
        "person": actor.person.pk,
        "clearances": list(actor.clearances),
        "trail": actor.reads_trail,
        "cases": actor.reads_cases,
    }
    return {str(row[0]) for row in owner.execute(query.encode(), who).fetchall()}


def all_of(owner: Connection, table: str) -> set[str]:
    found = owner.execute(f"SELECT {key_of(table)}::text FROM {table}".encode()).fetchall()
    return {str(row[0]) for row in found}


WAYS = {
    "a list": "SELECT {id}::text FROM {table}",
    "its rows": "SELECT (t.r ->> '{id}') FROM (SELECT to_jsonb(x) AS r FROM {table} x) t",
    "one document": "SELECT jsonb_array_elements_text(jsonb_agg({id})) FROM {table}",
    "an array": "SELECT unnest(array_agg({id}))::text FROM {table}",
    "a join": "SELECT x.{id}::text FROM {table} x JOIN {table} y ON y.{id} = x.{id}",
    "an outer join": """SELECT x.{id}::text FROM partners_region r
        LEFT JOIN {table} x ON true WHERE x.{id} IS NOT NULL GROUP BY x.{id}""",
    "a lateral": "SELECT l.{id}::text FROM {table} x, LATERAL (SELECT {id} FROM {table} y"
    " WHERE y.{id} = x.{id}) l",
    "a common table": "WITH x AS MATERIALIZED (SELECT {id} FROM {table}) SELECT {id}::text FROM x",
    "a set": "SELECT {id}::text FROM {table} UNION SELECT {id}::text FROM {table}",
    "a window": "SELECT first_value({id}) OVER (PARTITION BY {id})::text FROM {table}",
    "its parent": "SELECT {id}::text FROM ONLY {table}",
    "a sample": "SELECT {id}::text FROM {table} TABLESAMPLE BERNOULLI (100)",
    "its place": "SELECT {id}::text FROM {table} WHERE ctid IS NOT NULL",
    "EXISTS": "SELECT x.{id}::text FROM {table} x WHERE EXISTS"
    " (SELECT FROM {table} y WHERE y.{id} = x.{id})",
    "NOT EXISTS": "SELECT x.{id}::text FROM {table} x WHERE NOT EXISTS"
    " (SELECT FROM {table} y WHERE y.{id} = x.{id} AND false)",
}


def found_by(way: str, table: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(WAYS[way].format(table=table, id=key_of(table)))
        return {str(row[0]) for row in cursor.fetchall() if row[0] is not None}


def copied(table: str) -> set[str]:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY (SELECT {key_of(table)} FROM {table}) TO STDOUT") as copy,
    ):
        return {line for line in b"".join(copy).decode().split("\n") if line}


def counted(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def texts_of(table: str) -> Iterator[str]:
    """Its columns, as one would make each of them speak in an error."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT attname FROM pg_attribute
               WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped""",
            [table],
        )
        yield from (row[0] for row in cursor.fetchall())
