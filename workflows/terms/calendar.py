"""The days that are no working day under the Algemene termijnenwet (BWBR0002448), art. 3."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)
EQUALLED = _("een dag die met een feestdag is gelijkgesteld")


@lru_cache(maxsize=256)
def named_holidays(year: int) -> dict[date, Promise]:
    """The general holidays of art. 3 lid 1, with Goede Vrijdag, which lid 2 equals to them."""
    easter = easter_sunday(year)
    return {
        date(year, 1, 1): _("nieuwjaarsdag"),
        easter - 2 * DAY: _("Goede Vrijdag"),
        easter + DAY: _("tweede paasdag"),
        kings_day(year): _("Koningsdag") if year >= 2014 else _("Koninginnedag"),
        date(year, 5, 5): _("5 mei"),
        easter + 39 * DAY: _("Hemelvaartsdag"),
        easter + 50 * DAY: _("tweede pinksterdag"),
        date(year, 12, 25): _("eerste kerstdag"),
        date(year, 12, 26): _("tweede kerstdag"),
    }


@lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[date]:
    return frozenset(named_holidays(year))


def kings_day(year: int) -> date:
    """The day on which the birthday is celebrated: 27 April since 2014, 30 April before.

    On a Sunday it is kept the day before; until 1979 it was the day after.
    """
    day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    if day.weekday() != SUNDAY:
        return day
    return day - DAY if year >= 1980 else day + DAY


def is_working_day(day: date, equalled: AbstractSet[date] = frozenset()) -> bool:
    """`equalled` holds the days a royal decree made equal to a holiday (art. 3 lid 3)."""
    return day.weekday() < SATURDAY and day not in holidays(day.year) and day not in equalled


def why_no_working_day(day: date, equalled: AbstractSet[date] = frozenset()) -> str:
    """What kind of day it is; empty for a working day."""
    named = named_holidays(day.year)
    if day in named:
        return str(named[day])
    if day.weekday() >= SATURDAY:
        return str(_("een zaterdag") if day.weekday() == SATURDAY else _("een zondag"))
    return str(EQUALLED) if day in equalled else ""


def working_day_from(day: date, equalled: AbstractSet[date] = frozenset()) -> date:
    """That day, or else the first working day after it."""
    while not is_working_day(day, equalled):
        day += DAY
    return day


def working_day_until(day: date, equalled: AbstractSet[date] = frozenset()) -> date:
    """That day, or else the last working day before it."""
    while not is_working_day(day, equalled):
        day -= DAY
    return day


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
