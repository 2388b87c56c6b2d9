"""When a term ends: agreed terms as counted, statutory ones under the Algemene termijnenwet."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from workflows.terms.calendar import is_working_day
from workflows.terms.length import Length, Unit


def end_of_term(
    start: date,
    length: Length,
    *,
    is_statutory: bool,
    equalled: AbstractSet[date] = frozenset(),
) -> date:
    """The last day of a term of days, working days, weeks or months that `start` sets running.

    :raises ValueError: for hours: those need a clock.
    """
    if length.unit == Unit.WORKING_DAYS:
        return _nth_working_day(start, length.count, equalled)
    end = length.after(start)
    if not is_statutory or length.is_beyond_atw:
        return end
    if (end - start).days >= 3:
        end = max(end, _nth_working_day(start, 2, equalled))
    while not is_working_day(end, equalled):
        end += timedelta(days=1)
    return end


def end_of_day(day: date) -> datetime:
    """The last second of a day, in the time zone of the project."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def _nth_working_day(start: date, count: int, equalled: AbstractSet[date]) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        if is_working_day(day, equalled):
            count -= 1
    return day
