"""The moment at which the present act is judged: read once, at the edge."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_judged_at: ContextVar[datetime | None] = ContextVar("judged_at", default=None)


@contextmanager
def judged_at(at: datetime | None) -> Iterator[None]:
    token = _judged_at.set(at)
    try:
        yield
    finally:
        _judged_at.reset(token)


def moment() -> datetime:
    return _judged_at.get() or timezone.now()


def today() -> date:
    return timezone.localdate(moment())
