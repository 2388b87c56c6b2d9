"""Trails that are really committed, and the sealer beside them under its own role."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from config.database_roles import Connection
from partners.audit.keyring import Keyring
from partners.audit.sealing import Sealer
from tests.cast import Cast, actor_of
from tests.isolation.lasting import lasting, logged_in_as
from tests.partners.audit.entries import many_entries
from tests.partners.audit.sealing.pair import Pair
from tests.servers import sealer_url

SECRET = "of-the-tests-and-of-nothing-else-at-all"
Seal = Callable[..., int]


@pytest.fixture
def owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[Connection]:
    with django_db_blocker.unblock(), lasting() as owner:
        yield owner


@pytest.fixture
def cast(owner: Connection) -> Cast:
    return Cast()


@pytest.fixture
def keyring() -> Keyring:
    return Keyring(SECRET, host="schakelpunt.example")


@pytest.fixture
def as_sealer(owner: Connection) -> Callable[[], Any]:
    """Django as the sealer logs in."""
    return lambda: logged_in_as(sealer_url(str(connection.settings_dict["NAME"])))


@pytest.fixture
def seal(as_sealer: Callable[[], Any], keyring: Keyring) -> Seal:
    """Seal one batch, by a sealer that remembers nothing, unless one is given."""

    def once(sealer: Sealer | None = None) -> int:
        with as_sealer():
            return (sealer or Sealer(keyring)).seal(at=timezone.now())

    return once


@pytest.fixture
def pair(owner: Connection, cast: Cast, seal: Seal) -> Pair:
    many_entries(cast.coordinator, 400)
    seal()
    return Pair(cast.privacy_officer, actor_of("fg.politie"), owner)
