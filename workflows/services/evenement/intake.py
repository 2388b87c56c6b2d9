"""E2: weigh the application, let it be supplemented, or leave it untreated."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from casework.models import Case
from workflows.events.of_case import event_of
from workflows.kept import kept
from workflows.models import CaseTerm, EventStatus, RegionalEvent
from workflows.services import case_terms, regional_events
from workflows.services.deed import Deed
from workflows.services.measure import rule
from workflows.services.regional_events import EventFacts

DECISION = "decision"


def weigh(deed: Deed) -> str:
    """The event stands on the calendar from here on, and the term of the decision runs."""
    deed.contribute()
    if event_of(deed.case) is None:
        _register(deed)
        _begin_term(deed)
    outcome = deed.form.outcome()
    if outcome == "incomplete":
        _pause_term(deed)
    return outcome


def supplement(deed: Deed) -> str:
    """Awb 4:15: the term goes on when the supplement came, or when it did not in time."""
    deed.contribute()
    term = _running(deed.case)
    if term is not None and term.open_pause is not None:
        case_terms.resume(
            case=deed.case,
            code=DECISION,
            on=timezone.localdate(deed.at),
            actor=deed.actor,
            at=deed.at,
        )
    return deed.form.outcome()


def dismiss(deed: Deed) -> str:
    outcome = rule(deed, "dismissal").outcome
    if outcome == "dismissed":
        end_term(deed)
        let_lapse(deed)
    return outcome


def end_term(deed: Deed) -> None:
    if _running(deed.case) is not None:
        case_terms.end(case=deed.case, code=DECISION, actor=deed.actor, at=deed.at)


def let_lapse(deed: Deed) -> None:
    event = event_of(deed.case)
    if event is not None:
        regional_events.follow(event=event, status=EventStatus.LAPSED, actor=deed.actor, at=deed.at)


def _register(deed: Deed) -> None:
    """The reservation that was made for it, or a new one, with what was applied for."""
    applied = kept(deed.case, "application")
    reserved = RegionalEvent.objects.standing().filter(
        pk=applied.get("reservation") or 0, gemeente=deed.case.lead, case__isnull=True
    )
    event = reserved.first()
    facts = _facts(applied)
    if event is None:
        regional_events.reserve(
            region=deed.case.region,
            facts=EventFacts(**facts),
            case=deed.case,
            actor=deed.actor,
            at=deed.at,
        )
    else:
        regional_events.follow(event=event, case=deed.case, actor=deed.actor, at=deed.at, **facts)


def _facts(applied: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": applied["name"],
        "event_class": applied["expected_class"],
        "begins_at": datetime.fromisoformat(applied["begins_at"]),
        "ends_at": datetime.fromisoformat(applied["ends_at"]),
        "woonkern": applied["woonkern"],
        "place": applied["place"],
        "visitors": applied["visitors_expected"],
    }


def _begin_term(deed: Deed) -> None:
    case_terms.begin(
        case=deed.case,
        code=DECISION,
        starts_on=date.fromisoformat(kept(deed.case, "application")["received_on"]),
        formule=deed.formule,
        actor=deed.actor,
        at=deed.at,
    )


def _pause_term(deed: Deed) -> None:
    """Not where it is over already: a late decision is no reason to stop the clock."""
    today = timezone.localdate(deed.at)
    term = _running(deed.case)
    if term is None or term.open_pause is not None or term.due_on is None or term.due_on < today:
        return
    case_terms.pause(
        case=deed.case,
        code=DECISION,
        from_on=today,
        reason=deed.answers["missing"],
        actor=deed.actor,
        at=deed.at,
    )


def _running(case: Case) -> CaseTerm | None:
    return CaseTerm.objects.running().filter(case=case, code=DECISION).first()
