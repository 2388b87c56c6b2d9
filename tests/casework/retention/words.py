"""A word in every column that hangs on something, found through the catalogue of the database."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

LETS_GO = {
    ("workflows_step", "request_id"): "a step of the case, and no part of the question it was for",
    ("casework_disclosure", "weighing_id"): "of its own thing, whatever it was weighed with",
    ("casework_disclosure", "consent_id"): "of its own thing, whoever consented",
}
"""References by which nothing hangs; all others do, so that a new one is tried by itself."""
NO_WORDS = {
    ("casework_document", "key"): "where the storage keeps the file",
    ("casework_decision", "step"): "names a step",
    ("casework_request", "decline_ground"): "an article",
}
STAYS = {"casework_request", "casework_extension"}
"""Rows of others that stay when what hung on them goes, without a word."""

REFERENCES = """
SELECT c.confrelid::regclass::text, c.conrelid::regclass::text, a.attname
FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f'"""
TEXTS = """
SELECT column_name, data_type, character_maximum_length FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s
  AND data_type IN ('text', 'character varying', 'jsonb')"""
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"


@dataclass(frozen=True)
class Row:
    table: str
    key: str


def rows(query: str, *values: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def hanging_tables(of_table: str) -> set[str]:
    """What can hang on a row of that table, at any remove."""
    found, new = {of_table}, {of_table}
    references = rows(REFERENCES)
    while new:
        new = {
            by
            for of, by, column in references
            if of in new and by not in found and (by, column) not in LETS_GO
        }
        found |= new
    return found - {of_table}


def hanging(on: Row) -> set[Row]:
    """Every row that hangs on this one, and itself."""
    found, waiting = {on}, [on]
    references = rows(REFERENCES)
    while waiting:
        one = waiting.pop()
        for of, by, column in references:
            if of != one.table or (by, column) in LETS_GO:
                continue
            keys = rows(f"SELECT id::text FROM {by} WHERE {column}::text = %s", one.key)  # noqa: S608  from the catalogue
            new = {Row(by, key) for (key,) in keys} - found
            found |= new
            waiting.extend(new)
    return found


def plant(row: Row, word: str) -> None:
    """In every column of words; where a check or a trigger refuses it, the test is to say why."""
    for name, kind, length in rows(TEXTS, row.table):
        if _is_chosen(row.table, name) or (length is not None and int(length) < len(word)):
            continue
        values = [f'["{word}"]', f'{{"x": "{word}"}}'] if kind == "jsonb" else [word]
        assert any(_put(row, name, value) for value in values), (row.table, name)


def _put(row: Row, name: str, value: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {row.table} SET {name} = %s WHERE id::text = %s",  # noqa: S608  from the catalogue
                [value, row.key],
            )
    except DatabaseError:
        return False
    found = rows(f"SELECT {name}::text FROM {row.table} WHERE id::text = %s", row.key)  # noqa: S608
    return value in found[0][0] or value.strip('["]') in found[0][0]


def _is_chosen(table: str, name: str) -> bool:
    """A word of a list, or the name or key of something else."""
    if (table, name) in NO_WORDS or name in ("case_reference", "needs_clearance", "theme"):
        return True
    for model in apps.get_models():
        if model._meta.db_table == table:
            field = next(one for one in model._meta.fields if one.column == name)
            return bool(field.choices) or isinstance(field, models.SlugField)
    return False


def where(word: str) -> Iterator[str]:
    """Every table of the database in which the word stands, in any column."""
    for (table,) in rows(TABLES):
        if rows(f"SELECT 1 FROM {table} t WHERE t::text ILIKE %s LIMIT 1", f"%{word}%"):  # noqa: S608
            yield table
