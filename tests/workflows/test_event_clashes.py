"""Where events clash, by a table of cases and by what holds for all of them."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.events.clashes import PLACE, Claim, clashes, clashes_of

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OSS, MEIERIJSTAD = 1, 2
HAS = {"politie": 100, "brandweer": 2}


def capacity_on(service: str, day: date) -> int | None:
    """Of GHOR nothing was laid down."""
    return HAS.get(service)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def claim(key: int, begins: str, ends: str, **given: Any) -> Claim:
    there: dict[str, Any] = {"gemeente": OSS, "place": f"Plein {key}"} | given
    services = ("politie", "brandweer", "ghor")
    asked: dict[str, int] = {name: there.pop(name) for name in services if name in there}
    return Claim(key, begins_at=at(begins), ends_at=at(ends), asked=asked, **there)


DAY = ("2026-06-27 12:00", "2026-06-27 23:00")
NIGHT = ("2026-06-27 20:00", "2026-06-28 02:00")
NEXT = ("2026-06-28 12:00", "2026-06-28 23:00")
TO_MIDNIGHT = ("2026-06-27 12:00", "2026-06-28 00:00")
MORNING = ("2026-06-27 08:00", "2026-06-27 12:00")

CASES: list[tuple[str, tuple[Claim, ...], dict[tuple[int, int], set[str]]]] = [
    ("one alone", (claim(1, *DAY, politie=100),), {}),
    ("one alone that asks too much", (claim(1, *DAY, politie=101),), {}),
    ("just enough", (claim(1, *DAY, politie=60), claim(2, *DAY, politie=40)), {}),
    (
        "one hour short",
        (claim(1, *DAY, politie=60), claim(2, *DAY, politie=41)),
        {(1, 2): {"politie"}},
    ),
    ("other days", (claim(1, *DAY, politie=100), claim(2, *NEXT, politie=100)), {}),
    (
        "past midnight it asks of the next day too",
        (claim(1, *NIGHT, politie=60), claim(2, *NEXT, politie=60)),
        {(1, 2): {"politie"}},
    ),
    (
        "midnight sharp is the day before",
        (claim(1, *TO_MIDNIGHT, politie=60), claim(2, *NEXT, politie=60)),
        {},
    ),
    (
        "three together, of whom one asks nothing",
        (claim(1, *DAY, politie=60), claim(2, *DAY), claim(3, *DAY, politie=60)),
        {(1, 3): {"politie"}},
    ),
    (
        "three that are too much together",
        tuple(claim(key, *DAY, brandweer=1) for key in (1, 2, 3)),
        {(1, 2): {"brandweer"}, (1, 3): {"brandweer"}, (2, 3): {"brandweer"}},
    ),
    (
        "two services short",
        (claim(1, *DAY, politie=90, brandweer=2), claim(2, *DAY, politie=90, brandweer=2)),
        {(1, 2): {"politie", "brandweer"}},
    ),
    ("nothing laid down", (claim(1, *DAY, ghor=50), claim(2, *DAY, ghor=50)), {}),
    (
        "the same place, however it is written",
        (claim(1, *DAY, place="De  Heuvel"), claim(2, *NIGHT, place="de heuvel")),
        {(1, 2): {PLACE}},
    ),
    (
        "one after the other",
        (claim(1, *MORNING, place="Heuvel"), claim(2, *DAY, place="Heuvel")),
        {},
    ),
    (
        "a place of that name elsewhere",
        (claim(1, *DAY, place="Markt"), claim(2, *DAY, place="Markt", gemeente=MEIERIJSTAD)),
        {},
    ),
]


@pytest.mark.parametrize(
    ("claims", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_clashes(claims: tuple[Claim, ...], expected: dict[tuple[int, int], set[str]]) -> None:
    found = {(one.first, one.second): set(one.reasons) for one in clashes(claims, capacity_on)}
    assert found == expected


def test_a_clash_tells_on_which_days() -> None:
    long = claim(1, "2026-06-26 12:00", "2026-06-28 20:00", politie=60)
    (found,) = clashes([long, claim(2, *DAY, politie=60)], capacity_on)
    assert found.days == (date(2026, 6, 27),)


def test_the_day_the_clock_goes_back_is_one_day() -> None:
    event = claim(1, "2026-10-25 00:00", "2026-10-25 23:59")
    assert list(event.days) == [date(2026, 10, 25)]


START = datetime(2026, 6, 1, tzinfo=AMSTERDAM)
some_claims = st.lists(
    st.builds(
        lambda key, gemeente, place, hour, hours, politie, brandweer: Claim(
            key,
            gemeente,
            place,
            START + timedelta(hours=hour),
            START + timedelta(hours=hour + hours),
            {"politie": politie, "brandweer": brandweer, "ghor": politie},
        ),
        key=st.integers(1, 10_000),
        gemeente=st.integers(1, 3),
        place=st.sampled_from(["Markt", "Plein", "Park"]),
        hour=st.integers(0, 400),
        hours=st.integers(1, 80),
        politie=st.integers(0, 120),
        brandweer=st.integers(0, 3),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
)


@given(some_claims)
def test_two_events_that_share_no_day_never_clash(claims: list[Claim]) -> None:
    by_key = {one.key: one for one in claims}
    for found in clashes(claims, capacity_on):
        first, second = by_key[found.first], by_key[found.second]
        shared = set(first.days) & set(second.days)
        assert shared
        assert set(found.days) <= shared


@given(some_claims, st.randoms())
def test_it_makes_no_difference_in_which_order_they_come(claims: list[Claim], random: Any) -> None:
    other = list(claims)
    random.shuffle(other)
    assert clashes(claims, capacity_on) == clashes(other, capacity_on)


@given(some_claims)
def test_each_of_a_pair_meets_the_clash(claims: list[Claim]) -> None:
    met = {
        (one.key, found.other(one.key), found.reasons)
        for one in claims
        for found in clashes_of(one, claims, capacity_on)
    }
    assert met == {(other, key, reasons) for key, other, reasons in met}


@given(some_claims)
def test_a_service_clashes_only_where_more_is_asked_than_there_is(claims: list[Claim]) -> None:
    for found in clashes(claims, capacity_on):
        for service in found.reasons - {PLACE}:
            asked = [
                sum(one.asked[service] for one in claims if day in set(one.days))
                for day in found.days
            ]
            assert max(asked) > HAS[service]


@given(some_claims)
def test_what_is_not_more_than_there_is_clashes_on_places_alone(claims: list[Claim]) -> None:
    found = clashes(claims, lambda service, day: 10_000)
    assert {reason for one in found for reason in one.reasons} <= {PLACE}
