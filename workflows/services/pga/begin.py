"""Z0 to Z2: the triage answers the reporter, and takes in what belongs here."""

from django.utils.translation import gettext as _

from casework.models import AveReason, Part, Priority
from casework.services import ave, cases, participations
from workflows.services.deed import Deed
from workflows.services.notices import notice
from workflows.services.sharing import share


def triage(deed: Deed) -> str:
    """Z1: the reporter gets the outcome and no more; what belongs elsewhere ends here."""
    deed.contribute()
    outcome = deed.form.outcome()
    _answer_reporter(deed)
    if outcome in ("rejected", "advice"):
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    if outcome in ("meeting", "escalated"):
        _take_in(deed)
    if outcome == "escalated":
        _let_lead_in(deed)
        ave.scale(
            case=deed.case,
            phase=deed.answers["phase"],
            reason=AveReason(deed.answers["phase_reason"]),
            leader=deed.answers["leader"],
            actor=deed.actor,
            at=deed.at,
        )
    return outcome


def supplement(deed: Deed) -> str:
    share(deed, deed.contribute(), "application")
    return deed.form.outcome()


def inform(deed: Deed) -> str:
    """Z2: that the person knows, or why not yet."""
    share(deed, deed.contribute(), "informed")
    return deed.form.outcome()


def _answer_reporter(deed: Deed) -> None:
    course = deed.form.fields["course"]
    labels = dict(course.choices)  # type: ignore[attr-defined]  # a ChoiceField
    told = notice(
        deed,
        _("Terugkoppeling op de aanmelding"),
        [
            ("course", str(course.label), str(labels[deed.answers["course"]])),
            ("told", _("Bericht"), deed.answers["told"]),
        ],
    )
    share(deed, told, "feedback")


def _take_in(deed: Deed) -> None:
    """The procesregisseur becomes its owner: no case is an orphan."""
    cases.open_case(
        case=deed.case,
        woonkern=deed.answers["woonkern"],
        priority=Priority(deed.answers["priority"]),
        indicators=deed.formule.indicators,
        actor=deed.actor,
        at=deed.at,
    )


def _let_lead_in(deed: Deed) -> None:
    participations.begin(
        case=deed.case,
        organisation=deed.case.lead,
        part=Part.LEAD,
        has_overview=True,
        actor=deed.actor,
        at=deed.at,
    )
