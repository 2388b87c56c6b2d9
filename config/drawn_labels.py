"""Where the answers at the edges of a drawn flow stand: beside their own line, on nothing else."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

SIZE = 11
LETTER = 7
STEP = 12
GAP = 4
Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def place_labels(grid: Any) -> None:
    """Give each label the first place along its edge, from its start, that is free.

    :raises ValueError: when there is none.
    """
    taken = [_of_cell(cell) for cell in grid.cells]
    for edge in grid.edges:
        if not edge.label:
            continue
        places = _places(list(map(tuple, edge.segments)), len(edge.label) * LETTER)
        for place in places:
            area = _area(place, edge.label)
            if not any(_overlap(area, other) for other in taken):
                break
        else:
            raise ValueError(f"no place for {edge.label} from {edge.src.name} to {edge.dst.name}")
        edge.label_pos = place
        taken.append(area)


def _of_cell(cell: Any) -> Rectangle:
    shape = cell.shape
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def _area(place: Point, label: str) -> Rectangle:
    x, y = place
    return x, y - SIZE, x + len(label) * LETTER, y + GAP


def _places(points: list[Any], width: float) -> Iterator[Point]:
    """The left end of the baseline: on both sides of each stretch, the nearest first."""
    for (x, y), (to_x, to_y) in pairwise(points):
        for passed in _along(abs(to_x - x) + abs(to_y - y)):
            if x == to_x:
                level = y + (passed + SIZE if to_y > y else -passed)
                yield x + GAP, level
                yield x - GAP - width, level
            else:
                begin = x + passed if to_x > x else x - passed - width
                yield begin, y - GAP
                yield begin, y + GAP + SIZE


def _along(length: float) -> Iterable[float]:
    return (STEP * number for number in range(max(1, int(length // STEP))))


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return not (
        one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    )
