"""H6 to H9: urgency, measure, view, decision."""

from datetime import date

from casework.models import Decision, Measure
from casework.services import cases, decisions
from casework.services.decisions import Ruling
from workflows.services.deed import Deed
from workflows.services.notices import closure_fact, measure_notice
from workflows.services.sharing import share


def judge_urgency(deed: Deed) -> str:
    outcome = rule(deed, "urgency").outcome
    if outcome == "urgent":
        cases.mark_urgent(case=deed.case)
    return outcome


def choose_measure(deed: Deed) -> str:
    return rule(deed, "intent").outcome


def decide(deed: Deed) -> str:
    """Decide; the reasons stay with the gemeente, and each partner hears what it needs of it."""
    decision = rule(
        deed,
        "ruling",
        effective_from=deed.answers["closed_from"],
        effective_until=deed.answers["closed_until"],
    )
    told = measure_notice(deed, decision)
    share(deed, told, "measure_notice")
    if decision.outcome == Measure.CLOSURE:
        share(deed, told, "closure_notice")
        share(deed, closure_fact(deed), "closure_fact")
    return decision.outcome


def rule(
    deed: Deed,
    kind: str,
    *,
    effective_from: date | None = None,
    effective_until: date | None = None,
) -> Decision:
    """Keep the reasons as a contribution and take the decision that rests on them."""
    return decisions.decide(
        case=deed.case,
        step=deed.key,
        ruling=Ruling(
            kind, deed.form.outcome(), deed.formule.ground, effective_from, effective_until
        ),
        contribution=deed.contribute(),
        actor=deed.actor,
        at=deed.at,
    )
