"""H1 and H2: politie looks on the spot and reports."""

from casework.models import Part, Subject, SubjectKind
from casework.services import cases, participations, subjects
from workflows.services.deed import Deed
from workflows.services.sharing import share


def visit(deed: Deed) -> str:
    """H1: what politie found on the spot stays its own."""
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == "nothing":
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome


def send_report(deed: Deed) -> str:
    """H2: the gemeente takes part from here on, and the report is disclosed to it."""
    _let_lead_in(deed)
    contribution = deed.contribute()
    share(deed, contribution, "report")
    for premises in _premises(deed):
        share(deed, premises, "report")
    return deed.form.outcome()


def _premises(deed: Deed) -> list[Subject]:
    """Its own; what a partner signalled politie records as its own, having been there."""
    known = Subject.objects.visible_to(deed.actor).filter(case=deed.case, kind=SubjectKind.PREMISES)
    own = list(known.filter(organisation=deed.actor.organisation))
    return own or [
        subjects.record_subject(
            case=deed.case,
            kind=SubjectKind.PREMISES,
            information_class=deed.form.class_for(deed.actor),
            label=one.label,
            details=one.details,
            actor=deed.actor,
            at=deed.at,
        )
        for one in known
    ]


def _let_lead_in(deed: Deed) -> None:
    participations.begin(
        case=deed.case,
        organisation=deed.case.lead,
        part=Part.LEAD,
        has_overview=True,
        actor=deed.actor,
        at=deed.at,
    )
