"""H1 and H2: politie looks on the spot and reports."""

from casework.models import Part, SubjectKind
from casework.services import cases, participations
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
    for premises in deed.case.subjects.filter(
        organisation=deed.actor.organisation, kind=SubjectKind.PREMISES
    ):
        share(deed, premises, "report")
    return deed.form.outcome()


def _let_lead_in(deed: Deed) -> None:
    participations.begin(
        case=deed.case,
        organisation=deed.case.lead,
        part=Part.LEAD,
        has_overview=True,
        actor=deed.actor,
        at=deed.at,
    )
