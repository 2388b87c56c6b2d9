"""Keys for the cast, made by the owner: the web may only read them."""

import os
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import environ
import pytest
from django.db import connection, transaction
from django.utils import timezone

from config.database_roles import Connection, connect, with_database
from partners.actor import Actor
from partners.models import ApiToken
from tests.api.client import Client
from tests.cast import Cast


@pytest.fixture(scope="session")
def owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[Connection]:
    with django_db_blocker.unblock():
        name = str(connection.settings_dict["NAME"])
    with connect(with_database(os.environ["DATABASE_URL"], name)) as owner:
        yield owner


@pytest.fixture
def keys(owner: Connection) -> Iterator["Keys"]:
    keys = Keys(owner)
    yield keys
    owner.execute("DELETE FROM partners_apitoken")


class Keys:
    """One for each membership, as it must be; committed, so that the web sees it."""

    def __init__(self, owner: Connection) -> None:
        self.owner = owner

    def give(self, actor: Actor, *, until: datetime | None = None) -> str:
        key = secrets.token_urlsafe(32)
        self.owner.execute("DELETE FROM partners_apitoken WHERE membership_id = %s", [_pk(actor)])
        self.owner.execute(
            """INSERT INTO partners_apitoken (membership_id, digest, created_at, expires_at)
               VALUES (%s, %s, now(), %s)""",
            [_pk(actor), ApiToken.digest_of(key), until or timezone.now() + timedelta(days=365)],
        )
        return key

    def revoke(self, actor: Actor) -> None:
        self.owner.execute(
            "UPDATE partners_apitoken SET revoked_at = now() WHERE membership_id = %s",
            [_pk(actor)],
        )


@pytest.fixture
def api(keys: Keys, cast: Cast) -> "Door":
    """A client for whom of the cast one names: api(cast.police).get("/casussen")."""
    return Door(keys)


class Door:
    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.clients: dict[int, Client] = {}

    def __call__(self, actor: Actor) -> Client:
        if _pk(actor) not in self.clients:
            self.clients[_pk(actor)] = Client(self.keys.give(actor))
        return self.clients[_pk(actor)]


def _pk(actor: Actor) -> int:
    return int(actor.membership.pk)


@pytest.fixture
def as_owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Django itself as the owner, for a command that an administrator runs; undone afterwards."""
    login = environ.Env.db_url_config(os.environ["DATABASE_URL"])
    web = dict(connection.settings_dict)
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict.update(USER=login["USER"], PASSWORD=login["PASSWORD"])
        try:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        finally:
            connection.close()
            connection.settings_dict.update(USER=web["USER"], PASSWORD=web["PASSWORD"])
