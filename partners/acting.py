"""Act for someone: one transaction in which the database too knows who asks.

Row-level security reads these settings; they end with the transaction, and without them a query
returns nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from partners.actor import Actor
from partners.clock import judged_at, moment

__all__ = ["acting_actor", "acting_as", "engine_sees", "in_emergency", "moment"]

LONGEST_WAIT = "8s"
"""For a lock: a table of the trail that is held by another refuses the act in the end."""

_current: ContextVar[tuple[Actor | None, datetime | None]] = ContextVar(
    "current_actor", default=(None, None)
)


@contextmanager
def acting_as(actor: Actor | None, *, at: datetime | None = None) -> Iterator[None]:
    """Open a transaction for `actor`; `at` is the moment against which end dates are judged."""
    at = at or timezone.now()
    token = _current.set((actor, at))
    try:
        with judged_at(at), transaction.atomic():
            _tell_database(actor, at)
            yield
    finally:
        _current.reset(token)
    if connection.in_atomic_block:
        _tell_database(*_current.get())


@contextmanager
def engine_sees(case_id: int) -> Iterator[None]:
    """Let the process engine see the steps of one case while it moves it; contents stay closed."""
    with transaction.atomic():
        _set({"app.engine_case": str(case_id)})
        yield
        _set({"app.engine_case": ""})


@contextmanager
def in_emergency(pk: UUID) -> Iterator[None]:
    """Let the database show the one thing of an emergency access to who took it, and only here."""
    with transaction.atomic():
        _set({"app.emergency": str(pk)})
        yield
        _set({"app.emergency": ""})


def acting_actor() -> Actor:
    """
    :raises LookupError: outside `acting_as`, or when it acts for nobody.
    """
    actor = _current.get()[0]
    if actor is None:
        raise LookupError("nobody acts here")
    return actor


def _tell_database(actor: Actor | None, at: datetime | None) -> None:
    organisation = str(actor.organisation_id) if actor else ""
    _set(
        {
            "app.person": str(actor.person.pk) if actor else "",
            "app.organisation": organisation,
            "app.case_organisation": organisation if actor and actor.reads_cases else "",
            "app.trail_organisation": organisation if actor and actor.reads_trail else "",
            "app.clearances": "{" + ",".join(actor.clearances if actor else ()) + "}",
            "app.line": actor.line if actor else "",
            "app.at": at.isoformat() if at else "",
            "app.engine_case": "",
            "lock_timeout": LONGEST_WAIT,
            "app.emergency": "",
        }
    )


def _set(settings: dict[str, str]) -> None:
    pairs = [part for pair in settings.items() for part in pair]
    calls = ", ".join(["set_config(%s, %s, true)"] * len(settings))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", pairs)
