"""Until when premises are closed, by the decisions of a case."""

from datetime import date

from casework.models import Case, Measure


def closed_until(case: Case) -> date | None:
    """The last day of the closure in force; None when nothing was closed."""
    closures = case.decisions.filter(kind="ruling", outcome=Measure.CLOSURE)
    last = closures.order_by("-decided_at", "-pk").first()
    return last.effective_until if last else None
