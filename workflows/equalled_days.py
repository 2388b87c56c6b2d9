"""The equalled days that all terms of the product reckon with."""

from datetime import date

import psycopg
from django.db import DatabaseError, connection

from workflows.models import EqualledDay

PATIENCE_SECONDS = 2


def equalled_days() -> frozenset[date]:
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
