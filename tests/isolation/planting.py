"""A word of its own in every column of text that a case has rows of, put there by the owner."""

from collections.abc import Iterator
from uuid import uuid4

from django.apps import apps
from django.db import models

from config.database_roles import Connection

APPS = ("casework", "workflows")
SHORTEST = 60
"""Of a column in which people write; what is shorter is a code, and no word fits in it."""
CODES = frozenset(
    {
        *("key", "media_type", "sha256", "reference", "case_reference", "step", "mandate"),
        *("flow_task", "token", "owner_permission", "owner_permission_obj_pk"),
    }
)
"""Columns that the product reads back to find something by."""


def plant(owner: Connection, case_id: int) -> dict[str, str]:
    """The words, by what they are of; of a column without a row of this case there is none."""
    words = {}
    for model, column in columns():
        word = f"kanarie{uuid4().hex[:12]}"
        table, most = model._meta.db_table, column.max_length or 1000
        done = owner.execute(
            f"UPDATE {table} SET {column.column} = left(%s || ' ' || {column.column}, {most})"  # noqa: S608  names of models
            f" WHERE case_id = %s AND {column.column} <> ''".encode(),
            [word, case_id],
        )
        if done.rowcount:
            words[word] = f"{table}.{column.column}"
    return words


def columns() -> Iterator[tuple[type[models.Model], models.Field]]:  # type: ignore[type-arg]
    for model in apps.get_models():
        names = {one.name for one in model._meta.concrete_fields}
        if model._meta.app_label not in APPS or "case" not in names:
            continue
        for one in model._meta.concrete_fields:
            is_text = isinstance(one, models.CharField | models.TextField) and not one.choices
            if is_text and (one.max_length or SHORTEST) >= SHORTEST and one.name not in CODES:
                yield model, one
