"""The equalled days that all terms of the product reckon with."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

import psycopg
from django.db import DatabaseError, connection
from django.dispatch import Signal

from workflows.models import EqualledDay

PATIENCE_SECONDS = 2

changed = Signal()
"""Sent in the transaction of a change, with the key of its `EqualledDaysChange`."""

_supposed: ContextVar[frozenset[date] | None] = ContextVar("supposed_days", default=None)


@contextmanager
def supposing(days: AbstractSet[date]) -> Iterator[None]:
    """Reckon as if the table held these days."""
    token = _supposed.set(frozenset(days))
    try:
        yield
    finally:
        _supposed.reset(token)


def equalled_days() -> frozenset[date]:
    supposed = _supposed.get()
    if supposed is not None:
        return supposed
    return frozenset(EqualledDay.objects.values_list("day", flat=True))


def reachable_days() -> frozenset[date] | None:
    """The same, or None where no table can be reached: a command may run without a database."""
    if connection.connection is None and not _answers():
        return None
    try:
        return equalled_days()
    except DatabaseError:
        return None


def _answers() -> bool:
    """Asked outside Django's pool, which would wait for long."""
    wanted = ("host", "port", "dbname", "user", "password")
    given = connection.get_connection_params()
    try:
        psycopg.connect(
            **{name: given[name] for name in wanted if given.get(name)},
            connect_timeout=PATIENCE_SECONDS,
        ).close()
    except psycopg.Error:
        return False
    return True
