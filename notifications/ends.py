"""When something ends by itself: no row changes then, so the database says nothing of it."""

from datetime import date, datetime, time
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from casework.models import Disclosure, Emergency
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership


def next_end(actor: Actor, session_key: str | None, at: datetime) -> datetime | None:
    """The first moment after `at` when session, capacity, clearance or what was given ends."""
    with acting_as(actor, at=at):
        today = timezone.localdate(at)
        capacities = Membership.objects.in_force(today).filter(person=actor.person)
        named = Q(named_for__ended_at__isnull=True, named_for__valid_until__gt=today)
        last_days = capacities.aggregate(
            capacity=Min("valid_until"), clearance=Min("named_for__valid_until", filter=named)
        )
        given = Disclosure.objects.filter(
            receiver=actor.organisation_id, withdrawn_at__isnull=True, valid_until__gt=at
        )
        taken = Emergency.objects.filter(person=actor.person, ended_at__isnull=True, ends_at__gt=at)
        session = Session.objects.filter(session_key=session_key, expire_date__gt=at)
        moments = _first(session, "expire_date").union(
            _first(given, "valid_until"), _first(taken, "ends_at")
        )
        found = [moment for (moment,) in moments]
    found += [_midnight(day) for day in last_days.values() if day is not None]
    return min(found, default=None)


def _first(rows: QuerySet[Any], name: str) -> QuerySet[Any, Any]:
    return rows.order_by(name).values_list(name)[:1]


def _midnight(day: date) -> datetime:
    """At which that day begins in Amsterdam."""
    return timezone.make_aware(datetime.combine(day, time.min))
