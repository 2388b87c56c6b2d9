"""Whatever the query, the web's role gets the rows an organisation is entitled to and no other.

Every walled table, every organisation and role of the cast and nobody at all, by every way that
SQL has to read.
"""

import pytest
from django.db import DataError, Error, ProgrammingError, connection, transaction

from config.database_roles import Connection
from partners.acting import acting_as
from tests.cast import Cast
from tests.isolation.dossier import Dossier
from tests.isolation.entitlements import ENTITLED
from tests.isolation.entitlements_elsewhere import OF_A_REGION
from tests.isolation.raw_sql import (
    EVERYBODY,
    EXPECTED,
    NOBODY,
    OTHERS,
    WAYS,
    WORKERS,
    acts,
    all_of,
    copied,
    counted,
    entitled,
    found_by,
    texts_of,
)
from tests.proof import catalogue

# ruff: noqa: S608  put together from constants and from the catalogue alone
pytestmark = pytest.mark.django_db


def test_every_walled_table_is_tried() -> None:
    walled = {table for table, is_walled in catalogue.walls().items() if is_walled}
    assert sorted(walled - set(EXPECTED) - set(OF_A_REGION)) == [], (
        "say to which of its rows an organisation is entitled: of a case in "
        "tests/isolation/entitlements.py, else in entitlements_elsewhere.py"
    )
    assert sorted((set(EXPECTED) | set(OF_A_REGION)) - walled) == []


@pytest.mark.parametrize("table", EXPECTED)
def test_no_way_of_reading_gives_a_row_of_others(
    table: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    counts = {}
    for name in EVERYBODY:
        actor = acts(cast, name)
        mine = entitled(owner, table, actor)
        with acting_as(actor):
            for way in WAYS:
                assert found_by(way, table) == mine, (name, way)
            assert copied(table) == mine, (name, "COPY")
            assert counted(table) == len(mine), (name, "count")
        counts[name] = len(mine)
    assert counts[NOBODY] == 0
    if table in ENTITLED:
        assert {counts[name] for name in OTHERS} == {0}
        assert min(counts[name] for name in WORKERS) < len(all_of(owner, table)) > 0


@pytest.mark.parametrize("table", ENTITLED)
def test_no_error_speaks_of_a_row_of_others(
    table: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    """A cast that fails tells the value: of a row that is shown, or not at all."""
    assert all_of(owner, table), "there is nothing to betray"
    for name in (NOBODY, "secretary"):
        for column in texts_of(table):
            for probe in (
                f"SELECT count(*) FROM {table} WHERE ({column}::text || 'x')::date > now()",
                f"SELECT count(*) FROM {table} WHERE 1 / (length({column}::text) * 0) = 1",
                f"""DO $$ DECLARE r record; BEGIN FOR r IN SELECT {column} AS c FROM {table} LOOP
                    RAISE EXCEPTION '%', r.c; END LOOP; END $$""",
            ):
                with acting_as(acts(cast, name)), connection.cursor() as cursor:
                    cursor.execute(probe)


def test_the_probes_do_speak_of_a_row_that_is_shown(dossier: Dossier, cast: Cast) -> None:
    """So that silence above means something."""
    probe = "SELECT count(*) FROM casework_case WHERE (reference || 'x')::date > now()"
    with (
        acting_as(cast.coordinator),
        pytest.raises(DataError, match="VR21"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(probe)


def test_what_postgresql_counted_of_a_walled_table_is_not_shown(
    dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    owner.execute("ANALYZE")
    walled = {table for table, is_walled in catalogue.walls().items() if is_walled}
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = 'public'")
        assert {row[0] for row in cursor.fetchall()} & walled == set()
    for catalogue_table in ("pg_statistic", "pg_statistic_ext_data", "pg_authid"):
        with (
            acting_as(cast.stranger),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT FROM {catalogue_table}")


def test_nothing_is_kept_as_a_large_object_or_listened_to(dossier: Dossier, cast: Cast) -> None:
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_largeobject_metadata")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_prepared_xacts")
        assert cursor.fetchone() == (0,)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT FROM pg_largeobject")


@pytest.mark.parametrize(
    "statement",
    [
        "COPY casework_case TO '/tmp/x'",
        "COPY (SELECT 1) TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/hostname')",
        "SELECT lo_export(1, '/tmp/x')",
        "SELECT pg_ls_dir('.')",
        """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE usename <> current_user AND usename IS NOT NULL""",
    ],
)
def test_the_server_itself_is_out_of_reach(statement: str, cast: Cast) -> None:
    with (
        acting_as(cast.stranger),
        pytest.raises(Error),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_what_others_run_at_this_moment_is_not_shown(cast: Cast, owner: Connection) -> None:
    """Queries of the owner and the sealer carry values; those of the web itself carry none."""
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT query FROM pg_stat_activity WHERE usename <> current_user"
            " AND usename IS NOT NULL"
        )
        assert {row[0] for row in cursor.fetchall()} <= {"<insufficient privilege>"}
