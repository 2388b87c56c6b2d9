"""Days that the case itself sets, from what the lead gemeente put in."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

from casework.models import Case, Measure
from workflows.equalled_days import equalled_days
from workflows.kept import kept
from workflows.models import CaseProcess, CaseTerm
from workflows.terms import Length, end_of_term

LBB = "lbb"
SIX_WEEKS, TWELVE_WEEKS = Length.parse("6w"), Length.parse("12w")
MOST_POSTPONED = timedelta(weeks=6)
"""Awb 7:10 lid 3: the decision on an objection is postponed by six weeks at most."""


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


def objection_ends_on(case: Case) -> date | None:
    """The last day on which objection can be made (Awb 6:7), as the step that follows it says."""
    due_at = case.process.due_at("objection")
    return timezone.localdate(due_at) if due_at else None


def objection_decided_by(case: Case) -> date | None:
    """Awb 7:10: six weeks after the term of objection, twelve with a committee, or postponed."""
    postponed_to = _day(kept(case, "objection-decision").get("postponed_to"))
    ends_on = objection_ends_on(case)
    if postponed_to or ends_on is None:
        return postponed_to
    has_committee = kept(case, "objection").get("has_committee") == "yes"
    length = TWELVE_WEEKS if has_committee else SIX_WEEKS
    return end_of_term(ends_on, length, is_statutory=True, equalled=equalled_days())


def has_appeal(case: Case) -> bool:
    return kept(case, "appeal").get("result") == "filed"


def appeal_ends_on(case: Case) -> date | None:
    """The last day of appeal (Awb 6:7); the court sets itself no term that we know of."""
    announced = _day(kept(case, "objection-decision").get("announced_on"))
    if announced is None or has_appeal(case):
        return None
    return end_of_term(announced, SIX_WEEKS, is_statutory=True, equalled=equalled_days())


def no_day(case: Case) -> None:
    """For a step that waits for others, as long as that takes."""


def replied_by(case: Case) -> date | None:
    """By when the form is to come back: as first asked, or as asked again (Awb 4:5)."""
    again = kept(case, "questionnaire-check").get("repair_by")
    return _day(again or kept(case, "questionnaire").get("reply_by"))


def lbb_answers_by(case: Case) -> date | None:
    """The term of the Bureau, or the day on which its answer to questions back is expected."""
    return case_term(LBB)(case) or _day(kept(case, "advice-test").get("answer_by"))


lbb_answers_by.term_code = LBB  # type: ignore[attr-defined]  # read by the service of case terms


def suspended_until(case: Case) -> date | None:
    return _day(kept(case, "injunction").get("until"))


def supplement_until(case: Case) -> date | None:
    """The last day on which the organiser may supplement the application (Awb 4:5)."""
    return _day(kept(case, "weighing").get("supplement_until"))


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

    A step follows it when it moves: `workflows.arrival.follow`.
    """

    def last_day(case: Case) -> date | None:
        running = CaseTerm.objects.running().filter(case=case, code=code)
        return running.values_list("due_on", flat=True).first()

    last_day.term_code = code  # type: ignore[attr-defined]  # read by the service of case terms
    return last_day
