"""A meeting is its convenor's to plan, move, cancel and hold; each sees its own cases on it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.models import AgendaItem, Case, Meeting, MeetingSeat
from casework.services import commitments, meetings
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.casework.gatherings import planned
from tests.cast import Cast

pytestmark = pytest.mark.django_db
Purpose = AgendaItem.Purpose


def now() -> datetime:
    return timezone.now()


def put(meeting: Meeting, case: Case, by: Actor) -> AgendaItem:
    with acting_as(by):
        return meetings.put_on_agenda(
            meeting=Meeting.objects.get(pk=meeting.pk),
            case=Case.objects.get(pk=case.pk),
            purpose=Purpose.DISCUSS,
            actor=by,
            at=now(),
        )


def told(actor: Actor, kind: str) -> list[str]:
    with acting_as(actor):
        return [one.link for one in Notification.objects.of(actor.person).filter(kind=kind)]


def test_who_is_invited_sees_the_meeting_and_is_told(cast: Cast) -> None:
    meeting = planned(cast.coordinator, cast.police)
    for actor in (cast.coordinator, cast.police):
        with acting_as(actor):
            assert Meeting.objects.visible_to(actor).get() == meeting
            assert meeting.seats.count() == 2
    with acting_as(cast.prosecutor):
        assert not Meeting.objects.exists()
        assert not MeetingSeat.objects.exists()
    assert told(cast.police, "meeting_planned") == [f"/overleggen/{meeting.pk}"]
    assert told(cast.mayor, "meeting_planned") == []


def test_nobody_plans_for_another_organisation(cast: Cast) -> None:
    with pytest.raises(Refused):
        planned(cast.coordinator, convenor=cast.police.organisation)
    with pytest.raises(Refused):
        planned(cast.secretary)


def test_on_one_agenda_each_sees_the_cases_it_takes_part_in(cast: Cast) -> None:
    """Politie reported both; the netbeheerder is asked in one, and Meierijstad leads the other."""
    meeting = planned(cast.coordinator, cast.police, cast.grid, cast.stranger)
    asking = put(meeting, a_case(cast, at="answer"), cast.coordinator)
    early = put(meeting, a_case(cast, at="visit"), cast.police)
    seen = {}
    for name in ("police", "coordinator", "grid", "stranger"):
        actor = getattr(cast, name)
        with acting_as(actor):
            seen[name] = {one.pk for one in AgendaItem.objects.visible_to(actor)}
    assert seen == {
        "police": {asking.pk, early.pk},
        "coordinator": {asking.pk},
        "grid": {asking.pk},
        "stranger": set(),
    }
    assert len(told(cast.grid, "agenda_item")) == 1
    assert told(cast.stranger, "agenda_item") == []


def test_a_partner_without_overview_puts_nothing_on_an_agenda(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    meeting = planned(cast.coordinator, cast.grid)
    with pytest.raises(Refused):
        put(meeting, case, cast.grid)
    put(meeting, case, cast.coordinator)


def test_a_case_stands_once_on_an_agenda(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    meeting = planned(cast.coordinator, cast.police)
    put(meeting, case, cast.coordinator)
    with pytest.raises(Conflict, match="staat al op de agenda"):
        put(meeting, case, cast.police)


def test_only_the_convenor_moves_and_cancels(cast: Cast) -> None:
    meeting = planned(cast.coordinator, cast.police)
    later = {
        "starts_at": now() + timedelta(days=1),
        "ends_at": now() + timedelta(days=1, hours=1),
        "place": "Elders",
    }
    for act, given in ((meetings.move, later), (meetings.cancel, {"reason": "Te weinig zaken."})):
        with acting_as(cast.police), pytest.raises(Refused):
            act(meeting=meeting, **given, actor=cast.police, at=now())
        with acting_as(cast.coordinator):
            act(meeting=meeting, **given, actor=cast.coordinator, at=now())
    with acting_as(cast.police):
        found = Meeting.objects.get()
    assert (found.place, found.cancel_reason) == ("Elders", "Te weinig zaken.")
    assert len(told(cast.police, "meeting_moved")) == 1
    assert len(told(cast.police, "meeting_cancelled")) == 1


def test_a_meeting_that_was_cancelled_meanwhile_is_not_held(cast: Cast) -> None:
    meeting = planned(cast.coordinator, cast.police)
    with acting_as(cast.coordinator):
        as_it_was = Meeting.objects.get(pk=meeting.pk)
        meetings.cancel(meeting=meeting, reason="Ziek.", actor=cast.coordinator, at=now())
        with pytest.raises(Conflict, match="gaat niet door"):
            meetings.hold(meeting=as_it_was, present=[], actor=cast.coordinator, at=now())


def test_holding_says_who_was_there_and_opens_the_outcomes(cast: Cast) -> None:
    meeting = planned(cast.coordinator, cast.police, cast.grid)
    case = a_case(cast, at="answer")
    item = put(meeting, case, cast.coordinator)
    ours, politie = cast.coordinator.organisation_id, cast.police.organisation_id
    with acting_as(cast.coordinator):
        with pytest.raises(Refused, match="nog niet gehouden"):
            note(item, cast.coordinator)
        meetings.hold(
            meeting=meeting,
            present=[ours],
            represented=[politie],
            actor=cast.coordinator,
            at=now(),
        )
        seats = dict(meeting.seats.values_list("organisation_id", "attended"))
    assert seats == {
        ours: "present",
        politie: "represented",
        cast.grid.organisation_id: "absent",
    }
    with acting_as(cast.police):
        mine = AgendaItem.objects.select_related("meeting", "case").get(pk=item.pk)
        note(mine, cast.police)
    with acting_as(cast.coordinator):
        late = AgendaItem.objects.select_related("meeting", "case").get(pk=item.pk)
        late.outcome = ""
        with pytest.raises(Conflict):
            note(late, cast.coordinator)


def note(item: AgendaItem, by: Actor) -> None:
    meetings.note_outcome(item=item, outcome=AgendaItem.Outcome.AGREED, actor=by, at=now())


def test_a_meeting_is_not_held_before_its_day(cast: Cast) -> None:
    tomorrow = now() + timedelta(days=1)
    meeting = planned(cast.coordinator, starts_at=tomorrow, ends_at=tomorrow + timedelta(hours=1))
    with acting_as(cast.coordinator), pytest.raises(Refused, match="moet nog komen"):
        meetings.hold(meeting=meeting, present=[], actor=cast.coordinator, at=now())
    with acting_as(cast.coordinator):
        meetings.hold(meeting=meeting, present=[], actor=cast.coordinator, at=tomorrow)


def test_each_organisation_says_itself_who_comes(cast: Cast) -> None:
    meeting = planned(cast.coordinator, cast.police)
    with acting_as(cast.police):
        seat = meetings.come(meeting=meeting, actor=cast.police, at=now())
    with acting_as(cast.coordinator), pytest.raises(DatabaseError), transaction.atomic():
        MeetingSeat.objects.filter(pk=seat.pk).update(membership=cast.coordinator.membership)
    with acting_as(cast.police), pytest.raises(DatabaseError), transaction.atomic():
        MeetingSeat.objects.filter(pk=seat.pk).update(attended="present")


def test_the_wall_lets_nobody_put_a_case_it_does_not_oversee(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    meeting = planned(cast.coordinator, cast.grid)
    row = {"meeting": meeting, "case": case, "purpose": "discuss", "put_at": now()}
    with acting_as(cast.grid), pytest.raises(DatabaseError), transaction.atomic():
        AgendaItem.objects.create(**row, put_by=cast.grid.membership)
    with acting_as(cast.coordinator):
        AgendaItem.objects.create(**row, put_by=cast.coordinator.membership)


def test_a_commitment_names_the_meeting_where_it_was_agreed(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    meeting = planned(cast.coordinator, cast.police)
    given: dict[str, Any] = {
        "party": cast.grid.organisation,
        "text": "De meter vervangen.",
        "due_on": timezone.localdate(),
        "meeting": meeting,
        "actor": cast.coordinator,
        "at": now(),
    }
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=case.pk)
        with pytest.raises(Refused, match="niet op de agenda"):
            commitments.propose(case=case, **given)
    put(meeting, case, cast.coordinator)
    with acting_as(cast.coordinator):
        commitments.propose(case=case, **given)
    # Who was not at the meeting sees the commitment, and of the meeting nothing.
    with acting_as(cast.grid):
        mine = case.commitments.select_related("meeting").get()
        assert mine.meeting is None
