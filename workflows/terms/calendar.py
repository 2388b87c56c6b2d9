"""The days that are no working day under the Algemene termijnenwet (BWBR0002448), art. 3."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import lru_cache

SUNDAY = 6


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """The general holidays of art. 3 lid 1, with Goede Vrijdag, which lid 2 equals to them."""
    easter = easter_sunday(year)
    kings_day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    if kings_day.weekday() == SUNDAY:
        kings_day -= timedelta(days=1)
    return frozenset(
        {
            date(year, 1, 1),
            easter - timedelta(days=2),
            easter + timedelta(days=1),
            kings_day,
            date(year, 5, 5),
            easter + timedelta(days=39),
            easter + timedelta(days=50),
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_working_day(day: date, equalled: AbstractSet[date] = frozenset()) -> bool:
    """`equalled` holds the days a royal decree made equal to a holiday (art. 3 lid 3)."""
    return day.weekday() < 5 and day not in holidays(day.year) and day not in equalled


def easter_sunday(year: int) -> date:
    """The Gregorian computus in the form of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)
