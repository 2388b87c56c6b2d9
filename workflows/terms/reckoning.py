"""What came of reckoning a term: its end, when to warn, and why it is so."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from django.utils import timezone

from workflows.terms.sentences import by_the_hour


@dataclass(frozen=True)
class Reckoning:
    """`end` has a time where the term runs by the clock; `warn_on` is never after it."""

    end: date | datetime
    warn_on: date
    explanation: tuple[str, ...]

    @property
    def day(self) -> date:
        return timezone.localdate(self.end) if isinstance(self.end, datetime) else self.end

    def at(self, moment: time) -> "Reckoning":
        """The same day at that time; a time that the clocks skip is the one after it."""
        local = timezone.make_aware(datetime.combine(self.day, moment))
        end = timezone.localtime(local.astimezone(UTC))
        return replace(self, end=end, explanation=(*self.explanation, by_the_hour(end)))
