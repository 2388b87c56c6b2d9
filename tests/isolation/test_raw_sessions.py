"""What a connection keeps is no way to another's rows: settings, plans, errors, sequences."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.db import DatabaseError, connection, transaction

from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast
from tests.isolation.dossier import Dossier
from tests.isolation.raw_sql import WORKERS, acts

pytestmark = pytest.mark.django_db

SETTINGS = ("person", "organisation", "case_organisation", "trail_organisation", "engine_case")
Apart = Callable[[Callable[[], None]], None]


@pytest.fixture
def apart(dossier: Dossier) -> Apart:
    """On a connection of its own, in transactions that are real; the tests' own is one for all."""

    def run(act: Callable[[], None]) -> None:
        def whole() -> None:
            try:
                act()
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as thread:
            thread.submit(whole).result()

    return run


def cases() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM casework_case")
        return {row[0] for row in cursor.fetchall()}


def say(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def own(actor: Actor) -> set[int]:
    with acting_as(actor):
        return cases()


def test_each_transaction_forgets_who_acted(apart: Apart, cast: Cast) -> None:
    def act() -> None:
        for name in WORKERS:
            assert own(acts(cast, name) or cast.police) is not None
            assert cases() == set(), name
        assert own(cast.coordinator) != own(cast.stranger)

    apart(act)


def test_an_error_in_the_middle_forgets_it_too(apart: Apart, cast: Cast) -> None:
    def act() -> None:
        with suppress(DatabaseError), acting_as(cast.coordinator):
            assert cases()
            say("SELECT 1 / 0")
        assert cases() == set()
        with suppress(ZeroDivisionError), acting_as(cast.coordinator):
            raise ZeroDivisionError
        assert cases() == set()
        with acting_as(cast.stranger):
            stranger = cases()
            with suppress(DatabaseError), acting_as(cast.coordinator):
                say("SELECT 1 / 0")
            assert cases() == stranger, "and back to who acted before"

    apart(act)


def test_what_was_set_for_the_session_does_not_outlast_the_next_actor(
    apart: Apart, cast: Cast
) -> None:
    """As an injected statement might: whoever acts next sees what is his, and so does nobody."""

    def act() -> None:
        with acting_as(cast.coordinator):
            for setting in SETTINGS:
                say(
                    f"SELECT set_config('app.{setting}', '{cast.coordinator.organisation_id}', "
                    "false)"
                )
        stranger = own(cast.stranger)
        say("RESET ALL")
        assert stranger == own(cast.stranger)
        say(f"SET app.case_organisation = '{cast.coordinator.organisation_id}'")
        with acting_as(None):
            assert cases() == set()
        with acting_as(cast.secretary):
            assert cases() == set()

    apart(act)


@pytest.mark.parametrize("value", ["x", "1 OR 1=1", "1); DROP TABLE x", "99999999999999999999"])
def test_a_setting_that_is_no_number_opens_nothing(value: str, apart: Apart, cast: Cast) -> None:
    def act() -> None:
        found: set[int] = set()
        with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.case_organisation', %s, true)", [value])
            found = cases()
        assert found == set()

    apart(act)


def test_a_prepared_statement_answers_who_executes_it(apart: Apart, cast: Cast) -> None:
    """Not who prepared it, nor who executed it first; with a plan for one or for all."""

    def act() -> None:
        for mode in ("force_generic_plan", "force_custom_plan", "auto"):
            say(f"SET plan_cache_mode = {mode}")
            with acting_as(cast.coordinator):
                say("PREPARE all_cases AS SELECT id FROM casework_case")
            for _turn in range(7):
                for actor in (cast.coordinator, cast.stranger, cast.police, cast.secretary, None):
                    with acting_as(actor), connection.cursor() as cursor:
                        cursor.execute("EXECUTE all_cases")
                        found = {row[0] for row in cursor.fetchall()}
                        assert found == cases(), (mode, actor)
            with connection.cursor() as cursor:
                cursor.execute("EXECUTE all_cases")
                assert cursor.fetchall() == [], "and nobody gets nothing"
            say("DEALLOCATE all_cases")

    apart(act)


def test_a_cursor_that_is_held_keeps_no_row_for_the_next(apart: Apart, cast: Cast) -> None:
    """WITH HOLD stores what its own actor saw. The product has none, and closes what is left."""

    def act() -> None:
        with acting_as(cast.coordinator):
            say("DECLARE kept CURSOR FOR SELECT id FROM casework_case")
        with pytest.raises(DatabaseError, match="does not exist"), transaction.atomic():
            say("FETCH ALL FROM kept")

    apart(act)


def test_nobody_is_another_role_or_reads_past_the_wall_for_a_moment(
    apart: Apart, cast: Cast
) -> None:
    def act() -> None:
        for statement in (
            "SET row_security = off; SELECT id FROM casework_case",
            "SET ROLE schakelpunt_test_owner",
            "SET ROLE postgres",
            "SET SESSION AUTHORIZATION postgres",
            "CREATE TEMP TABLE kept AS SELECT 1",
            "CREATE FUNCTION pg_temp.f(text) RETURNS bool LANGUAGE sql AS 'SELECT true'",
            "LOAD 'auto_explain'",
            "SET log_statement = 'all'",
        ):
            with pytest.raises(DatabaseError), acting_as(cast.stranger):
                say(statement)

    apart(act)


def test_the_numbers_of_walled_tables_are_not_drawn_or_looked_at(dossier: Dossier) -> None:
    """A sequence counts for all organisations together; the web draws from those of jobs alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            """WITH all_of AS MATERIALIZED (
                   SELECT oid, relname FROM pg_class WHERE relkind = 'S')
               SELECT relname FROM all_of
               WHERE has_sequence_privilege(oid, 'USAGE, SELECT, UPDATE')"""
        )
        usable = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL")
        shown = {row[0] for row in cursor.fetchall()}
    assert {name for name in usable | shown if not name.startswith("procrastinate_")} == set()
