"""When something ends by itself: no row changes then, so the database says nothing of it."""

from datetime import date, datetime, time

from django.contrib.sessions.models import Session
from django.db.models import Min
from django.utils import timezone

from casework.models import Disclosure, Emergency
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership


def next_end(actor: Actor, session_key: str | None, at: datetime) -> datetime | None:
    """The first moment after `at` when the session, a capacity, or what was given to them ends."""
    today = timezone.localdate(at)
    session = Session.objects.filter(session_key=session_key, expire_date__gt=at)
    capacities = Membership.objects.in_force(today).filter(person=actor.person)
    with acting_as(actor, at=at):
        given = Disclosure.objects.filter(
            receiver=actor.organisation_id, withdrawn_at__isnull=True, valid_until__gt=at
        )
        taken = Emergency.objects.filter(person=actor.person, ended_at__isnull=True, ends_at__gt=at)
        found = (
            session.aggregate(end=Min("expire_date"))["end"],
            _midnight(capacities.aggregate(end=Min("valid_until"))["end"]),
            given.aggregate(end=Min("valid_until"))["end"],
            taken.aggregate(end=Min("ends_at"))["end"],
        )
    return min((end for end in found if end is not None), default=None)


def _midnight(day: date | None) -> datetime | None:
    """At which that day begins in Amsterdam."""
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None
