"""Terms that count back from an event: they never move (Algemene termijnenwet, art. 1 lid 2)."""

from collections.abc import Set as AbstractSet
from datetime import date

from workflows.terms import sentences
from workflows.terms.calendar import DAY, is_working_day, working_day_until
from workflows.terms.length import Length, Unit
from workflows.terms.reckoning import Reckoning


def before(event: date, length: Length, equalled: AbstractSet[date]) -> Reckoning:
    """The last day on which it can be done; one is warned on a working day."""
    if length.unit == Unit.WORKING_DAYS:
        day = _nth_working_day_before(event, length.count, equalled)
    else:
        day = length.before(event)
    warn_on = working_day_until(day, equalled)
    told = [sentences.counted_back(event, length, day)]
    if warn_on != day:
        told.append(sentences.warned_before(day, warn_on, equalled))
    return Reckoning(day, warn_on, tuple(told))


def _nth_working_day_before(event: date, count: int, equalled: AbstractSet[date]) -> date:
    day = event
    while count:
        day -= DAY
        if is_working_day(day, equalled):
            count -= 1
    return day
