"""H6 to H9: urgency, measure, view, decision."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.models import Contribution, Decision, InformationClass, Measure
from casework.services import cases, contributions, decisions
from casework.services.contributions import Draft
from casework.services.decisions import Ruling
from workflows.services.deed import Deed
from workflows.services.sharing import share


def judge_urgency(deed: Deed) -> str:
    outcome = rule(deed, "urgency").outcome
    cases.mark_urgent(case=deed.case, is_urgent=outcome == "urgent")
    return outcome


def choose_measure(deed: Deed) -> str:
    return rule(deed, "intent").outcome


def hear(deed: Deed) -> str:
    deed.contribute()
    return deed.form.outcome()


def decide(deed: Deed) -> str:
    """Decide, disclose the ruling to politie and OM, and the bare fact to the other partners."""
    decision = rule(
        deed,
        "ruling",
        effective_from=deed.answers["closed_from"],
        effective_until=deed.answers["closed_until"],
    )
    share(deed, decision.contribution, "ruling")
    if decision.outcome == Measure.CLOSURE:
        share(deed, closure_notice(deed, decision), "notice")
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
        ruling=Ruling(kind, deed.form.outcome(), effective_from, effective_until),
        contribution=deed.contribute(),
        actor=deed.actor,
        at=deed.at,
    )


def closure_notice(deed: Deed, decision: Decision) -> Contribution:
    """The fact and the period, without reasons or persons."""
    return notice(
        deed,
        _("Bericht van sluiting"),
        [
            ("fact", _("Feit"), _("Het pand wordt gesloten.")),
            ("from", _("Vanaf"), _shown(decision.effective_from)),
            ("until", _("Tot en met"), _shown(decision.effective_until)),
        ],
    )


def notice(deed: Deed, title: str, answers: list[tuple[str, str, str]]) -> Contribution:
    return contributions.contribute(
        case=deed.case,
        draft=Draft(
            kind="notice",
            title=title,
            information_class=InformationClass.B,
            content=[
                {"name": name, "question": question, "answer": answer, "value": answer}
                for name, question, answer in answers
            ],
        ),
        actor=deed.actor,
        at=deed.at,
    )


def _shown(day: date | None) -> str:
    return date_format(day, "j F Y") if day else "–"
