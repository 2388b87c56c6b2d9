"""Each person's notifications are numbered without a gap, in the order of the commits."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from notifications.inbox import NOTHING_YET, standing
from notifications.models import Inbox, Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Role
from partners.news import tell
from tests.notifications.desk import Desk

PATIENCE = 20.0
ROLES = (Role.LIAISON, Role.COORDINATOR)


def numbers(actor: Actor) -> list[int | None]:
    with acting_as(actor):
        own = Notification.objects.of(actor.person).order_by("seq")
        return list(own.values_list("seq", flat=True))


def in_own_connection(act: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        try:
            act()
        finally:
            connection.close()

    return run


def fail_after_telling(desk: Desk) -> None:
    with acting_as(desk.by):
        tell(desk.news())
        raise ZeroDivisionError


def test_each_act_takes_the_next_number(desk: Desk) -> None:
    for _ in range(3):
        desk.hears()
    assert [numbers(actor) for actor in desk.people] == [[1, 2, 3]] * 3


def test_an_act_that_tells_twice_takes_two_numbers(desk: Desk) -> None:
    desk.hears()
    with acting_as(desk.by):
        tell(desk.news(kind="request_answered"))
        tell(desk.news(kind="commitment"))
    assert numbers(desk.people[0]) == [1, 2, 3]


def test_an_act_that_fails_leaves_nothing(desk: Desk) -> None:
    desk.hears()
    with pytest.raises(ZeroDivisionError):
        fail_after_telling(desk)
    desk.hears()
    assert numbers(desk.people[0]) == [1, 2]
    jobs = desk.owner.execute("SELECT count(*) FROM procrastinate_jobs").fetchone()
    assert jobs == (2 * len(desk.people),)


def test_what_a_savepoint_took_back_takes_no_number(desk: Desk) -> None:
    with acting_as(desk.by):
        tell(desk.news())
        with pytest.raises(ZeroDivisionError):
            fail_after_telling(desk)
        tell(desk.news())
    assert numbers(desk.people[0]) == [1, 2]


def test_who_told_first_but_commits_last_takes_the_later_number(desk: Desk) -> None:
    told, overtaken = threading.Event(), threading.Event()

    def slow() -> None:
        with acting_as(desk.by):
            tell(desk.news(kind="slow"))
            told.set()
            assert overtaken.wait(PATIENCE)

    thread = threading.Thread(target=in_own_connection(slow))
    thread.start()
    assert told.wait(PATIENCE)
    desk.hears(kind="quick")
    assert numbers(desk.people[0]) == [1]
    overtaken.set()
    thread.join(PATIENCE)
    with acting_as(desk.people[0]):
        kinds = Notification.objects.after(0).values_list("kind", flat=True)
        assert list(kinds) == ["quick", "slow"]


def test_many_acts_at_once_leave_no_gap_and_nobody_waits_for_ever(desk: Desk) -> None:
    """Half of them tell the liaisons first, half the coordinator: locks in opposite orders."""
    desk.owner.execute(
        "UPDATE partners_membership SET role = 'coordinator' WHERE person_id = %s",
        [desk.people[2].person.pk],
    )
    start = threading.Barrier(8)

    def act(turn: int) -> None:
        start.wait(PATIENCE)
        for _ in range(10):
            with acting_as(desk.by):
                for role in ROLES if turn % 2 else reversed(ROLES):
                    tell(desk.news(roles=(role,)))

    with ThreadPoolExecutor(8) as threads:
        runs = [threads.submit(in_own_connection(partial(act, turn))) for turn in range(8)]
    assert [run.exception() for run in runs] == [None] * 8
    assert [numbers(actor) for actor in desk.people] == [list(range(1, 81))] * 3


def test_the_epoch_stays_while_counting_goes_on(desk: Desk) -> None:
    person = desk.people[0].person
    with acting_as(desk.people[0]):
        assert standing(person.pk) == NOTHING_YET
    seen = []
    for _ in range(2):
        desk.hears()
        with acting_as(desk.people[0]):
            seen.append(standing(person.pk))
    assert [(now.seq, now.unread) for now in seen] == [(1, 1), (2, 2)]
    assert seen[0].epoch == seen[1].epoch != ""


def test_an_inbox_that_its_owner_made_first_is_counted_on(desk: Desk) -> None:
    with acting_as(desk.people[0]):
        Inbox.objects.create(person=desk.people[0].person, mails=False)
    desk.hears()
    assert numbers(desk.people[0]) == [1]
