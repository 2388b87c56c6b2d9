"""Terms that are counted in months."""

from calendar import monthrange
from datetime import date


def months_after(day: date, count: int) -> date:
    """The same day of the month, or its last where there is none."""
    months = day.month - 1 + count
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
