"""A browser without a screen for each of the cast, and the owner of the database."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test import Client

from config.database_roles import Connection, connect, with_database
from partners.actor import Actor
from partners.capacity import SESSION_KEY

LogIn = Callable[[Actor], Client]


@pytest.fixture
def log_in(db: None) -> LogIn:
    """A client that works in the capacity of this actor."""

    def as_actor(actor: Actor) -> Client:
        client = Client()
        client.force_login(actor.person)
        session = client.session
        session[SESSION_KEY] = actor.membership.pk
        session.save()
        return client

    return as_actor


@pytest.fixture
def owner(django_db_setup: None) -> Iterator[Connection]:
    """What it changes is committed at once, and has to be taken back."""
    database = str(connection.settings_dict["NAME"])
    with connect(with_database(os.environ["DATABASE_URL"], database)) as owner:
        yield owner
