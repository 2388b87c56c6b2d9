"""A meeting with cases on its agenda, and the phases of AVE in which cases stand."""

from datetime import timedelta

from django.utils import timezone

from casework.models import AgendaItem, AvePhase, AveReason, Case, Level, Meeting
from casework.services import meetings
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Region


def meet(by: Actor, guests: tuple[Actor, ...], cases: tuple[Case, ...]) -> Meeting:
    now = timezone.now()
    with acting_as(by):
        meeting = meetings.plan(
            convenor=by.organisation,
            region=Region.objects.get(code="VR21"),
            level=Level.IV,
            title="IV-overleg",
            starts_at=now + timedelta(minutes=1),
            ends_at=now + timedelta(hours=1),
            place="Stadhuis",
            invited=[one.organisation for one in guests],
            actor=by,
            at=now,
        )
        for case in cases:
            meetings.put_on_agenda(
                meeting=meeting,
                case=Case.objects.get(pk=case.pk),
                purpose=AgendaItem.Purpose.DISCUSS,
                actor=by,
                at=now,
            )
    return meeting


def scale(by: Actor, cases: tuple[Case, ...]) -> None:
    """As if the theme knew phases of AVE."""
    with acting_as(by):
        for case in cases:
            AvePhase.objects.create(
                case=case,
                phase=1,
                reason=AveReason.PLAN,
                leader=by.membership,
                decided_by=by.membership,
                begun_at=timezone.now(),
            )
