"""Terms end where the law says: the vectors of domain brief 1.1, and the calendar they need."""

from datetime import date

import pytest

from workflows.terms import Length, end_of_term
from workflows.terms.calendar import holidays, is_working_day


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2015-06-29", "6w", "2015-08-10"),
        ("2014-11-21", "6w", "2015-01-02"),
        ("2026-04-04", "6w", "2026-05-18"),
        ("2026-04-02", "6w", "2026-05-15"),
        ("2025-11-14", "6w", "2025-12-29"),
        ("2026-03-23", "2w", "2026-04-07"),
        ("2026-04-01", "8w", "2026-05-27"),
        ("2026-03-13", "3d", "2026-03-17"),
        ("2026-04-02", "3d", "2026-04-08"),
    ],
)
def test_a_statutory_term_ends_on_a_working_day(start: str, length: str, end: str) -> None:
    found = end_of_term(date.fromisoformat(start), Length.parse(length), is_statutory=True)
    assert found == date.fromisoformat(end)


def test_a_day_equalled_to_a_holiday_moves_the_end() -> None:
    equalled = {date(2026, 5, 15)}
    end = end_of_term(date(2026, 4, 2), Length.parse("6w"), is_statutory=True, equalled=equalled)
    assert end == date(2026, 5, 18)


def test_an_agreed_term_ends_as_it_is_counted() -> None:
    assert end_of_term(date(2026, 4, 4), Length.parse("6w"), is_statutory=False) == date(
        2026, 5, 16
    )


@pytest.mark.parametrize("length", ["13w", "91d", "4m"])
def test_a_long_statutory_term_is_not_rolled(length: str) -> None:
    """Art. 4: not for terms over 90 days, 12 weeks or 3 months."""
    start = date(2026, 1, 3)
    statutory = end_of_term(start, Length.parse(length), is_statutory=True)
    assert statutory == end_of_term(start, Length.parse(length), is_statutory=False)


def test_working_days_pass_over_weekends_and_holidays() -> None:
    assert end_of_term(date(2026, 4, 2), Length.parse("5wd"), is_statutory=False) == date(
        2026, 4, 13
    )


def test_months_end_on_the_last_day_where_the_month_is_shorter() -> None:
    assert Length.parse("1m").after(date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize("written", ["", "6", "w6", "6 w", "-1d", "6y"])
def test_what_is_no_length_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a length"):
        Length.parse(written)


def test_hours_need_a_clock() -> None:
    with pytest.raises(ValueError, match="no plain date"):
        end_of_term(date(2026, 1, 1), Length.parse("24u"), is_statutory=False)


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


@pytest.mark.parametrize("day", [date(2014, 4, 26), date(2025, 4, 26)])
def test_kings_day_on_a_sunday_is_kept_the_day_before(day: date) -> None:
    assert not is_working_day(day)
    assert day in holidays(day.year)
