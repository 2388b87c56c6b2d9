"""B3x, B5 and B9 to B12: what only who holds the power decides."""

from workflows.services.bibob.clock import end_all
from workflows.services.deed import Deed
from workflows.services.measure import rule


def judge_missing(deed: Deed) -> str:
    return rule(deed, "missing").outcome


def conclude(deed: Deed) -> str:
    return rule(deed, "danger").outcome


def intend(deed: Deed) -> str:
    return rule(deed, "intent").outcome


def decide(deed: Deed) -> str:
    """The term of the decision is met; its reasons stay with the gemeente."""
    outcome = rule(deed, "ruling").outcome
    end_all(deed)
    return outcome
