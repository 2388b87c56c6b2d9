"""Move the term of a decision by hand, beside what the steps of a case do to it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from casework.models import Case
from partners.acting import engine_sees
from partners.actor import Actor
from partners.refusals import require
from workflows import policies
from workflows.awb_terms import DECISION, IN_DEFAULT, NOTICE, OF_DECISION, PENALTY
from workflows.models import CaseProcess, CaseTerm
from workflows.services import case_terms
from workflows.services.deed import Deed

TWO_WEEKS = timedelta(weeks=2)


def move(*, case: Case, act: str, on: date, reason: str, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when it is not the actor's to move, or the day does not fit.
    :raises Conflict: when a colleague was first.
    """
    require(
        policies.why_not_move_decision_term(actor, case),
        object_type="case",
        object_id=case.reference,
    )
    with engine_sees(case.pk):
        process = CaseProcess.objects.get(case=case)
        with process.flow_class.lock(process.pk):
            _move(process, act, on, reason, actor, at)


def end_terms(deed: Deed) -> None:
    """The decision is taken: its term ends, and with it what ran because it was late."""
    running = CaseTerm.objects.running().filter(case=deed.case, code__in=OF_DECISION)
    for code in list(running.values_list("code", flat=True)):
        case_terms.end(case=deed.case, code=code, actor=deed.actor, at=deed.at)


def _move(
    process: CaseProcess, act: str, on: date, reason: str, actor: Actor, at: datetime
) -> None:
    case = process.case
    if act == "pause":
        case_terms.pause(case=case, code=DECISION, from_on=on, reason=reason, actor=actor, at=at)
    elif act == "resume":
        case_terms.resume(case=case, code=DECISION, on=on, actor=actor, at=at)
    elif act == "extend":
        case_terms.extend(case=case, code=DECISION, reason=reason, actor=actor, at=at)
    else:
        _default(process, on, actor, at)


def _default(process: CaseProcess, on: date, actor: Actor, at: datetime) -> None:
    """Awb 4:17: two weeks after the notice the penalty runs, for 42 days at most."""
    formule = process.formule
    said = replace(formule, case_terms={**formule.case_terms, **IN_DEFAULT})
    for code, starts_on in ((NOTICE, on), (PENALTY, on + TWO_WEEKS)):
        case_terms.begin(
            case=process.case, code=code, starts_on=starts_on, formule=said, actor=actor, at=at
        )
