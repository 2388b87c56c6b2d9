"""Plan a meeting, put cases on its agenda, move, cancel and hold it, and note what came of each."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from casework import actions, ladder_policies
from casework.models import AgendaItem, Case, Level, Meeting, MeetingSeat
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation, Region
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, Refused, require


@transaction.atomic
def plan(
    *,
    convenor: Organisation,
    region: Region,
    level: Level,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    invited: Collection[Organisation],
    theme: str = "",
    actor: Actor,
    at: datetime,
) -> Meeting:
    """The convenor takes a seat as well; every other who is invited is told.

    :raises Refused: when the actor does not work cases, or for another organisation.
    """
    require(ladder_policies.why_not_plan(actor))
    if convenor.pk != actor.organisation_id:
        raise Refused(_("U plant alleen een overleg van uw eigen organisatie."))
    seated = {one.pk for one in invited} | {convenor.pk}
    meeting = Meeting.objects.create(
        convenor=convenor,
        region=region,
        invited_ids=sorted(seated),
        level=level,
        theme=theme,
        title=title,
        place=place,
        starts_at=starts_at,
        ends_at=ends_at,
        planned_by=actor.membership,
        planned_at=at,
    )
    MeetingSeat.objects.bulk_create(
        MeetingSeat(meeting=meeting, organisation_id=organisation)
        for organisation in sorted(seated)
    )
    _note(actions.MEETING_PLANNED, "meeting_planned", meeting, actor, at)
    return meeting


@transaction.atomic
def move(
    *,
    meeting: Meeting,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    actor: Actor,
    at: datetime,
) -> Meeting:
    """
    :raises Refused: when another convened it.
    :raises Conflict: when it was held or cancelled meanwhile.
    """
    meeting = _still_open(meeting, actor)
    meeting.starts_at, meeting.ends_at, meeting.place = starts_at, ends_at, place
    meeting.save(update_fields=["starts_at", "ends_at", "place"])
    _note(actions.MEETING_MOVED, "meeting_moved", meeting, actor, at)
    return meeting


@transaction.atomic
def cancel(*, meeting: Meeting, reason: str, actor: Actor, at: datetime) -> Meeting:
    """
    :raises Refused: when another convened it.
    :raises Conflict: when it was held or cancelled meanwhile.
    """
    meeting = _still_open(meeting, actor)
    meeting.cancelled_at, meeting.cancel_reason = at, reason
    meeting.save(update_fields=["cancelled_at", "cancel_reason"])
    _note(actions.MEETING_CANCELLED, "meeting_cancelled", meeting, actor, at)
    return meeting


@transaction.atomic
def hold(
    *,
    meeting: Meeting,
    present: Collection[int],
    represented: Collection[int] = (),
    actor: Actor,
    at: datetime,
) -> Meeting:
    """Put on record that it was held; `present` and `represented` are ids of organisations.

    :raises Refused: when another convened it, or its day is yet to come.
    :raises Conflict: when it was held or cancelled meanwhile.
    """
    require(ladder_policies.why_not_hold(actor, meeting, at))
    meeting = _still_open(meeting, actor)
    meeting.held_at = at
    meeting.save(update_fields=["held_at"])
    for seat in meeting.seats.all():
        seat.attended = _attendance(seat, present, represented)
        seat.save(update_fields=["attended"])
    _note(actions.MEETING_HELD, "meeting_held", meeting, actor, at)
    return meeting


@transaction.atomic
def come(*, meeting: Meeting, actor: Actor, at: datetime) -> MeetingSeat:
    """Say that it is the actor who comes for its own organisation."""
    seat = meeting.seats.select_related("meeting").get(organisation=actor.organisation)
    require(ladder_policies.why_not_come(actor, seat))
    seat.membership = actor.membership
    seat.save(update_fields=["membership"])
    _record(actions.MEETING_SEAT_TAKEN, meeting, actor, at, [meeting.convenor_id])
    return seat


@transaction.atomic
def put_on_agenda(
    *, meeting: Meeting, case: Case, purpose: AgendaItem.Purpose, actor: Actor, at: datetime
) -> AgendaItem:
    """Seen by those at the meeting who take part in the case, and by nobody else.

    :raises Refused: when the actor does not oversee the case, or is not invited.
    :raises Conflict: when the case stands on this agenda.
    """
    require(ladder_policies.why_not_put_on_agenda(actor, meeting, case))
    try:
        with transaction.atomic():
            item = AgendaItem.objects.create(
                meeting=meeting, case=case, purpose=purpose, put_by=actor.membership, put_at=at
            )
    except IntegrityError as error:
        raise Conflict(_("Deze zaak staat al op de agenda van dat overleg.")) from error
    _note_item(actions.AGENDA_PUT, item, actor, at)
    return item


@transaction.atomic
def note_outcome(
    *, item: AgendaItem, outcome: AgendaItem.Outcome, actor: Actor, at: datetime
) -> AgendaItem:
    """
    :raises Refused: when the actor does not oversee the case, or the meeting was not held.
    :raises Conflict: when someone noted it first.
    """
    require(ladder_policies.why_not_note_outcome(actor, item))
    item = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if item.outcome:
        raise Conflict(_("De uitkomst is al vastgelegd."))
    item.outcome = outcome
    item.save(update_fields=["outcome"])
    _note_item(actions.AGENDA_OUTCOME, item, actor, at)
    return item


def _attendance(
    seat: MeetingSeat, present: Collection[int], represented: Collection[int]
) -> MeetingSeat.Attendance:
    if seat.organisation_id in present:
        return MeetingSeat.Attendance.PRESENT
    if seat.organisation_id in represented:
        return MeetingSeat.Attendance.REPRESENTED
    return MeetingSeat.Attendance.ABSENT


def _still_open(meeting: Meeting, actor: Actor) -> Meeting:
    """Its row locked; the wall lets only the convenor do so."""
    require(ladder_policies.why_not_change_meeting(actor, meeting))
    locked = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if (moved_on := ladder_policies.why_not_open(locked)) is not None:
        raise Conflict(moved_on)
    return locked


def _note(action: str, kind: str, meeting: Meeting, actor: Actor, at: datetime) -> None:
    """In the trail of all who are invited; each is told, but for the organisation that acts."""
    _record(action, meeting, actor, at, meeting.invited_ids)
    for organisation in meeting.invited_ids:
        if organisation != actor.organisation_id:
            _tell(kind, "", organisation, meeting, actor, at)


def _note_item(action: str, item: AgendaItem, actor: Actor, at: datetime) -> None:
    """Only to those who may see the item: invited, and party to the case."""
    concerned = sorted(set(item.meeting.invited_ids) & set(item.case.party_ids))
    record(
        action,
        actor=actor,
        at=at,
        thing=item,
        case_reference=item.case.reference,
        touched=concerned,
    )
    for organisation in concerned:
        if organisation != actor.organisation_id:
            _tell("agenda_item", item.case.reference, organisation, item.meeting, actor, at)


def _record(
    action: str, meeting: Meeting, actor: Actor, at: datetime, touched: Collection[int]
) -> None:
    record(action, actor=actor, at=at, thing=meeting, touched=touched)


def _tell(
    kind: str, reference: str, organisation: int, meeting: Meeting, actor: Actor, at: datetime
) -> None:
    tell(
        News(
            kind=kind,
            case_reference=reference,
            organisation_id=organisation,
            roles=tuple(sorted(CASE_ROLES)),
            at=at,
            by=actor,
            link=f"/overleggen/{meeting.pk}",
        )
    )
