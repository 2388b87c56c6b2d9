"""How long a term is, written as 24u, 3d, 5wd, 6w or 3m."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import ngettext

WRITTEN = re.compile(r"([1-9][0-9]{0,2})(u|d|wd|w|m)")


class Unit(StrEnum):
    HOURS = "u"
    DAYS = "d"
    WORKING_DAYS = "wd"
    WEEKS = "w"
    MONTHS = "m"


@dataclass(frozen=True)
class Length:
    count: int
    unit: Unit

    @classmethod
    def parse(cls, written: str) -> "Length":
        """
        :raises ValueError: when it is not a number above 0, followed by u, d, wd, w or m.
        """
        match = WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(f"not a length of a term: {written!r}")
        return cls(int(match[1]), Unit(match[2]))

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    @property
    def in_words(self) -> str:
        if self.unit == Unit.HOURS:
            written = ngettext("%(count)s uur", "%(count)s uren", self.count)
        elif self.unit == Unit.DAYS:
            written = ngettext("%(count)s dag", "%(count)s dagen", self.count)
        elif self.unit == Unit.WORKING_DAYS:
            written = ngettext("%(count)s werkdag", "%(count)s werkdagen", self.count)
        elif self.unit == Unit.WEEKS:
            written = ngettext("%(count)s week", "%(count)s weken", self.count)
        else:
            written = ngettext("%(count)s maand", "%(count)s maanden", self.count)
        return written % {"count": self.count}

    @property
    def is_beyond_atw(self) -> bool:
        """Hours, and terms over 90 days, 12 weeks or 3 months (Algemene termijnenwet, art. 4)."""
        longest = {Unit.HOURS: 0, Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
        return self.count > longest.get(self.unit, self.count)

    def after(self, start: date) -> date:
        """The raw end: the last day of a term that begins the day after `start`.

        :raises ValueError: for hours and working days, which need a clock or a calendar.
        """
        return self._from(start, 1)

    def before(self, end: date) -> date:
        """The day that lies this long before `end`; months as `after` has them.

        :raises ValueError: for hours and working days, which need a clock or a calendar.
        """
        return self._from(end, -1)

    def _from(self, day: date, direction: int) -> date:
        if self.unit == Unit.DAYS:
            return day + timedelta(days=direction * self.count)
        if self.unit == Unit.WEEKS:
            return day + timedelta(weeks=direction * self.count)
        if self.unit == Unit.MONTHS:
            return _months_from(day, direction * self.count)
        raise ValueError(f"no plain date in {self}")


def _months_from(day: date, months: int) -> date:
    """
    :raises ValueError: past the years that a date can hold.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
