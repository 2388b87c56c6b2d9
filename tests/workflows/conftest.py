"""A browser in the capacity of someone of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client

from partners.actor import Actor
from partners.capacity import SESSION_KEY

LogIn = Callable[[Actor], Client]


@pytest.fixture
def log_in(db: None) -> LogIn:
    def as_actor(actor: Actor) -> Client:
        client = Client()
        client.force_login(actor.person)
        session = client.session
        session[SESSION_KEY] = actor.membership.pk
        session.save()
        return client

    return as_actor


@pytest.fixture
def as_nobody(db: None) -> Client:
    return Client()
