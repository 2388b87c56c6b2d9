"""What each information class means and what is never done with it, read from one file.

Domain brief 1.5. `rank` orders the classes by how closely they are kept: a change to a higher one
protects more.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "reference" / "data" / "informatieklassen.csv"
YES = "ja"
UNSEARCHED_THEMES = ("bij", "agressie")
"""For a few named people alone: out of search and hit/no-hit (domain brief 6.1 and 7.3)."""


@dataclass(frozen=True)
class ClassRules:
    """`is_searched` and `is_known` tell whether search and hit/no-hit may touch it at all."""

    code: str
    name: str
    law: str
    meaning: str
    is_named: bool
    is_searched: bool
    is_known: bool
    rank: int


@cache
def rules() -> dict[str, ClassRules]:
    """By the letter of the class, in the order of the law."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        found = [_rules(row) for row in csv.DictReader(rows, strict=True)]
    return {one.code: one for one in found}


def _rules(row: dict[str, str]) -> ClassRules:
    return ClassRules(
        code=row["klasse"],
        name=row["naam"],
        law=row["wet"],
        meaning=row["betekenis"],
        is_named=row["aangewezen"] == YES,
        is_searched=row["zoeken"] == YES,
        is_known=row["bekendheid"] == YES,
        rank=int(row["rang"]),
    )
