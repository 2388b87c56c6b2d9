"""Data that is really committed, so that the owner and other connections see it too."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import environ
from django.db import connection

from config.database_roles import Connection, connect, with_database

TRAIL = (
    "audit_entry",
    "audit_trailentry",
    "audit_trailindex",
    "audit_payload",
    "audit_sealkey",
    "audit_treenode",
    "audit_checkpoint",
    "audit_witnessedlog",
)
TAKE_OUT = (
    *(f"ALTER TABLE {table} DISABLE TRIGGER append_only" for table in TRAIL),
    f"""TRUNCATE casework_case, casework_casenumber, casework_inquiry, casework_meeting,
        casework_waterbedsignal, casework_arrangement,
        casework_destructionlist, casework_endnotice, casework_fileremoval, casework_rightsrequest,
        {", ".join(TRAIL)},
        notifications_inbox, notifications_notification, notifications_checkpointaddress,
        procrastinate_jobs CASCADE""",
    *(f"ALTER TABLE {table} ENABLE TRIGGER append_only" for table in TRAIL),
    """UPDATE partners_membership SET clearances = array_remove(clearances, 'hennep')
        WHERE clearances @> '{hennep}'""",
    "DELETE FROM partners_clearance WHERE ended_at IS NOT NULL",
    "DELETE FROM workflows_formuleversion WHERE status = 'draft'",
)


@contextmanager
def owner_of_database() -> Iterator[Connection]:
    name = str(connection.settings_dict["NAME"])
    with connect(with_database(os.environ["DATABASE_URL"], name)) as owner:
        yield owner


@contextmanager
def lasting() -> Iterator[Connection]:
    """What is committed in here is taken out by the owner, who alone can put the trail aside."""
    with owner_of_database() as owner:
        try:
            yield owner
        finally:
            connection.close()
            for statement in TAKE_OUT:
                owner.execute(statement.encode())


@contextmanager
def logged_in_as(url: str) -> Iterator[None]:
    """Django itself under another login of the same database."""
    login = environ.Env.db_url_config(url)
    usual = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(USER=login["USER"], PASSWORD=login["PASSWORD"])
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(USER=usual["USER"], PASSWORD=usual["PASSWORD"])


@contextmanager
def without_the_second_wall() -> Iterator[None]:
    """Django as the owner of the tables, whom row-level security lets through."""
    with logged_in_as(os.environ["DATABASE_URL"]):
        yield
