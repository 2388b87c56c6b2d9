"""Suspension: the days on which a term does not run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class Pause:
    """Paused from `from_on` up to, and not including, `until`."""

    from_on: date
    until: date

    def __post_init__(self) -> None:
        """
        :raises ValueError: when it does not end after it begins.
        """
        if self.until <= self.from_on:
            raise ValueError("a pause ends after it begins")

    @property
    def days(self) -> int:
        return (self.until - self.from_on).days

    def holds(self, day: date) -> bool:
        return self.from_on <= day < self.until


def apart(pauses: Iterable[Pause], start: date) -> list[Pause]:
    """What lies from `start` on, in order, with pauses that meet or overlap taken as one."""
    found: list[Pause] = []
    for pause in sorted(pauses):
        if pause.until <= start:
            continue
        from_on = max(pause.from_on, start)
        if found and from_on <= found[-1].until:
            from_on, until = found[-1].from_on, max(found.pop().until, pause.until)
            found.append(Pause(from_on, until))
        else:
            found.append(Pause(from_on, pause.until))
    return found
