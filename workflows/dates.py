"""Days that the case itself sets, from what the lead gemeente put in."""

from collections.abc import Callable
from datetime import date, datetime

from casework.models import Case, Measure
from workflows.kept import kept
from workflows.models import CaseProcess, CaseTerm


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


def clock_from(case: Case) -> datetime | None:
    """The moment from which a case with a clock in hours counts; None before it runs."""
    moments = CaseProcess.objects.filter(case=case)
    return moments.values_list("clock_from", flat=True).first()


def lasts_until(case: Case) -> datetime | None:
    """Until when what was decided has effect, in a case with a clock in hours."""
    moments = CaseProcess.objects.filter(case=case)
    return moments.values_list("lasts_until", flat=True).first()


def kept_moment(kind: str, name: str) -> Callable[[Case], datetime | None]:
    """A moment that the lead gemeente last put in at a step."""

    def moment(case: Case) -> datetime | None:
        written = kept(case, kind).get(name)
        return datetime.fromisoformat(written) if written else None

    return moment


def kept_day(kind: str, name: str) -> Callable[[Case], date | None]:
    """A day that the lead gemeente last put in at a step."""

    def day(case: Case) -> date | None:
        return _day(kept(case, kind).get(name))

    return day


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def case_term(code: str) -> Callable[[Case], date | None]:
    """The last day of the case's running term of that name, for a step that lasts as long.

    A step follows it when it pauses or is extended: `workflows.services.case_terms`.
    """

    def last_day(case: Case) -> date | None:
        running = CaseTerm.objects.running().filter(case=case, code=code)
        return running.values_list("due_on", flat=True).first()

    last_day.term_code = code  # type: ignore[attr-defined]  # read by the service of case terms
    return last_day
