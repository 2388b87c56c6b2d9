"""Days that the case itself sets, from what the lead gemeente put in."""

from datetime import date

from casework.models import Case, Measure
from workflows.kept import kept


def closed_until(case: Case) -> date | None:
    """The last day of the closure in force; None when nothing was closed."""
    closures = case.decisions.filter(kind="ruling", outcome=Measure.CLOSURE)
    last = closures.order_by("-decided_at", "-pk").first()
    return last.effective_until if last else None


def announced_on(case: Case) -> date | None:
    """The day from which objection counts (Awb 6:8); None before anything was announced."""
    return _day(kept(case, "ruling").get("announced_on"))


def asked_on(case: Case) -> date | None:
    """The day on which the owner last asked to lift the closure (H14)."""
    return _day(kept(case, "closure-period").get("asked_on"))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
