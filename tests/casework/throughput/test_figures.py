"""The figures, held against what was counted by hand."""

import pytest

from casework.throughput.figures import Days, Share
from partners.actor import Actor
from tests.casework.throughput.counted import LAST, figures

pytestmark = pytest.mark.django_db


def test_the_region_counts_what_began_ended_and_is_open(secretary: Actor) -> None:
    region = figures(secretary, LAST).region
    # 12 + 5 + 4 began, 12 ended, 9 are open: rounded to fives.
    assert (region.opened, region.closed, region.in_hand) == (20, 10, 10)


def test_a_gemeente_has_its_lead_time_and_what_came_of_it(secretary: Actor) -> None:
    aa = figures(secretary, LAST, "GM9901").selected
    assert (aa.name, aa.opened, aa.closed) == ("Aa", 10, 10)
    # 10, 20 ... 120 days: between 60 and 70, and nine tenths of the way.
    assert aa.lead_time == Days(65, 109)
    # 6 of 12, both rounded.
    assert aa.reached == Share(5, 10)
    assert aa.reached.percent == 50


def test_terms_of_the_law_and_agreed_ones_stand_apart(secretary: Actor) -> None:
    aa = figures(secretary, LAST, "GM9901").selected
    # Objection: 5 of 12 within 42 days. Visit and weighing: all 24.
    assert aa.statutory == Share(5, 10)
    assert aa.agreed == Share(25, 25)


def test_steps_come_in_the_order_of_the_process_with_their_days(secretary: Actor) -> None:
    steps = figures(secretary, LAST).steps
    assert [(one.node, one.done, one.days.p50) for one in steps] == [
        ("visit", 10, 6),
        ("weigh", 10, 4),
        ("objection", 10, 50),
    ]
    assert steps[1].title == "Rapportage toetsen"


def test_waiting_is_split_by_who_holds_it(secretary: Actor) -> None:
    found = figures(secretary, LAST)
    # Gemeente 12 x 4 + 7 x 50 + 5 x 30 = 548 days, politie 12 x 6 = 72.
    assert {one.holder: one.wait for one in found.holders} == {
        "gemeente": 88,
        "politie": 12,
        "om": None,
        "anders": None,
    }
    assert found.gemeenten[0].own_wait == 88


def test_a_partner_has_its_own_line(secretary: Actor) -> None:
    (police,) = figures(secretary, LAST).partners
    assert (police.code, police.done, police.days.p50) == ("PE-99", 10, 6)
    assert police.on_time.percent == 100


def test_a_quarter_holds_what_happened_in_it(secretary: Actor) -> None:
    first = figures(secretary, f"{LAST}-Q1", "GM9901").selected
    # Of the twelve, those of 10 to 50 days ended before April.
    assert (first.opened, first.closed, first.in_hand) == (10, 5, 5)
    assert figures(secretary, f"{LAST}-Q3").selected.opened is None
