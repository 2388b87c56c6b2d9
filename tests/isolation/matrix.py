"""What every address answers to every role: the truth table of access.

A status a cell, GET and POST with nothing filled in, for the things of
tests.isolation.things.things_of_oss. 302 is the way to the log-in for who has none; 404 hides;
403 tells why not; 405 is a method that an address does not know; 422 and 200 after POST keep the
form. A new address without its two rows fails.

The columns are the roles of tests.isolation.callers.ROLES: nobody, IV-coördinator and burgemeester
of Oss, politie, OM and netbeheerder, the IV-coördinator of Meierijstad who takes no part, and of
Oss the secretary, the privacy officer (FG) and the administrator.
"""

from pathlib import Path

MATRIX = Path(__file__).with_name("matrix.txt")


def expected() -> dict[tuple[str, str], tuple[int, ...]]:
    """The statuses by name and method, in the order of the columns."""
    found = {}
    for line in MATRIX.read_text().splitlines():
        if not line.startswith("#"):
            name, method, *statuses = line.split()
            assert (name, method) not in found, f"{name} {method} stands here twice"
            found[name, method] = tuple(int(status) for status in statuses)
    return found
