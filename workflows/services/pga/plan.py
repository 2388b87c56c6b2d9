"""Z4 to Z7: a plan with a casusregisseur, commitments of each party, and an end that is told."""

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import AvePhaseNumber, AveReason
from casework.services import ave, cases, commitments, outcomes
from workflows.forms.pga.plan import SCALES, FinishForm, PlanForm, ProgressForm
from workflows.pga import REVIEWS, agenda_item
from workflows.services import case_terms
from workflows.services.deed import Deed
from workflows.services.notices import notice
from workflows.services.sharing import share


def draw_plan(deed: Deed) -> str:
    """Z4: the casusregisseur leads the first phase, unless it stands in a higher one."""
    share(deed, deed.contribute(), "plan")
    _propose(deed)
    if not deed.case.ave_phases.filter(ended_at__isnull=True).exists():
        ave.scale(
            case=deed.case,
            phase=AvePhaseNumber.GREEN,
            reason=AveReason.PLAN,
            leader=deed.answers["director"],
            actor=deed.actor,
            at=deed.at,
        )
    _set_review(deed, deed.answers["review"])
    return deed.form.outcome()


def report_progress(deed: Deed) -> str:
    """Z5: the procesregisseur reads how it goes."""
    form = deed.form
    contribution = deed.contribute()
    if isinstance(form, ProgressForm):
        share(deed, contribution, form.shared_thing())
    return form.outcome()


def review(deed: Deed) -> str:
    """Z6: go on, a phase up or down, plan anew, or finish."""
    deed.contribute()
    course = deed.form.outcome()
    if course in SCALES:
        ave.scale(
            case=deed.case,
            phase=deed.answers["phase"],
            reason=AveReason(deed.answers["phase_reason"]),
            leader=deed.answers["leader"],
            actor=deed.actor,
            at=deed.at,
        )
    if deed.answers["review"]:
        _set_review(deed, deed.answers["review"])
    return course


def finish(deed: Deed) -> str:
    """Z7: the reporter hears how it ended; the file stays with who was invited."""
    deed.contribute()
    form = deed.form
    if isinstance(form, FinishForm):
        outcomes.fill(case=deed.case, reached=form.reached(), actor=deed.actor, at=deed.at)
        result = form.fields["result"]
        labels = dict(result.choices)  # type: ignore[attr-defined]  # a ChoiceField
        chosen = str(labels[deed.answers["result"]])
        told = notice(deed, _("Terugkoppeling bij het einde"), [("result", _("Bericht"), chosen)])
        share(deed, told, "feedback")
    _end_reviews(deed)
    ave.end(case=deed.case, actor=deed.actor, at=deed.at)
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return form.outcome()


def _propose(deed: Deed) -> None:
    item = agenda_item(deed.case)
    if isinstance(deed.form, PlanForm):
        for one in deed.form.rows():
            commitments.propose(
                case=deed.case,
                party=one.party,
                text=one.text,
                due_on=one.due_on,
                meeting=item.meeting if item else None,
                actor=deed.actor,
                at=deed.at,
            )


def _set_review(deed: Deed, code: str) -> None:
    _end_reviews(deed)
    case_terms.begin(
        case=deed.case,
        code=code,
        starts_on=timezone.localdate(deed.at),
        formule=deed.formule,
        actor=deed.actor,
        at=deed.at,
    )


def _end_reviews(deed: Deed) -> None:
    for code in REVIEWS:
        if case_terms.due_on(deed.case, code) is not None:
            case_terms.end(case=deed.case, code=code, actor=deed.actor, at=deed.at)
