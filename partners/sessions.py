"""What the trail tells of a session and its account; each `note_` receives a signal."""

from datetime import datetime
from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils import timezone

from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Result
from partners.audit.recording import record
from partners.capacity import memberships_of
from partners.models import Membership, Person


def change_capacity(*, by: Actor, to: Membership, at: datetime) -> None:
    """The organisation left behind and the one it goes on for each hear of it."""
    record(actions.CAPACITY_CHANGED, actor=by, at=at, thing=to, touched=[to.organisation_id])


def note_log_in(*, user: Person, **_signal: Any) -> None:
    """After every step of logging in; without an entry no session."""
    _note(actions.LOGGED_IN, user)


def note_log_out(*, user: Person | None, **_signal: Any) -> None:
    _note(actions.LOGGED_OUT, user)


def note_failure(
    *, credentials: dict[str, Any] | None = None, user: Person | None = None, **_signal: Any
) -> None:
    """Of a known account only: what a stranger typed may be anything, a password too."""
    if user is None:
        address = str((credentials or {}).get("email", "")).lower()
        user = Person.objects.filter(email=address).first()
    _note(actions.LOG_IN_FAILED, user, Result.DENIED)


def note_password(*, user: Person, **_signal: Any) -> None:
    _note(actions.PASSWORD_CHANGED, user)


def note_second_step_added(*, user: Person, **_signal: Any) -> None:
    _note(actions.SECOND_STEP_ADDED, user)


def note_second_step_removed(*, user: Person, **_signal: Any) -> None:
    _note(actions.SECOND_STEP_REMOVED, user)


def note_second_step_renewed(*, user: Person, **_signal: Any) -> None:
    _note(actions.SECOND_STEP_RENEWED, user)


def _note(action: str, user: Person | None, result: Result = Result.OK) -> None:
    """Who has no capacity belongs to no organisation, so there is no trail to tell it in."""
    mine = memberships_of(user) if user is not None else []
    if user is None or not mine:
        return
    actor = Actor(mine[0])
    with acting_as(actor):
        record(action, actor=actor, at=timezone.now(), thing=user, result=result)


def listen() -> None:
    user_logged_in.connect(note_log_in)
    user_logged_out.connect(note_log_out)
    user_login_failed.connect(note_failure)
    authentication_failed.connect(note_failure)
    password_changed.connect(note_password)
    password_reset.connect(note_password)
    authenticator_added.connect(note_second_step_added)
    authenticator_removed.connect(note_second_step_removed)
    authenticator_reset.connect(note_second_step_renewed)
