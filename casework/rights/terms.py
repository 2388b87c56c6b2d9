"""Within which a request is answered (AVG art. 12 lid 3): a month, and two more with a reason."""

from datetime import date

from casework.months import months_after

MONTHS, MORE = 1, 2
SOURCE = "AVG art. 12 lid 3"


def term_ends(received_on: date, *, is_extended: bool = False) -> date:
    return months_after(received_on, MONTHS + (MORE if is_extended else 0))
