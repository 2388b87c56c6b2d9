"""No act without an entry and no entry without an act, held over every test that runs as the web.

A trigger on each table of the test database notes, in a setting that ends and rolls back with the
transaction, what was written: no table, no query that a test would count. What one `acting_as`
did is judged when it ends well. Tests that write as the owner are set-ups and act for nobody; where
a test itself writes a row, past every service, to try a wall, it answers for its own entry.

What stays unseen: what another process does (the live web, worker and sealer), what is written
outside `acting_as`, and that of several acts in one `acting_as` one has no entry: they are judged
together. Which entry goes with which table is for the tests of each act, and for the journeys.
"""

import sys
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from psycopg.pq import TransactionStatus

import partners.acting
from partners.audit.actions import action as registered

TESTS = str(Path(__file__).parent)
HERE = str(Path(__file__).parent.parent)
TRANSPARENT = ("/.venv/", "/models/", __file__)
APPS = ("casework", "workflows", "partners", "notifications")
WITHOUT_ENTRY = {
    "casework_casenumber": "a counter: the case that takes the number has its entry",
    "casework_endnotice": "what the watch has told already; the notice itself is the news",
    "workflows_termnotice": "what the watch has said already; the notice itself is the news",
    "notifications_inbox": "how far one's own notifications are numbered and read",
    "notifications_notification": "tells that something is there, and follows an act",
    "partners_person": "the moment of logging in; what changes an account tells so itself",
}
"""Tables that may be written in without an entry, each with its reason; they make no act either."""
WRITTEN_BY_LOOKS = {
    "casework_inquiry": "the question itself: who asks what is known changes nothing of it",
}
"""Tables of which a row is itself the look that its entry tells of."""
WITHOUT_EFFECT = {
    "checkpoint.differs": "what a witness keeps of another log stands beside the trail",
    "capacity.changed": "what changes is the session, which is no row of ours",
    "session.begun": "what begins is the session",
    "session.ended": "what ends is the session",
    "account.password_changed": "told by a signal, after the row was written",
    "account.second_step_added": "told by a signal, after the row was written",
    "account.second_step_removed": "told by a signal, after the row was written",
    "account.second_step_renewed": "told by a signal, after the row was written",
}
"""Actions that are neither a look nor a denial and write nothing in their own transaction."""

SETTING = "effects.seen"
NOTE = f"""
CREATE FUNCTION effects_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    seen text := coalesce(current_setting('{SETTING}', true), '');
    what text;
BEGIN
    IF TG_TABLE_NAME = 'audit_entry' THEN
        what := ' entry:' || NEW.action || ':' || NEW.result || ' ';
    ELSE
        what := ' ' || TG_OP || ':' || TG_TABLE_NAME || ' ';
    END IF;
    IF position(what IN seen) = 0 THEN
        PERFORM set_config('{SETTING}', seen || what, true);
    END IF;
    RETURN NULL;
END $$;
"""
ENTRIES = """
CREATE TRIGGER effects_note AFTER INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION effects_note();
"""
WRITES = """
CREATE TRIGGER effects_note AFTER INSERT OR UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION effects_note();
"""

_here = threading.local()
_wrongs: list[str] = []


def watch_the_tables() -> None:
    """To be called once by the owner of the test database."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE + ENTRIES + "".join(WRITES.format(table=each) for each in tables()))


def tables() -> list[str]:
    """Of every model of ours, those between two models too; the trail itself is none of them."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in APPS and model._meta.managed
    )


def why_wrong(seen: Iterable[str]) -> list[str]:
    """What one act wrote, as the trigger notes it: each sentence names table and action.

    A denial and a look account for no act; news of an act is not the act.
    """
    seen = list(seen)
    told = [one.removeprefix("entry:").split(":") for one in seen if one.startswith("entry:")]
    writes = sorted(one for one in seen if not one.startswith("entry:"))
    effects = [one for one in writes if _table(one) not in WITHOUT_ENTRY]
    went_well = {name for name, result in told if result == "ok"}
    looks = {name for name in went_well if registered(name).is_look}
    acts = went_well - looks
    unaccounted = [one for one in effects if not (looks and _table(one) in WRITTEN_BY_LOOKS)]
    wrongs = []
    if unaccounted and not acts:
        wrongs.append(f"an act without an entry: {', '.join(unaccounted)}")
    if acts - WITHOUT_EFFECT.keys() and not effects:
        wrongs.append(f"an entry without an act: {', '.join(sorted(acts - WITHOUT_EFFECT.keys()))}")
    return wrongs


def _table(write: str) -> str:
    return write.partition(":")[2]


class _Watched:
    """Stands in for `django.db.transaction` in `partners.acting` alone."""

    @staticmethod
    @contextmanager
    def atomic() -> Iterator[None]:
        if getattr(_here, "is_judging", False):
            with transaction.atomic():
                yield
            return
        _here.is_judging, _here.writes_itself = True, False
        try:
            with transaction.atomic():
                _ask("SELECT set_config(%s, '', true)")
                with connection.execute_wrapper(_see_who_writes):
                    yield
                if _is_sound() and not _here.writes_itself:
                    seen = _ask("SELECT current_setting(%s, true)").split()
                    _wrongs.extend(why_wrong(seen))
        finally:
            _here.is_judging = False


def _see_who_writes(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    if str(sql).lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
        _here.writes_itself = _here.writes_itself or _is_asked_by_a_test()
    return execute(sql, params, many, context)


def _is_asked_by_a_test() -> bool:
    """By the nearest code of ours; a model does as its caller says, and this file sees alone."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith(HERE) and not any(each in path for each in TRANSPARENT):
            return path.startswith(TESTS)
        frame = frame.f_back
    return False


def _is_sound() -> bool:
    """Not about to be undone, by Django or by the database."""
    status = connection.connection.info.transaction_status
    return not connection.needs_rollback and status == TransactionStatus.INTRANS


def _ask(query: str) -> str:
    """Below Django, so that no test counts it."""
    if connection.connection is None:
        connection.ensure_connection()
    row = connection.connection.execute(query, [SETTING]).fetchone()
    return str(row[0] or "")


vars(partners.acting)["transaction"] = _Watched  # its one use there is `atomic`


@contextmanager
def wrongs_of_this() -> Iterator[list[str]]:
    """For tests of this watch: what is found in here fails nothing else."""
    before, found = list(_wrongs), list[str]()
    _wrongs.clear()
    try:
        yield found
    finally:
        found.extend(_wrongs)
        _wrongs[:] = before


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """What the fixtures of a test did wrong is told with the test."""
    try:
        outcome = yield
    finally:
        # Of a test that fails anyhow too: the next one answers for itself alone.
        wrongs = sorted(set(_wrongs))
        _wrongs.clear()
    if wrongs:
        told = "\n".join(wrongs)
        pytest.fail(f"{item.nodeid}: entries do not equal effects\n{told}", pytrace=False)
    return outcome
