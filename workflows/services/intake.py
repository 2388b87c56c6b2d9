"""Opening the case, and H3: weighing the report and asking the partners."""

from django.utils.translation import gettext as _

from casework.models import InformationClass, Priority, SubjectKind
from casework.services import cases, subjects
from workflows.services.asking import ask_partners
from workflows.services.deed import Deed
from workflows.services.notices import notice
from workflows.services.sharing import share


def open_case(deed: Deed) -> str:
    cases.open_case(
        case=deed.case,
        woonkern=deed.answers["woonkern"],
        priority=Priority(deed.answers["priority"]),
        indicators=deed.formule.indicators,
        actor=deed.actor,
        at=deed.at,
    )
    return "opened"


def weigh(deed: Deed) -> str:
    """Keep the weighing; politie hears what its report lacks, or else the partners are asked."""
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == "incomplete":
        _tell_what_is_missing(deed)
    if outcome == "complete":
        _ask_about_premises(deed)
    return outcome


def _tell_what_is_missing(deed: Deed) -> None:
    question = str(deed.form.fields["missing"].label)
    message = notice(
        deed, _("Verzoek om aanvulling"), [("missing", question, deed.answers["missing"])]
    )
    share(deed, message, "missing")


def _ask_about_premises(deed: Deed) -> None:
    premises = subjects.record_subject(
        case=deed.case,
        kind=SubjectKind.PREMISES,
        information_class=InformationClass.B,
        label=deed.answers["address"],
        details={
            "premises": deed.answers["premises"],
            "found_on": deed.answers["found_on"].isoformat(),
        },
        actor=deed.actor,
        at=deed.at,
    )
    ask_partners(deed, deed.answers["partners"])
    share(deed, premises, "premises")
