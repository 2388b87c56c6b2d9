"""Where a request came from and under which trace it runs, for the audit trail."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import uuid4


@dataclass(frozen=True)
class Trace:
    """`origin` is web, api, socket, job or command; `id` is 32 hex digits (W3C Trace Context)."""

    origin: str
    id: str

    @classmethod
    def new(cls, origin: str) -> "Trace":
        return cls(origin, uuid4().hex)


current_trace: ContextVar[Trace | None] = ContextVar("current_trace", default=None)


def trace() -> Trace:
    return current_trace.get() or Trace.new("command")


@contextmanager
def traced(origin: str) -> Iterator[None]:
    """All within it comes from one act of that origin."""
    token = current_trace.set(Trace.new(origin))
    try:
        yield
    finally:
        current_trace.reset(token)
