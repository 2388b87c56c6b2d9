"""How long a term is, written as 24u, 3d, 5wd, 6w or 3m."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WRITTEN = re.compile(r"(\d{1,3})(u|d|wd|w|m)")


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
        :raises ValueError: when it is not a number followed by u, d, wd, w or m.
        """
        match = WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(f"not a length of a term: {written!r}")
        return cls(int(match[1]), Unit(match[2]))

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    @property
    def is_beyond_atw(self) -> bool:
        """Hours, and terms over 90 days, 12 weeks or 3 months (Algemene termijnenwet, art. 4)."""
        longest = {Unit.HOURS: 0, Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3}
        return self.count > longest.get(self.unit, self.count)

    def after(self, start: date) -> date:
        """The raw end: the last day of a term that begins the day after `start`.

        :raises ValueError: for hours and working days, which need a clock or a calendar.
        """
        if self.unit == Unit.DAYS:
            return start + timedelta(days=self.count)
        if self.unit == Unit.WEEKS:
            return start + timedelta(weeks=self.count)
        if self.unit == Unit.MONTHS:
            return _months_after(start, self.count)
        raise ValueError(f"no plain date in {self}")


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
