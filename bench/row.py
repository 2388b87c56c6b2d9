"""A line of the table: what was measured, against which budget."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Without a limit it is the yardstick itself, or something to know beside it."""

    what: str
    measured: float
    unit: str
    limit: float | None = None

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        return "yes" if self.measured <= self.limit else "NO"


def p(share: int, values: Sequence[float]) -> float:
    """The percentile of that number, in milliseconds, of seconds."""
    return 1000 * statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def table(rows: Sequence[Row]) -> str:
    """In Markdown, to be pasted in the README beside it."""
    lines = ["| what | budget | measured | met |", "|---|---:|---:|---|"]
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:g} {row.unit}"
        lines.append(f"| {row.what} | {limit} | {row.measured:.4g} {row.unit} | {row.verdict} |")
    return "\n".join(lines)
