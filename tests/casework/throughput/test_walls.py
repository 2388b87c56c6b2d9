"""The second wall: with raw SQL too the web gets figures of its own region, and nothing more."""

import pytest
from django.db import DatabaseError, connection, transaction

from partners.acting import acting_as
from partners.actor import Actor
from tests.casework.throughput.counted import LAST, Members
from tests.casework.throughput.proefregio import REGION, actor

pytestmark = pytest.mark.django_db


def ask(region: str = REGION, period: str = LAST, what: str = "cases") -> object:
    with connection.cursor() as cursor:
        cursor.execute("SELECT throughput(%s, %s, '', %s)", [region, period, what])
        (answer,) = cursor.fetchone()
    return answer


def test_a_secretary_gets_figures_and_not_one_case(secretary: Actor) -> None:
    with acting_as(secretary), connection.cursor() as cursor:
        assert ask() is not None
        for table in ("casework_case", "workflows_step", "casework_outcome"):
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608  the three above
            assert cursor.fetchone() == (0,), table


def test_who_serves_the_region_gets_its_figures(members: Members, db: None) -> None:
    for one in (members.secretary, members.coordinator, members.police):
        with acting_as(actor(one)):
            assert ask() is not None


def test_another_region_answers_nothing(secretary: Actor) -> None:
    with acting_as(secretary):
        assert ask(region="VR21") is None
        assert ask(region="VR00") is None


def test_without_an_actor_there_is_no_answer(members: Members, db: None) -> None:
    with acting_as(None):
        assert ask() is None


def test_a_privacy_officer_gets_no_answer(members: Members, db: None) -> None:
    with acting_as(actor(members.privacy_officer)):
        assert ask() is None


@pytest.mark.parametrize("period", ["", "2999", "2025-02", "2025-Q5", "recent ", "1; SELECT 1"])
def test_only_whole_periods_are_answered(secretary: Actor, period: str) -> None:
    with acting_as(secretary):
        assert ask(period=period) is None


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT throughput_cases(1, '', now() - interval '1 day', now())",
        "SELECT throughput_steps(1, '', now() - interval '1 day', now())",
        "SELECT throughput_region('VR99')",
        "SELECT * FROM casework_throughput_kept",
    ],
)
def test_what_stands_behind_the_entrance_is_closed(secretary: Actor, statement: str) -> None:
    with (
        acting_as(secretary),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
