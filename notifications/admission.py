"""Who is behind a session, asked anew each time: rights may be gone since the socket opened."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth import SESSION_KEY as PERSON_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare

from partners.actor import Actor
from partners.capacity import SESSION_KEY, memberships_of
from partners.models import Membership, Person

NOT_LOGGED_IN = 4401
NO_MEMBERSHIP = 4403


class TurnedAway(Exception):
    """`code` is the one with which a socket is closed."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def actor_behind(session_key: str | None) -> Actor:
    """
    :raises TurnedAway: when the session is over, its password is no longer the person's, or the
        person may act for nobody.
    """
    session = _session(session_key)
    if PERSON_KEY not in session:
        raise TurnedAway(NOT_LOGGED_IN)
    memberships = _memberships(int(session[PERSON_KEY]))
    if not memberships:
        raise TurnedAway(NO_MEMBERSHIP)
    expected = memberships[0].person.get_session_auth_hash()
    if not constant_time_compare(session.get(HASH_SESSION_KEY, ""), expected):
        raise TurnedAway(NOT_LOGGED_IN)
    chosen = session.get(SESSION_KEY)
    return Actor(next((each for each in memberships if each.pk == chosen), memberships[0]))


def actor_of(person_id: int) -> Actor | None:
    """A person in any capacity: what one is told does not depend on which."""
    memberships = _memberships(person_id)
    return Actor(memberships[0]) if memberships else None


def _session(session_key: str | None) -> SessionBase:
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    return store(session_key)


def _memberships(person_id: int) -> list[Membership]:
    return [each for each in memberships_of(Person(pk=person_id)) if each.person.is_active]
