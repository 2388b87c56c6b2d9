"""Proof that jobs and sockets are no side door: each acts for somebody, and carries no contents."""

import inspect
from typing import Any

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from notifications.routing import websocket_urlpatterns
from tests.proof.exceptions import ACTING_JOBS, JOBS_OF_NOBODY, SOCKETS
from tests.proof.test_tables_and_policies import HERE

OWN = ("builtin:", "procrastinate.")


def jobs() -> dict[str, Task[..., Any, Any]]:
    """All but procrastinate's own."""
    return {name: task for name, task in app.tasks.items() if not name.startswith(OWN)}


def test_each_job_acts_for_somebody_or_says_what_it_does_instead() -> None:
    found = set(jobs())
    assert sorted(found - set(ACTING_JOBS) - set(JOBS_OF_NOBODY)) == [], (
        "a job: say in ACTING_JOBS for whom it acts (and in acting_as, so that the walls know), or "
        f"in JOBS_OF_NOBODY what it does without seeing a case ({HERE})"
    )
    assert sorted((set(ACTING_JOBS) | set(JOBS_OF_NOBODY)) - found) == [], f"in vain in {HERE}"


def test_jobs_are_deferred_with_numbers_alone() -> None:
    """The queue has no wall: what stands in it is read by whoever works there."""
    wordy = {
        f"{name}({parameter.name})"
        for name, task in jobs().items()
        for parameter in inspect.signature(task.func).parameters.values()
        if parameter.annotation not in (int, JobContext)
    }
    assert wordy == set(), "give a job the id of what it is about, and let it look that up"


def test_each_socket_says_for_whom_it_acts() -> None:
    found = {
        f"{consumer.__module__}.{consumer.__qualname__}"
        for pattern in websocket_urlpatterns
        for consumer in [getattr(pattern.callback, "consumer_class", pattern.callback)]
    }
    assert found == set(SOCKETS), f"say in SOCKETS ({HERE}) for whom it acts"
