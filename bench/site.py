"""The product on servers of its own, and who comes to it."""

import secrets
from importlib import import_module
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils.crypto import get_random_string

from config.database_roles import Connection
from partners.actor import Actor
from partners.models import ApiToken
from tests.faults.house import House
from tests.faults.visitor import Visitor


class Site:
    def __init__(self, house: House) -> None:
        self.house = house
        self.live = house.live

    def administrator(self) -> Connection:
        """A superuser, who may load without the checks on foreign keys."""
        owner = urlsplit(self.live.database_url_owner)
        login = f"postgres:{self.house.state.secret('postgres_password')}"
        url = owner._replace(netloc=f"{login}@{owner.hostname}:{owner.port}")
        return psycopg.connect(urlunsplit(url), autocommit=True)

    def visitor(self, actor: Actor) -> Visitor:
        """Logged in already: what a log-in costs is no budget of ours."""
        visitor = Visitor(self.live.url, "")
        visitor.cookies[settings.SESSION_COOKIE_NAME] = log_in(actor)
        # Any secret does, as long as cookie and form have the same.
        visitor.cookies[settings.CSRF_COOKIE_NAME] = get_random_string(32)
        return visitor

    def system(self, actor: Actor) -> Visitor:
        """With a key of the API, as an administrator gives it; the key before it stops."""
        key = secrets.token_urlsafe(32)
        with self.house.owner() as owner:
            owner.execute(
                """INSERT INTO partners_apitoken (membership_id, digest, created_at, expires_at)
                   VALUES (%s, %s, now(), now() + interval '1 day')
                   ON CONFLICT (membership_id) DO UPDATE SET digest = excluded.digest""",
                [actor.membership.pk, ApiToken.digest_of(key)],
            )
        return Visitor(self.live.url, "", key=key)


def log_in(actor: Actor) -> str:
    """The key of a session."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(actor.person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = actor.person.get_session_auth_hash()
    session.create()
    return str(session.session_key)
