"""A browser in the capacity of someone of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from partners.actor import Actor
from partners.capacity import SESSION_KEY


@pytest.fixture
def log_in(db: None) -> Callable[[Actor], Client]:
    def logged_in(actor: Actor) -> Client:
        client = Client()
        client.force_login(actor.person)
        session: Any = client.session
        session[SESSION_KEY] = actor.membership.pk
        session.save()
        return client

    return logged_in
