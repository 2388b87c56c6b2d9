"""Terms in hours: they run by the clock, through nights, weekends and changes of the clock."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from workflows.terms import sentences
from workflows.terms.length import Length
from workflows.terms.pauses import Pause, apart
from workflows.terms.reckoning import Reckoning


def in_hours(
    start: datetime,
    length: Length,
    extension: Length | None,
    pauses: Iterable[Pause],
    *,
    is_backward: bool,
) -> Reckoning:
    """Hours are counted as they pass, not as the clock shows them."""
    begun = start.astimezone(UTC)
    if is_backward:
        end = begun - timedelta(hours=length.count)
        return _found(end, [sentences.hours_back(start, length, timezone.localtime(end))])
    end = begun + timedelta(hours=length.count)
    told = [sentences.hours_end(start, length, timezone.localtime(end))]
    if extension is not None:
        end += timedelta(hours=extension.count)
        told.append(sentences.extended(extension, timezone.localtime(end)))
    for pause in apart(pauses, timezone.localdate(start)):
        from_at = max(_midnight(pause.from_on), begun)
        if from_at >= end:
            break
        end += _midnight(pause.until) - from_at
        told.append(sentences.paused(pause, timezone.localtime(end)))
    return _found(end, [*told, sentences.by_the_clock()])


def _found(end: datetime, told: list[str]) -> Reckoning:
    local = timezone.localtime(end)
    return Reckoning(local, local.date(), tuple(told))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time())).astimezone(UTC)
