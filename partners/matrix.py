"""Who may see what by default: the role matrix, read from the one file that both walls obey.

`rolmatrix.csv` has a line for each role at each kind of organisation (domain brief 1.6), with a
cell for each information class. A second line with a theme says only where that theme differs.
The database gets the same cells after each migrate (partners.models.MatrixCell).
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "reference" / "data" / "rolmatrix.csv"
CLASSES = ("N", "B", "P", "J", "X", "Z", "H", "W", "S")
ELSEWHERE = "elders"
ANY_KIND = "*"

OF_OWN = frozenset({"full", "q", "task", "named", "own"})
"""Cells that let one read, and so write, what the own organisation puts in."""
OF_OTHERS = OF_OWN - {"own"}
"""Cells that let one read what another organisation disclosed."""
CELLS = OF_OWN | {"agg", "trail", "settings", "-"}


@dataclass(frozen=True)
class Line:
    """`cells` has an access by class; of a line with a theme only what differs there."""

    code: str
    title: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    mandates: tuple[str, ...]
    theme: str
    is_elsewhere: bool
    cells: dict[str, str]
    source: str

    def is_of(self, kind: str, role: str, mandate: str) -> bool:
        return (
            (kind in self.kinds or ANY_KIND in self.kinds)
            and role in self.roles
            and (not self.mandates or mandate in self.mandates)
            and not self.is_elsewhere
        )


@dataclass(frozen=True)
class Opened:
    """The classes that are open in every theme, and in the few themes that differ."""

    ordinary: frozenset[str]
    by_theme: dict[str, frozenset[str]]

    def has(self, information_class: str, theme: str) -> bool:
        return information_class in self.by_theme.get(theme, self.ordinary)


@cache
def lines() -> tuple[Line, ...]:
    """
    :raises ValueError: when a cell holds a word that is none.
    """
    with FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(_line(row) for row in csv.DictReader(rows, strict=True))


@cache
def line_of(kind: str, role: str, mandate: str) -> str:
    """The code of the line for this role; empty when there is none, which opens nothing.

    A line for a mandate goes before the one for all who have the role.
    """
    fitting = [one for one in lines() if not one.theme and one.is_of(kind, role, mandate)]
    fitting.sort(key=lambda one: (not one.mandates, ANY_KIND in one.kinds))
    return fitting[0].code if fitting else ""


@cache
def opened(code: str, *, is_own: bool) -> Opened:
    """What a line lets one read of its own organisation, or of what others disclosed."""
    allowed = OF_OWN if is_own else OF_OTHERS
    cells = cells_of(code)
    themes = {theme for theme, _class in cells if theme}
    classes = {
        theme: frozenset(
            one for one in CLASSES if cells.get((theme, one), cells.get(("", one), "-")) in allowed
        )
        for theme in {"", *themes}
    }
    return Opened(classes.pop(""), classes)


def cells_of(code: str) -> dict[tuple[str, str], str]:
    """The access by theme (empty is every other) and class."""
    return {
        (one.theme, information_class): access
        for one in lines()
        if one.code == code
        for information_class, access in one.cells.items()
    }


def all_cells() -> Iterator[tuple[str, str, str, str]]:
    """Line, theme, class and access of each cell, as the database keeps them."""
    for code in dict.fromkeys(one.code for one in lines()):
        for (theme, information_class), access in cells_of(code).items():
            yield code, theme, information_class, access


def receiving(kind: str, information_class: str, theme: str, *, is_elsewhere: bool = False) -> bool:
    """Whether anyone at such an organisation may read it, once disclosed.

    `is_elsewhere` is for a gemeente in a case that another gemeente leads.
    """
    if is_elsewhere:
        return opened(ELSEWHERE, is_own=False).has(information_class, theme)
    return _anyone(kind, information_class, theme, is_own=False)


def keeping(kind: str, information_class: str, theme: str) -> bool:
    """Whether anyone at such an organisation may read what the organisation itself put in."""
    return _anyone(kind, information_class, theme, is_own=True)


def _anyone(kind: str, information_class: str, theme: str, *, is_own: bool) -> bool:
    return any(
        opened(one.code, is_own=is_own).has(information_class, theme)
        for one in lines()
        if kind in one.kinds and not one.is_elsewhere
    )


def _line(row: dict[str, str]) -> Line:
    cells = {one: row[one] for one in CLASSES if row[one]}
    wrong = sorted(set(cells.values()) - CELLS)
    if wrong or (len(cells) < len(CLASSES) and not row["thema"]):
        raise ValueError(f"{FILE.name}, {row['titel']}: {', '.join(wrong) or 'a cell is empty'}")
    return Line(
        code=row["regel"],
        title=row["titel"],
        kinds=tuple(row["soorten"].split(";")),
        roles=tuple(row["rollen"].split(";")),
        mandates=tuple(filter(None, row["mandaten"].split(";"))),
        theme=row["thema"],
        is_elsewhere=row["elders"] == "ja",
        cells=cells,
        source=row["bron"],
    )
