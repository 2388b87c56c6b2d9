"""Whoever may try an address: the pages with a session, the API with a key, or with nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.test import Client

from config.database_roles import Connection
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.api.conftest import Keys

ROLES = (
    "anonymous",
    "coordinator",
    "mayor",
    "police",
    "prosecutor",
    "grid",
    "stranger",
    "secretary",
    "privacy_officer",
    "administrator",
)
API = "/api/"


@dataclass(frozen=True)
class Caller:
    cookies: str = ""
    key: str = ""
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def call(self, method: str, path: str) -> Any:
        """What it would have done is undone: the next call finds everything as it was."""
        headers = {}
        given: dict[str, Any] = {}
        self.client.cookies = SimpleCookie("" if path.startswith(API) else self.cookies)
        if path.startswith(API):
            headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
            given = {"content_type": "application/json", "data": "{}"} if method == "POST" else {}
        with transaction.atomic():
            answer = getattr(self.client, method.lower())(path, headers=headers, **given)
            transaction.set_rollback(True)
        return answer


@contextmanager
def keys_for(owner: Connection) -> Iterator[Keys]:
    try:
        yield Keys(owner)
    finally:
        owner.execute("DELETE FROM partners_apitoken")


def caller(actor: Actor | None, keys: Keys) -> Caller:
    if actor is None:
        return Caller()
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return Caller(client.cookies.output(header="", sep=";"), keys.give(actor))
