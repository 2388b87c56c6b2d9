"""The term of the decision and that of the Bureau, as the steps of Bibob move them."""

from datetime import date

from django.utils.translation import gettext as _

from workflows.awb_terms import DECISION
from workflows.dates import LBB
from workflows.models import CaseTerm
from workflows.services import case_terms
from workflows.services.decision_term import end_terms
from workflows.services.deed import Deed


def begin_decision(deed: Deed, starts_on: date) -> None:
    """Without an application there is no term to decide on it."""
    case_terms.begin(
        case=deed.case,
        code=DECISION,
        starts_on=starts_on,
        formule=deed.formule,
        actor=deed.actor,
        at=deed.at,
    )


def suspend(deed: Deed, from_on: date, reason: str, at_most_until: date | None = None) -> None:
    """Suspend the term of the decision; one that is over already has nothing left to suspend."""
    term = _running(deed, DECISION)
    if term is None:
        return
    go_on(deed, from_on)
    term.refresh_from_db()
    last = max((one.until for one in term.pauses.all() if one.until), default=term.starts_on)
    start = max(from_on, last)
    if term.due_on is None or start > term.due_on:
        return
    case_terms.pause(
        case=deed.case,
        code=DECISION,
        from_on=start,
        reason=reason,
        at_most_until=at_most_until,
        actor=deed.actor,
        at=deed.at,
    )


def go_on(deed: Deed, on: date) -> None:
    """Let the term of the decision run again from that day, if it was suspended."""
    _resume(deed, DECISION, on)


def lbb_begins(deed: Deed, on: date) -> None:
    """Art. 31: suspended from that day, at most as long as the Bureau may take (art. 15)."""
    case_terms.begin(
        case=deed.case,
        code=LBB,
        starts_on=on,
        formule=deed.formule,
        actor=deed.actor,
        at=deed.at,
    )
    suspend(deed, on, _("Advies gevraagd aan het LBB"), case_terms.due_on(deed.case, LBB))


def lbb_pauses(deed: Deed, on: date) -> None:
    """Art. 12: the term of the Bureau stops for data it asks, and our suspension lasts as long."""
    case_terms.pause(
        case=deed.case,
        code=LBB,
        from_on=on,
        reason=_("Het LBB vraagt aanvullende gegevens"),
        actor=deed.actor,
        at=deed.at,
    )
    _follow_lbb(deed)


def lbb_goes_on(deed: Deed, on: date) -> None:
    _resume(deed, LBB, on)
    _follow_lbb(deed)


def lbb_extends(deed: Deed) -> None:
    case_terms.extend(
        case=deed.case,
        code=LBB,
        reason=_("Het LBB verlengt zijn termijn"),
        actor=deed.actor,
        at=deed.at,
    )
    _follow_lbb(deed)


def lbb_answered(deed: Deed, on: date) -> None:
    """A late answer changes nothing: the suspension ended with the term of the Bureau."""
    go_on(deed, on)
    _resume(deed, LBB, on)
    _end(deed, LBB)


def end_all(deed: Deed) -> None:
    end_terms(deed)
    _end(deed, LBB)


def _follow_lbb(deed: Deed) -> None:
    """Our own suspension lasts until the Bureau must have answered, and no longer."""
    decision = _running(deed, DECISION)
    if decision is None or decision.open_pause is None:
        return
    case_terms.bound_pause(
        case=deed.case,
        code=DECISION,
        at_most_until=case_terms.due_on(deed.case, LBB),
        actor=deed.actor,
        at=deed.at,
    )


def _resume(deed: Deed, code: str, on: date) -> None:
    term = _running(deed, code)
    if term is None or term.open_pause is None:
        return
    day = max(on, term.open_pause.from_on)
    case_terms.resume(case=deed.case, code=code, on=day, actor=deed.actor, at=deed.at)


def _end(deed: Deed, code: str) -> None:
    if _running(deed, code) is not None:
        case_terms.end(case=deed.case, code=code, actor=deed.actor, at=deed.at)


def _running(deed: Deed, code: str) -> CaseTerm | None:
    return CaseTerm.objects.running().filter(case=deed.case, code=code).first()
