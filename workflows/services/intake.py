"""Opening the case, and H3: weighing the report and asking the partners."""

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import InformationClass, Part, Priority, SubjectKind
from casework.services import cases, participations, requests, subjects
from casework.services.requests import Question
from workflows.desks import desk_of
from workflows.equalled_days import equalled_days
from workflows.formules.formule import AskedPartner
from workflows.services.deed import Deed
from workflows.services.notices import notice
from workflows.services.sharing import share
from workflows.terms import end_of_day, end_of_term


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
        _ask_partners(deed)
    return outcome


def _tell_what_is_missing(deed: Deed) -> None:
    question = str(deed.form.fields["missing"].label)
    message = notice(
        deed, _("Verzoek om aanvulling"), [("missing", question, deed.answers["missing"])]
    )
    share(deed, message, "missing")


def _ask_partners(deed: Deed) -> None:
    asked = [one for one in deed.formule.partners if one.kind in deed.answers["partners"]]
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
    for partner in asked:
        _ask(deed, partner)
    share(deed, premises, "premises")


def _ask(deed: Deed, partner: AskedPartner) -> None:
    organisation = desk_of(deed.case, partner.kind).organisation
    participations.begin(
        case=deed.case,
        organisation=organisation,
        part=Part.ASKED,
        has_overview=partner.has_overview,
        actor=deed.actor,
        at=deed.at,
    )
    last_day = end_of_term(
        timezone.localdate(deed.at), partner.term, is_statutory=False, equalled=equalled_days()
    )
    requests.ask(
        case=deed.case,
        asked=organisation,
        question=Question(partner.request, partner.question, end_of_day(last_day)),
        actor=deed.actor,
        at=deed.at,
    )
