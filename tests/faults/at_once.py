"""Many who do something at the same instant, each on a connection that is open already."""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from tests.faults.visitor import PATIENCE, Answer, Visitor

Deed = tuple[Visitor, str, dict[str, Any] | None]
"""What is sent there; with nothing to send it is a look."""


def at_once(deeds: Sequence[Deed]) -> list[Answer]:
    """Each when all are ready to; answers in the order of the deeds."""
    start = Barrier(len(deeds))

    def send(deed: Deed) -> Answer:
        visitor, path, values = deed
        line = visitor.line()
        start.wait(PATIENCE)
        if values is None:
            return visitor.asks(line, "GET", path)
        return visitor.sends(line, path, values)

    with ThreadPoolExecutor(max_workers=len(deeds)) as pool:
        return list(pool.map(send, deeds))


def statuses(answers: Iterable[Answer]) -> Counter[int]:
    return Counter(answer.status for answer in answers)
