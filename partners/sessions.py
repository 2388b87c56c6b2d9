"""What the trail tells of a session: that it began, and in which capacity it went on."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.recording import record
from partners.capacity import memberships_of
from partners.models import Membership, Person


def change_capacity(*, by: Actor, to: Membership, at: datetime) -> None:
    """The organisation left behind and the one it goes on for each hear of it."""
    record(actions.CAPACITY_CHANGED, actor=by, at=at, thing=to, touched=[to.organisation_id])


def note_log_in(*, user: Person, **_signal: Any) -> None:
    """Receives `user_logged_in`, after every step of logging in; without an entry no session.

    Who has no capacity belongs to no organisation, so there is no trail to tell it in.
    """
    mine = memberships_of(user)
    if not mine:
        return
    actor = Actor(mine[0])
    with acting_as(actor):
        record(actions.LOGGED_IN, actor=actor, at=timezone.now(), thing=user)
