"""When a term ends: agreed terms as counted, statutory ones under the Algemene termijnenwet."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from workflows.terms import backwards, clock, sentences
from workflows.terms.calendar import DAY, is_working_day, working_day_from
from workflows.terms.length import Length, Unit
from workflows.terms.pauses import Pause, apart
from workflows.terms.reckoning import Reckoning

NONE: AbstractSet[date] = frozenset()


@dataclass(frozen=True)
class Term:
    """What the law or an agreement says of a term.

    `is_statutory` puts it under the Algemene termijnenwet, unless that law does not hold for it:
    `is_exempt`. `is_backward` counts back from an event.
    """

    length: Length
    is_statutory: bool = False
    is_backward: bool = False
    is_exempt: bool = False
    extension: Length | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def is_rolled(self) -> bool:
        """Whether its end moves to a working day by that law (art. 1, 2 and 4)."""
        lengths = [self.length, self.extension] if self.extension else [self.length]
        return (
            self.is_statutory
            and not self.is_backward
            and not self.is_exempt
            and not any(length.is_beyond_atw for length in lengths)
        )

    def __post_init__(self) -> None:
        """
        :raises ValueError: when its parts do not go together.
        """
        if self.is_backward and (self.pauses or self.extension):
            raise ValueError("a term that counts back is not paused or extended")
        units = {self.length.unit, (self.extension or self.length).unit}
        if Unit.HOURS in units and len(units) > 1:
            raise ValueError("a term in hours is extended with hours alone, and no other is")


def reckon(term: Term, start: date | datetime, equalled: AbstractSet[date] = NONE) -> Reckoning:
    """The end of `term` that `start` sets running, or that lies before the event on `start`.

    A start with a clock time gives an end with one, unless that law gives it whole days. The days
    of a pause are of the calendar.

    :raises ValueError: for hours from a day without a time, or an end beyond all years.
    :raises OverflowError: for an end beyond all years.
    """
    if term.length.unit == Unit.HOURS:
        if not isinstance(start, datetime):
            raise ValueError(f"no plain date in {term.length}")
        return clock.in_hours(
            start, term.length, term.extension, term.pauses, is_backward=term.is_backward
        )
    if isinstance(start, datetime):
        local = timezone.localtime(start)
        found = reckon(term, local.date(), equalled)
        return found if term.is_rolled else found.at(local.time())
    if term.is_backward:
        return backwards.before(start, term.length, equalled)
    return _forward(term, start, equalled)


def end_of_term(
    start: date, length: Length, *, is_statutory: bool, equalled: AbstractSet[date] = NONE
) -> date:
    """The last day of a term of days, working days, weeks or months that `start` sets running.

    :raises ValueError: for hours: those need a clock.
    """
    return reckon(Term(length, is_statutory), start, equalled).day


def end_of_day(day: date) -> datetime:
    """The last second of a day, in the time zone of the project."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def _forward(term: Term, start: date, equalled: AbstractSet[date]) -> Reckoning:
    pauses = apart(term.pauses, start)
    in_working_days = term.length.unit == Unit.WORKING_DAYS
    end = _counted(start, term.length, pauses if in_working_days else [], equalled)
    told = [sentences.raw_end(start, term.length, end)]
    if term.extension is not None:
        end = _counted(end, term.extension, pauses if in_working_days else [], equalled)
        told.append(sentences.extended(term.extension, end))

    least = end
    if term.is_rolled and not in_working_days and (end - start).days >= 3:
        least = nth_working_day(start, 2, pauses, equalled)

    def rolled(day: date) -> date:
        return working_day_from(max(day, least), equalled) if term.is_rolled else day

    for pause in pauses:
        if pause.from_on > rolled(end):
            break
        if not in_working_days:
            # Whoever pauses in the days that the law added has those days left as well.
            end = (end if pause.from_on <= end else rolled(end)) + pause.days * DAY
        told.append(sentences.paused(pause, end))
    last = rolled(end)
    return Reckoning(last, last, (*told, *_why_rolled(term, end, last, equalled)))


def _counted(start: date, length: Length, pauses: list[Pause], equalled: AbstractSet[date]) -> date:
    if length.unit == Unit.WORKING_DAYS:
        return nth_working_day(start, length.count, pauses, equalled)
    return length.after(start)


def nth_working_day(
    start: date, count: int, pauses: list[Pause], equalled: AbstractSet[date]
) -> date:
    """The working day on which `count` of them have passed since `start`, outside the pauses."""
    day = start
    while count:
        day += DAY
        if is_working_day(day, equalled) and not any(pause.holds(day) for pause in pauses):
            count -= 1
    return day


def _why_rolled(term: Term, end: date, last: date, equalled: AbstractSet[date]) -> list[str]:
    if not term.is_statutory:
        return [sentences.agreed()]
    if term.is_exempt:
        return [sentences.exempt()]
    if not term.is_rolled:
        return [sentences.beyond_atw()]
    if last == end:
        return [sentences.on_a_working_day(end)]
    if working_day_from(end, equalled) == last:
        return [sentences.rolled(end, last, equalled)]
    return [sentences.two_working_days(last)]
