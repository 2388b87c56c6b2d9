"""The lock of a flow: the second waits until the first has committed, and not for ever."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import Case
from config.database_roles import Connection
from config.demo import answers
from config.demo.walk import open_step
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.refusals import Conflict
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.lasting import lasting
from workflows import lock
from workflows.flows import FLOWS
from workflows.models import CaseProcess, Step
from workflows.services import steps

LONG = 30.0
SOON = 10.0
"""Seconds in which a thread that is not stuck is surely done, and one that gives up has."""


@pytest.fixture
def owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[Connection]:
    """Threads have connections of their own, which see what is committed."""
    with django_db_blocker.unblock(), lasting() as owner:
        yield owner


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield pool


@pytest.fixture
def case(owner: Connection) -> Case:
    """At a step that both politie liaisons may do."""
    return a_case(Cast(), at="report")


class Holder:
    """Someone who has the process in hand, and keeps it until he is let go."""

    def __init__(self) -> None:
        self.has_it = Event()
        self.may_go = Event()

    def keep(self) -> None:
        self.has_it.set()
        assert self.may_go.wait(LONG), "nobody let the holder go"

    def until_held(self, work: "Future[Any]") -> None:
        work.add_done_callback(lambda _work: self.has_it.set())
        assert self.has_it.wait(LONG)
        assert not work.done(), work.exception()


def report(case: Case, by: Actor, holder: Holder | None = None) -> Step:
    """Do the step; a holder keeps the transaction open when all is done but the commit."""
    try:
        with acting_as(by):
            step = open_step(case, "report", by)
            form = step.flow_task.form(answers.report(), step=step, actor=by)
            assert form.is_valid(), form.errors
            done = steps.complete(step=step, form=form, actor=by, at=timezone.now())
            if holder is not None:
                holder.keep()
            return done
    finally:
        connection.close()


def until_someone_waits(owner: Connection, waiting: "Future[Any]") -> None:
    """The database tells who waits for a lock; whoever is done instead did not wait."""
    query = """SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
               WHERE NOT granted AND datname = current_database()"""
    while owner.execute(query).rowcount == 0:
        assert not waiting.done(), f"did not wait: {waiting.exception() or waiting.result()}"


def test_the_second_waits_for_the_commit_of_the_first_and_hears_who_was_first(
    case: Case, owner: Connection, pool: ThreadPoolExecutor
) -> None:
    cast, first = Cast(), Holder()
    winner = pool.submit(report, case, cast.police, first)
    first.until_held(winner)
    loser = pool.submit(report, case, cast.second_police)
    until_someone_waits(owner, loser)
    first.may_go.set()
    assert winner.result(LONG).done_by == cast.police.membership
    with pytest.raises(Conflict, match=f"al afgerond door {cast.police.person.name}"):
        loser.result(LONG)
    for table, condition in (
        ("casework_contribution", "kind = 'report'"),
        ("audit_entry", "action = 'step.report'"),
        ("workflows_step", "flow_task LIKE '%.open_case'"),
    ):
        query = f"SELECT FROM {table} WHERE {condition}"
        assert owner.execute(query.encode()).rowcount == 1, table


@pytest.mark.parametrize("flow_class", FLOWS.values())
def test_every_flow_holds_the_row_of_its_process_until_the_transaction_ends(
    flow_class: type[Any], case: Case, owner: Connection, pool: ThreadPoolExecutor
) -> None:
    """Also when the block of the lock itself is left before that (viewflow 2.3.2)."""
    first = Holder()
    held = pool.submit(_hold, flow_class, case, first)
    first.until_held(held)
    second = pool.submit(_hold, flow_class, case)
    until_someone_waits(owner, second)
    first.may_go.set()
    held.result(LONG)
    second.result(LONG)


def test_whoever_waits_too_long_is_told_that_others_are_at_it(
    case: Case, owner: Connection, pool: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LONGEST_WAIT", "50ms")
    first = Holder()
    held = pool.submit(_hold, FLOWS["hennep"], case, first)
    first.until_held(held)
    try:
        with pytest.raises(Conflict, match="Anderen werken"):
            pool.submit(report, case, Cast().police).result(SOON)
    finally:
        first.may_go.set()
    held.result(LONG)
    assert report(case, Cast().police).done_by == Cast().police.membership


def test_the_longest_wait_ends_before_a_browser_gives_up() -> None:
    assert lock.LONGEST_WAIT.endswith("s")
    assert 1 <= int(lock.LONGEST_WAIT.removesuffix("s")) <= 10


def _hold(flow_class: type[Any], case: Case, holder: Holder | None = None) -> None:
    try:
        with acting_as(Cast().police), engine_sees(case.pk):
            process = CaseProcess.objects.get(case=case)
            with flow_class.lock(process.pk):
                pass
            if holder is not None:
                holder.keep()
    finally:
        connection.close()
