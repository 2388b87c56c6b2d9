"""The watch reminds, warns and escalates, each once, and catches up after it stood still."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import Case
from casework.services import cases
from config.database_roles import Connection
from config.demo.walk import do, open_step
from notifications import jobs
from notifications.models import Notification
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.lasting import lasting
from tests.workflows.test_case_terms import formule
from workflows.models import Step, TermNotice
from workflows.services import case_terms
from workflows.watch.deadlines import deadlines
from workflows.watch.round import watch

PATIENCE = 30
DAY = timedelta(days=1)
REMINDED, OVERDUE, ESCALATED = "term_reminder", "term_overdue", "term_escalated"


def local(day: date, hour: int = 8) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def a_tuesday() -> date:
    """Four weeks on, and in a week without days off in any year of these tests."""
    return date(timezone.localdate().year + 1, 6, 9) - timedelta(
        days=(date(timezone.localdate().year + 1, 6, 9).weekday() - 1) % 7
    )


def due(case: Case, node: str, by: Actor, at: datetime, *, began: datetime | None = None) -> Step:
    """The open step of `by`, due then."""
    with acting_as(by), engine_sees(case.pk):
        step = open_step(case, node, by)
        step.due_at = at
        step.created = began or at - 7 * DAY
        step.save(update_fields=["due_at", "created"])
        # Only this one is watched here.
        Step.objects.filter(case=case).exclude(pk=step.pk).update(due_at=None)
    return step


def heard(actor: Actor, link: str) -> list[str]:
    with acting_as(actor):
        rows = Notification.objects.filter(link=link, kind__startswith="term_")
        return list(rows.order_by("created_at").values_list("kind", flat=True))


def notices(case: Case) -> list[tuple[str, bool]]:
    with acting_as(None), engine_sees(case.pk):
        rows = TermNotice.objects.filter(case=case).order_by("given_at", "-pk")
        return list(rows.values_list("level", "is_sent"))


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def last_moment() -> datetime:
    return local(a_tuesday(), 0) + DAY - timedelta(seconds=1)


def test_each_is_told_once_at_its_moment(case: Case, cast: Cast, last_moment: datetime) -> None:
    """Due on Tuesday: on Monday its holder, after it the holder, coordinator and burgemeester."""
    step = due(case, "answer", cast.grid, last_moment)
    link, tuesday = f"/taken/{step.pk}", a_tuesday()
    assert watch(local(tuesday - 5 * DAY)) == 0

    told: list[tuple[Actor, str, datetime]] = [
        (cast.grid, REMINDED, local(tuesday - DAY)),
        (cast.grid, OVERDUE, last_moment),
        (cast.coordinator, ESCALATED, local(tuesday + DAY)),
        (cast.mayor, ESCALATED, local(tuesday + 3 * DAY)),
    ]
    expected: dict[str, list[str]] = {name: [] for name in ("grid", "coordinator", "mayor")}
    for actor, kind, at in told:
        assert watch(at - timedelta(minutes=1)) == 0, kind
        assert watch(at) == 1, kind
        assert watch(at + timedelta(minutes=5)) == 0, kind
        name = next(one for one in expected if getattr(cast, one) is actor)
        expected[name].append(kind)
        for one, kinds in expected.items():
            assert heard(getattr(cast, one), link) == kinds, (kind, one)
    assert watch(last_moment + 30 * DAY) == 0


def test_after_a_day_down_only_the_most_serious_is_told(
    case: Case, cast: Cast, last_moment: datetime
) -> None:
    step = due(case, "answer", cast.grid, last_moment)
    assert watch(local(a_tuesday() + DAY)) == 1
    assert heard(cast.grid, f"/taken/{step.pk}") == []
    assert heard(cast.coordinator, f"/taken/{step.pk}") == [ESCALATED]
    assert notices(case) == [("reminder", False), ("overdue", False), ("coordinator", True)]
    assert watch(local(a_tuesday() + DAY, 9)) == 0


def test_who_was_told_that_it_is_over_is_not_told_again_as_coordinator(
    case: Case, cast: Cast, last_moment: datetime
) -> None:
    step = due(case, "close_round", cast.coordinator, last_moment)
    assert watch(last_moment) == 1
    assert watch(local(a_tuesday() + DAY)) == 0
    assert heard(cast.coordinator, f"/taken/{step.pk}") == [OVERDUE]
    assert watch(local(a_tuesday() + 3 * DAY)) == 1
    assert heard(cast.mayor, f"/taken/{step.pk}") == [ESCALATED]


def test_a_reminder_comes_on_a_working_day(case: Case, cast: Cast) -> None:
    """Due on Monday, three days before is Friday; due on Tuesday after a weekend it is Friday."""
    monday = a_tuesday() - DAY
    step = due(case, "answer", cast.grid, local(monday, 23), began=local(monday - 30 * DAY))
    step = due(
        case,
        "answer",
        cast.grid,
        local(monday, 0) + DAY - timedelta(seconds=1),
        began=local(monday - 6 * DAY, 0),
    )
    assert watch(local(monday - 3 * DAY) - timedelta(minutes=1)) == 0
    assert watch(local(monday - 3 * DAY)) == 1
    assert heard(cast.grid, f"/taken/{step.pk}") == [REMINDED]


def test_a_step_by_the_clock_is_escalated_within_the_day(case: Case, cast: Cast) -> None:
    at = local(a_tuesday(), 20)
    step = due(case, "answer", cast.grid, at, began=at - timedelta(hours=24))
    link = f"/taken/{step.pk}"
    assert [watch(at + timedelta(hours=hours)) for hours in (-7, -6, 0, 1, 4, 5)] == [
        *(0, 1, 1, 1, 1, 0),
    ]
    assert heard(cast.grid, link) == [REMINDED, OVERDUE]
    assert heard(cast.coordinator, link) == [ESCALATED]
    assert heard(cast.mayor, link) == [ESCALATED]


def test_what_is_done_is_not_told(case: Case, cast: Cast, last_moment: datetime) -> None:
    due(case, "answer", cast.grid, last_moment)
    do(case, "answer", cast.grid)
    assert watch(last_moment) == 0


def test_a_deadline_that_moves_is_told_anew(case: Case, cast: Cast, last_moment: datetime) -> None:
    step = due(case, "answer", cast.grid, last_moment)
    assert watch(last_moment) == 1
    due(case, "answer", cast.grid, last_moment + 7 * DAY)
    assert watch(last_moment + timedelta(minutes=5)) == 0
    assert watch(last_moment + 7 * DAY) == 1
    assert heard(cast.grid, f"/taken/{step.pk}") == [OVERDUE, OVERDUE]


@pytest.fixture
def with_a_term(case: Case, cast: Cast) -> dict[str, Any]:
    """Eight weeks to the Tuesday; nothing else of the case is watched."""
    given: dict[str, Any] = {
        "case": case,
        "code": "decision",
        "actor": cast.coordinator,
        "at": timezone.now(),
    }
    with acting_as(cast.coordinator), engine_sees(case.pk):
        Step.objects.filter(case=case).update(due_at=None)
        case_terms.begin(
            starts_on=a_tuesday() - 56 * DAY, formule=formule(is_statutory=False), **given
        )
    return given


def test_the_owner_of_a_term_is_warned_on_the_days_of_the_formule(
    case: Case, cast: Cast, with_a_term: dict[str, Any]
) -> None:
    tuesday, link = a_tuesday(), f"/zaken/{case.reference}"
    assert watch(local(tuesday - 15 * DAY)) == 0
    assert watch(local(tuesday - 14 * DAY)) == 1
    assert watch(local(tuesday - 5 * DAY)) == 0
    assert watch(local(tuesday - 4 * DAY)) == 1  # on Friday: three days before is a Saturday
    assert watch(local(tuesday - 3 * DAY)) == 0
    assert heard(cast.coordinator, link) == [REMINDED, REMINDED]


def test_a_paused_term_is_silent_and_comes_back_when_it_runs(
    case: Case, cast: Cast, with_a_term: dict[str, Any]
) -> None:
    """Paused for the ten days of its bound, so through the Wednesday of the week after."""
    tuesday, link = a_tuesday(), f"/zaken/{case.reference}"
    with acting_as(cast.coordinator), engine_sees(case.pk):
        case_terms.pause(from_on=tuesday - 2 * DAY, reason="", **with_a_term)
    assert watch(local(tuesday - DAY)) == 0
    assert watch(local(tuesday + 7 * DAY)) == 0
    assert watch(local(tuesday + 8 * DAY)) == 1
    assert heard(cast.coordinator, link) == [REMINDED]


def test_a_term_that_ended_is_not_told(case: Case, cast: Cast, with_a_term: dict[str, Any]) -> None:
    with acting_as(cast.coordinator), engine_sees(case.pk):
        case_terms.end(**with_a_term)
    assert watch(local(a_tuesday() + 10 * DAY)) == 0


def test_of_a_closed_case_nothing_is_told(
    case: Case, cast: Cast, with_a_term: dict[str, Any]
) -> None:
    with acting_as(cast.coordinator), engine_sees(case.pk):
        cases.close(case=case, actor=cast.coordinator, at=timezone.now())
    assert watch(local(a_tuesday() + 10 * DAY)) == 0


def test_who_acts_learns_nothing_from_the_look_of_the_watch(
    case: Case, cast: Cast, last_moment: datetime
) -> None:
    due(case, "answer", cast.grid, last_moment)
    assert len(deadlines(last_moment)) == 1
    with acting_as(cast.coordinator):
        assert deadlines(last_moment) == []


def test_the_text_says_which_case_and_when_and_nothing_else(
    case: Case, cast: Cast, last_moment: datetime
) -> None:
    due(case, "answer", cast.grid, last_moment)
    watch(last_moment)
    with acting_as(cast.grid):
        told = Notification.objects.get(kind=OVERDUE)
        assert str(told) == f"Een termijn in zaak {case.reference} is verlopen."
        assert told.due_at == last_moment


def test_the_job_watches_by_the_clock_of_now(case: Case, cast: Cast) -> None:
    now = timezone.now()
    step = due(case, "answer", cast.grid, now - timedelta(minutes=1), began=now - DAY)
    jobs.watch_terms(0)
    assert heard(cast.grid, f"/taken/{step.pk}") == [OVERDUE]


@pytest.fixture
def owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[Connection]:
    with django_db_blocker.unblock(), lasting() as owner:
        yield owner


def test_of_two_workers_at_the_same_second_one_tells(
    owner: Connection, last_moment: datetime
) -> None:
    cast = Cast()
    case = a_case(cast, at="answer")
    step = due(case, "answer", cast.grid, last_moment)
    workers = 4
    start = Barrier(workers)

    def round_of_a_worker(_number: int) -> int:
        try:
            connection.ensure_connection()
            start.wait(PATIENCE)
            return watch(last_moment)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=workers) as pool:
        assert sorted(pool.map(round_of_a_worker, range(workers))) == [0, 0, 0, 1]
    assert heard(cast.grid, f"/taken/{step.pk}") == [OVERDUE]
    assert notices(case) == [("reminder", False), ("overdue", True)]
