"""What is small does not leave the database, and cannot be subtracted from what does."""

from collections import defaultdict

import pytest
from django.db import connection

from casework.throughput.figures import Share
from partners.acting import acting_as
from partners.actor import Actor
from tests.casework.throughput.counted import BEFORE, LAST, figures

pytestmark = pytest.mark.django_db


def opened(by: Actor, period: str) -> dict[str, int | None]:
    return {one.name: one.opened for one in figures(by, period).gemeenten}


def test_five_are_shown_and_four_are_not(secretary: Actor) -> None:
    assert opened(secretary, LAST) == {"Aa": 10, "Bee": 5, "Cee": None, "Dee": None}


def test_none_and_few_look_the_same(secretary: Actor) -> None:
    cee, dee = figures(secretary, LAST).gemeenten[2:]
    assert (cee.opened, cee.closed, cee.in_hand) == (dee.opened, dee.closed, dee.in_hand)


def test_one_small_gemeente_takes_the_next_with_it(secretary: Actor) -> None:
    # 12, 9, 6 and 3 of 30: without Cee hidden, Dee would follow from the total.
    assert opened(secretary, BEFORE) == {"Aa": 10, "Bee": 10, "Cee": None, "Dee": None}
    assert figures(secretary, BEFORE).region.opened == 30


def test_the_slowest_tenth_is_shown_from_ten_cases(secretary: Actor) -> None:
    assert figures(secretary, f"{LAST}-Q1", "GM9901").selected.lead_time.p90 is None
    assert figures(secretary, LAST, "GM9901").selected.lead_time.p90 == 109


def test_no_answer_of_the_database_holds_a_count_that_is_not_rounded(secretary: Actor) -> None:
    with acting_as(secretary), connection.cursor() as cursor:
        for what in ("cases", "steps"):
            for period in ("recent", LAST, f"{LAST}-Q1", BEFORE):
                cursor.execute(
                    "SELECT count(*) FROM jsonb_array_elements("
                    " throughput('VR99', %s, '', %s)->'rows') AS line, jsonb_each(line) AS cell"
                    " WHERE cell.key IN ('opened', 'closed', 'in_hand', 'evaluated', 'reached',"
                    "  'done', 'tested', 'on_time') AND cell.value <> 'null'"
                    " AND (cell.value::int < 5 OR cell.value::int %% 5 <> 0)",
                    [period, what],
                )
                assert cursor.fetchone() == (0,)


def test_a_hidden_count_keeps_three_possible_values_whatever_the_others_are(
    secretary: Actor,
) -> None:
    """All regions of three gemeenten: what a reader sees leaves each hidden one open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ARRAY[a, b, c], throughput_shown(a + b + c),"
            " throughput_line(a + b + c, ARRAY[a, b, c]::bigint[])"
            " FROM generate_series(0, 20) a, generate_series(0, 20) b, generate_series(0, 20) c"
        )
        worlds = defaultdict(list)
        for members, total, shown in cursor.fetchall():
            worlds[total, tuple(shown)].append(members)
    for (_total, shown), members in worlds.items():
        if max(map(max, members)) > 13:
            continue  # of these some neighbours were not counted out
        for place in range(3):
            if any(one[place] < 5 for one in members):
                assert len({one[place] for one in members}) >= 3, (shown, members)


def test_a_share_tells_no_more_than_its_counts() -> None:
    assert Share(None, 20).percent == 25
    assert Share(None, 20).is_below
    assert Share(None, 5).percent is None
    assert Share(None, None).percent is None
    assert Share(10, 10).percent == 100
