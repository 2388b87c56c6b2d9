"""Go on once another connection waits for a lock, so that two things happen at the same second."""

from concurrent.futures import Future
from typing import Any

from config.database_roles import Connection

# By who waits: a lock on a row or on a transaction does not name its database.
WAITING = """SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()"""


def until_it_waits_or_is_done(owner: Connection, second: "Future[Any]") -> None:
    while not second.done() and owner.execute(WAITING.encode()).rowcount == 0:
        pass
