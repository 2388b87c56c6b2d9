"""Z3 and Z4: invite, ask each party for its own part, and put the overleg on record."""

from datetime import timedelta

from django.utils.translation import gettext as _

from casework.models import AgendaItem, InformationClass, Level, Meeting, SubjectKind
from casework.services import meetings, subjects
from partners.models import Organisation
from workflows.forms.pga.overleg import InviteForm, MeetForm
from workflows.pga import THEME
from workflows.services.asking import ask_partners, organisation_of
from workflows.services.deed import Deed
from workflows.services.sharing import share
from workflows.terms import end_of_day

LASTS = timedelta(hours=1)


def invite(deed: Deed) -> str:
    """Z3: who is not invited does not take part, and learns nothing."""
    deed.contribute()
    asked = deed.answers["partners"]
    ask_partners(deed, asked, due_at=end_of_day(deed.answers["meets_on"]))
    person = subjects.record_subject(
        case=deed.case,
        kind=SubjectKind.PERSON,
        information_class=InformationClass.S,
        label=deed.answers["person"],
        details={},
        actor=deed.actor,
        at=deed.at,
    )
    share(deed, person, "person")
    _plan(deed, [organisation_of(deed.case, kind) for kind in asked])
    return deed.form.outcome()


def meet(deed: Deed) -> str:
    """Z4: hold the meeting, unless that was done for all its cases at once."""
    deed.contribute()
    form = deed.form
    if isinstance(form, MeetForm) and form.item is not None:
        meeting, item = form.item.meeting, form.item
        if meeting.held_at is None:
            item.meeting = meetings.hold(
                meeting=meeting,
                present=[one.pk for one in deed.answers["present"]],
                actor=deed.actor,
                at=deed.at,
            )
        if not item.outcome:
            agreed = form.outcome() == "agreed"
            outcomes = AgendaItem.Outcome
            meetings.note_outcome(
                item=item,
                outcome=outcomes.AGREED if agreed else outcomes.SETTLED,
                actor=deed.actor,
                at=deed.at,
            )
    return form.outcome()


def _plan(deed: Deed, invited: list[Organisation]) -> Meeting | None:
    form = deed.form
    if not isinstance(form, InviteForm):
        return None
    meeting = meetings.plan(
        convenor=deed.actor.organisation,
        region=deed.case.region,
        level=Level.CARE_AND_SAFETY,
        title=_("Casusoverleg persoonsgerichte aanpak"),
        starts_at=form.starts_at,
        ends_at=form.starts_at + LASTS,
        place=deed.answers["place"],
        invited=invited,
        theme=THEME,
        actor=deed.actor,
        at=deed.at,
    )
    meetings.put_on_agenda(
        meeting=meeting,
        case=deed.case,
        purpose=AgendaItem.Purpose.DISCUSS,
        actor=deed.actor,
        at=deed.at,
    )
    return meeting
