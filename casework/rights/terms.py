"""Within which a request is answered (AVG art. 12 lid 3): a month, and two more with a reason."""

from calendar import monthrange
from datetime import date

MONTHS, MORE = 1, 2
SOURCE = "AVG art. 12 lid 3"


def term_ends(received_on: date, *, is_extended: bool = False) -> date:
    """The same day of the month, or its last where there is none."""
    months = received_on.month - 1 + MONTHS + (MORE if is_extended else 0)
    year, month = received_on.year + months // 12, months % 12 + 1
    return date(year, month, min(received_on.day, monthrange(year, month)[1]))
