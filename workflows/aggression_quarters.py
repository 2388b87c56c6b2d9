"""The quarterly report on aggression (domain brief 7.3, A7): counts, and no persons."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db import connection

from workflows.forms.agressie.response import CHANNELS, SHAPES

LABELS: dict[str, dict[str, Any]] = {"channel": dict(CHANNELS), "shape": dict(SHAPES)}
SHOWN = 8
"""How many quarters one can choose from."""


@dataclass(frozen=True, order=True)
class Quarter:
    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, written: str) -> Self:
        """
        :raises ValueError: when it is not written as "2026-3".
        """
        year, _dash, number = written.partition("-")
        found = cls(int(year), int(number))
        if str(found) != written or found.number not in range(1, 5):
            raise ValueError(written)
        return found

    @property
    def before(self) -> "Quarter":
        return (
            Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)
        )

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


@dataclass(frozen=True)
class Line:
    """`count` is None where it is too small to show, or would tell one that is."""

    label: str
    count: int | None


@dataclass(frozen=True)
class QuarterReport:
    quarter: Quarter
    whole: int | None
    channels: list[Line]
    shapes: list[Line]


def closed_quarters(today: date) -> list[Quarter]:
    """The last ones that are over, the newest first."""
    found = [Quarter.of(today).before]
    while len(found) < SHOWN:
        found.append(found[-1].before)
    return found


def report_of(quarter: Quarter) -> QuarterReport | None:
    """None when the database does not answer the present actor about that quarter."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT aggression_quarter(%s, %s)", [quarter.year, quarter.number])
        (answer,) = cursor.fetchone() or (None,)
    if answer is None:
        return None
    found: dict[str, Any] = json.loads(answer) if isinstance(answer, str) else answer
    counts = {(one["axis"], one["value"]): one["n"] for one in found["rows"]}
    lines = {
        axis: [Line(str(label), counts.get((axis, value))) for value, label in labels.items()]
        for axis, labels in LABELS.items()
    }
    return QuarterReport(quarter, found["whole"], lines["channel"], lines["shape"])
