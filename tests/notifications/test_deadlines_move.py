"""A change in the equalled days moves what runs: recorded, told, and never a date somebody set."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import Case
from config.database_roles import Connection
from config.demo import answers
from config.demo.walk import do, open_step
from notifications import jobs
from notifications.models import Notification
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.audit.models import Entry
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.lasting import lasting
from tests.workflows.test_case_terms import formule
from workflows import lock
from workflows.models import EqualledDay, EqualledDaysChange, Step
from workflows.services import case_terms, equalled_days
from workflows.terms import Length, end_of_day
from workflows.watch.moving import Unfinished, move

FRIDAY = date(2026, 5, 15)
"""The day after Hemelvaart: six weeks from 2 April end on it."""
MONDAY = date(2026, 5, 18)
OF_HENNEP = "theme = 'hennep' AND region_id IS NULL AND version = 1"
CONTENT = f"SELECT content::text FROM workflows_formuleversion WHERE {OF_HENNEP}"  # noqa: S608
REWRITE = f"UPDATE workflows_formuleversion SET content = %s::jsonb WHERE {OF_HENNEP}"  # noqa: S608


def changed(cast: Cast, day: date = FRIDAY, *, added: bool = True) -> None:
    with acting_as(cast.administrator):
        given: dict[str, Any] = {"actor": cast.administrator, "at": timezone.now()}
        if added:
            equalled_days.add(day=day, source="Stcrt.", **given)
        else:
            equalled_days.remove(day=EqualledDay.objects.get(day=day), **given)


def deferred() -> list[dict[str, Any]]:
    """What the changes left for the worker, in its order."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT args FROM procrastinate_jobs
               WHERE task_name = 'notifications.move_deadlines' AND lock = 'equalled_days'
               ORDER BY id"""
        )
        return [json.loads(args) for (args,) in cursor.fetchall()]


def work_off() -> None:
    for args in deferred():
        jobs.move_deadlines(**args)


def told(actor: Actor) -> list[tuple[str, datetime | None]]:
    with acting_as(actor):
        rows = Notification.objects.filter(kind="term_moved").order_by("created_at")
        return list(rows.values_list("link", "due_at"))


def entries(cast: Cast) -> list[tuple[str, str, str, str]]:
    with acting_as(cast.privacy_officer):
        rows = Entry.objects.filter(action="term.moved").order_by("pk")
        return list(rows.values_list("object_type", "object_id", "person__name", "origin"))


@pytest.fixture
def step(cast: Cast) -> Step:
    """The term of objection, which ends on the Friday."""
    case = a_case(cast, at="decide")
    do(case, "decide", cast.mayor, answers.decide() | {"announced_on": "2026-04-02"})
    with acting_as(cast.coordinator):
        found = open_step(case, "objection", cast.coordinator)
        assert found.due_at == end_of_day(FRIDAY)
        return found


def due(step: Step, cast: Cast) -> date:
    with acting_as(cast.coordinator):
        return timezone.localdate(Step.objects.get(pk=step.pk).due_at)


def test_a_step_moves_back_and_forth_and_each_move_is_recorded_and_told(
    step: Step, cast: Cast
) -> None:
    changed(cast)
    assert due(step, cast) == FRIDAY
    work_off()
    assert due(step, cast) == MONDAY
    link = f"/taken/{step.pk}"
    assert told(cast.coordinator) == [(link, end_of_day(MONDAY))]
    entry = ("step", str(step.pk), cast.coordinator.person.name, "job")
    assert entries(cast) == [entry]

    changed(cast, added=False)
    jobs.move_deadlines(**deferred()[-1])
    assert due(step, cast) == FRIDAY
    assert told(cast.coordinator)[1:] == [(link, end_of_day(FRIDAY))]
    assert entries(cast) == [entry, entry]


def test_a_job_that_runs_again_moves_nothing(step: Step, cast: Cast) -> None:
    changed(cast)
    work_off()
    work_off()
    assert due(step, cast) == MONDAY
    assert len(entries(cast)) == len(told(cast.coordinator)) == 1


def test_after_a_day_down_all_changes_are_worked_off_in_their_order(step: Step, cast: Cast) -> None:
    changed(cast)
    changed(cast, MONDAY)
    changed(cast, added=False)
    work_off()
    assert due(step, cast) == FRIDAY
    assert [one.after for one in EqualledDaysChange.objects.all()] == [
        [FRIDAY],
        [FRIDAY, MONDAY],
        [MONDAY],
    ]


def test_a_date_that_somebody_set_stays(step: Step, cast: Cast) -> None:
    own = end_of_day(FRIDAY + timedelta(days=5))
    with acting_as(cast.coordinator), engine_sees(step.case_id):
        Step.objects.filter(pk=step.pk).update(due_at=own)
    changed(cast)
    changed(cast, MONDAY)
    work_off()
    assert due(step, cast) == FRIDAY + timedelta(days=5)
    assert entries(cast) == []


def test_what_is_done_stays(step: Step, cast: Cast) -> None:
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=step.case_id)
    do(case, "objection", cast.coordinator)
    changed(cast)
    work_off()
    assert due(step, cast) == FRIDAY


@pytest.fixture
def case(cast: Cast) -> Case:
    """With a term of its own that ends on the Friday."""
    case = a_case(cast, at="answer")
    with acting_as(cast.coordinator), engine_sees(case.pk):
        case_terms.begin(
            case=case,
            code="decision",
            starts_on=date(2026, 4, 3),
            formule=formule(length=Length.parse("6w")),
            actor=cast.coordinator,
            at=timezone.now(),
        )
        assert case_terms.due_on(case, "decision") == FRIDAY
    return case


def test_a_term_of_the_case_moves_and_its_owner_hears(case: Case, cast: Cast) -> None:
    changed(cast)
    work_off()
    with acting_as(cast.coordinator):
        assert case_terms.due_on(case, "decision") == MONDAY
    assert told(cast.coordinator) == [(f"/zaken/{case.reference}", end_of_day(MONDAY))]
    assert [(kind, origin) for kind, _id, _name, origin in entries(cast)] == [("caseterm", "job")]


@pytest.fixture
def owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[Connection]:
    with django_db_blocker.unblock(), lasting() as owner:
        yield owner


def test_a_case_that_somebody_holds_is_tried_again(
    owner: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LONGEST_WAIT", "100ms")
    cast = Cast()
    case = a_case(cast, at="decide")
    do(case, "decide", cast.mayor, answers.decide() | {"announced_on": "2026-04-02"})
    days = {"before": frozenset[date](), "after": frozenset({FRIDAY})}
    with owner.transaction():
        owner.execute("SELECT FROM workflows_caseprocess FOR UPDATE")
        with pytest.raises(Unfinished):
            move(**days, at=timezone.now())
    assert entries(cast) == []
    assert move(**days, at=timezone.now()) == 1
    assert move(**days, at=timezone.now()) == 0
    assert len(entries(cast)) == 1


@pytest.fixture
def in_working_days(owner: Connection) -> Iterator[None]:
    """The formule of the cases of this test asks everyone for an answer in five working days."""
    (content,) = owner.execute(CONTENT).fetchone() or ("",)
    said = json.loads(content)
    said["partners"] = [one | {"term": "5wd"} for one in said["partners"]]
    owner.execute(REWRITE, [json.dumps(said)])
    yield
    owner.execute(REWRITE, [content])


def test_a_question_asked_in_working_days_moves_with_its_step(in_working_days: None) -> None:
    cast = Cast()
    case = a_case(cast, at="answer")
    with acting_as(cast.grid):
        step = open_step(case, "answer", cast.grid)
    day = timezone.localdate(step.due_at)
    assert move(before=frozenset(), after=frozenset({day}), at=timezone.now()) > 1
    with acting_as(cast.grid):
        moved = Step.objects.select_related("request").get(pk=step.pk)
    assert timezone.localdate(moved.due_at) > day
    assert moved.request.due_at == moved.due_at
    assert moved.request.first_due_at == step.due_at
    assert told(cast.grid) == [(f"/taken/{step.pk}", moved.due_at)]


def test_who_acts_learns_nothing_from_the_look_of_the_job(step: Step, cast: Cast) -> None:
    days = {"before": frozenset[date](), "after": frozenset({FRIDAY})}
    with acting_as(cast.administrator):
        assert move(**days, at=timezone.now()) == 0
