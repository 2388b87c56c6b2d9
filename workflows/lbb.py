"""How the term of the Landelijk Bureau Bibob stands, on which its next word depends."""

from enum import Enum, auto

from django.utils import timezone

from casework.models import Case
from partners.acting import moment
from workflows.dates import LBB
from workflows.models import CaseTerm


class LbbState(Enum):
    RUNS = auto()
    EXTENDED = auto()
    WAITS = auto()
    LATE = auto()
    OVER = auto()


def lbb_state(case: Case) -> LbbState:
    """WAITS is for data it asked (art. 12); OVER that it gave its advice before."""
    term = CaseTerm.objects.running().filter(case=case, code=LBB).first()
    if term is None:
        return LbbState.OVER
    if term.open_pause is not None:
        return LbbState.WAITS
    if term.due_on is not None and term.due_on < timezone.localdate(moment()):
        return LbbState.LATE
    return LbbState.EXTENDED if term.extended_at else LbbState.RUNS
