"""The Dutch calendar, in every year."""

from datetime import date

import pytest

from workflows.terms.calendar import (
    holidays,
    is_working_day,
    why_no_working_day,
    working_day_from,
    working_day_until,
)


def test_the_holidays_of_2026() -> None:
    assert sorted(holidays(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2025, 4, 26),
        (2014, 4, 26),
        (2015, 4, 27),
        (2013, 4, 30),
        (2006, 4, 29),
        (1989, 4, 29),
        (1978, 5, 1),
        (1979, 4, 30),
    ],
)
def test_the_birthday_of_the_king_or_queen_is_never_kept_on_a_sunday(
    year: int, month: int, day: int
) -> None:
    """27 April since 2014 and 30 April before; from Sunday to Saturday, until 1979 to Monday."""
    kept = date(year, month, day)
    assert kept in holidays(year)
    near = {one for one in holidays(year) if date(year, 4, 26) <= one <= date(year, 5, 1)}
    assert near - {kept} <= {one for one in near if why_no_working_day(one) != "Koningsdag"}


@pytest.mark.parametrize("year", [2000, 2008, 2011, 2019, 2024, 2038])
def test_easter_in_years_that_are_known(year: int) -> None:
    known = {
        2000: date(2000, 4, 23),
        2008: date(2008, 3, 23),
        2011: date(2011, 4, 24),
        2019: date(2019, 4, 21),
        2024: date(2024, 3, 31),
        2038: date(2038, 4, 25),
    }
    monday = known[year].toordinal() + 1
    assert date.fromordinal(monday) in holidays(year)


def test_the_nearest_working_days_around_a_long_weekend() -> None:
    assert working_day_from(date(2026, 4, 3)) == date(2026, 4, 7)
    assert working_day_until(date(2026, 4, 6)) == date(2026, 4, 2)
    assert working_day_from(date(2026, 4, 3), {date(2026, 4, 7)}) == date(2026, 4, 8)
    assert is_working_day(date(2026, 4, 7))


def test_a_day_off_has_its_name() -> None:
    assert why_no_working_day(date(2026, 5, 14)) == "Hemelvaartsdag"
    assert why_no_working_day(date(2026, 5, 16)) == "een zaterdag"
    assert why_no_working_day(date(2026, 5, 17)) == "een zondag"
    assert why_no_working_day(date(2012, 4, 30)) == "Koninginnedag"
    assert "gelijkgesteld" in why_no_working_day(date(2026, 5, 15), {date(2026, 5, 15)})
    assert why_no_working_day(date(2026, 5, 18)) == ""
