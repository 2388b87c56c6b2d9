"""On what a journey ends: the ordered entries in the trail of each partner, as a file beside it.

A file in `tests/journeys/endings/` is what the trails of that journey held, oldest first. It is
compared with after the journey, and a journey without one fails. To write them for the journeys
that run: `ENDINGS=write .venv/bin/python -m pytest tests/journeys/…`, and read the difference
before it goes in: an entry that is gone is an act that nobody can account for.
"""

import os
import re
from pathlib import Path

from tests.journeys.company import Company, Trails

FOLDER = Path(__file__).resolve().parent / "endings"


def is_writing() -> bool:
    return os.environ.get("ENDINGS") == "write"


def file_of(node: str) -> Path:
    """Of a test, by its id without the folder that all have."""
    name = node.removeprefix("tests/journeys/").replace(".py::", "/")
    return FOLDER / f"{re.sub(r'[^A-Za-z0-9_/]+', '-', name).strip('-')}.txt"


def told(trails: Trails) -> str:
    """One block a partner; an entry that comes again at once is told with how often."""
    blocks = []
    for partner in sorted(trails):
        found: list[tuple[str, int]] = []
        for line in trails[partner]:
            if found and found[-1][0] == line:
                found[-1] = (line, found[-1][1] + 1)
            else:
                found.append((line, 1))
        lines = [f"  {line}" + (f" x{times}" if times > 1 else "") for line, times in found]
        blocks.append("\n".join([partner, *lines]))
    return "\n".join(blocks) + "\n"


def compare(node: str, company: Company) -> None:
    """
    :raises AssertionError: when the trails hold something else than the file, or there is none.
    """
    path = file_of(node)
    if is_writing():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(told(company.all_entries()))
    else:
        assert path.exists(), f"no ending was written down: {path}"
        assert told(company.all_entries()) == path.read_text(), f"the trails of {path.name}"
