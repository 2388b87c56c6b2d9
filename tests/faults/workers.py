"""People who go on reporting and doing tasks while servers die, and keep what was acknowledged."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Event
from types import TracebackType
from typing import Any, Self

from config.demo import answers as ordinary
from config.embedded.processes import wait_until
from tests.faults.visitor import UNREACHABLE, Visitor

LONG = 120.0
VISIT = ordinary.visit()
SIGNAL = {
    "source": "police",
    "address": "Kanaalstraat 17, Oss",
    "premises": "home",
    "noticed_on": VISIT["visited_on"],
    "observation": "Dichtgeplakte ramen en een sterke geur.",
}


@dataclass
class Worker:
    """Reports a case and does its first task, over and over; `lead` is the key of the gemeente."""

    visitor: Visitor
    lead: int
    reported: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    @property
    def acknowledged(self) -> int:
        return len(self.reported) + len(self.visited)

    def goes_on(self, until: Event) -> None:
        while not until.is_set():
            try:
                self.works()
            except UNREACHABLE:
                continue

    def works(self) -> None:
        reference = self._report()
        if not reference:
            return
        for path in self.visitor.tasks_of(reference):
            answer = self.visitor.posts(path, VISIT)
            if answer.status == 302:
                self.visited.append(path.rpartition("/")[2])
            else:
                self.refused.append(answer.status)

    def _report(self) -> str:
        answer = self.visitor.posts("/melden/hennep", SIGNAL | {"lead": self.lead})
        if answer.status != 302:
            self.refused.append(answer.status)
            return ""
        reference = answer.location.rpartition("/")[2]
        self.reported.append(reference)
        return reference


class Shift(AbstractContextManager["Shift"]):
    """All of them at work at once, for as long as the block lasts."""

    def __init__(self, workers: Sequence[Worker]) -> None:
        self.workers = workers
        self._over = Event()
        self._pool = ThreadPoolExecutor(max_workers=len(workers))
        self._work: list[Future[Any]] = []

    def __enter__(self) -> Self:
        self._work = [self._pool.submit(one.goes_on, self._over) for one in self.workers]
        return self

    def until_each_did(self, acts: int) -> None:
        """Until every one of them has been acknowledged so many acts more than now."""
        wanted = [one.acknowledged + acts for one in self.workers]

        def have_done() -> bool:
            for work in self._work:
                assert not work.done(), work.exception()
            done = [one.acknowledged for one in self.workers]
            return all(have >= want for have, want in zip(done, wanted, strict=True))

        assert wait_until(have_done, seconds=LONG), [one.refused[-5:] for one in self.workers]

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._pool.shutdown()
