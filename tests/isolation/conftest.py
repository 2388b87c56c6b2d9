"""A dossier that is committed, for all tests of a file; documents go to a folder of the run."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from config.database_roles import Connection
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.cast import Cast
from tests.isolation.dossier import Dossier, a_dossier
from tests.isolation.lasting import lasting
from tests.isolation.matrix_cells import CLEAR, Cells, fill_every_cell

LogIn = Callable[[Actor], Client]


@pytest.fixture(scope="module")
def owner(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """The owner of the tables; what was committed beside it is gone afterwards."""
    folder = str(tmp_path_factory.mktemp("documents"))
    files = {**settings.STORAGES["default"], "OPTIONS": {"location": folder}}
    storages = {**settings.STORAGES, "default": files}
    with django_db_blocker.unblock(), override_settings(STORAGES=storages), lasting() as owner:
        yield owner


@pytest.fixture(scope="module")
def dossier(owner: Connection) -> Dossier:
    return a_dossier(Cast(), owner)


@pytest.fixture(scope="module")
def cells(owner: Connection) -> Iterator[Cells]:
    """Something of each class on each side of each kind of partner; everyone is cleared."""
    was = owner.execute(b"SELECT clearances, id FROM partners_membership").fetchall()
    try:
        yield fill_every_cell(Cast(), owner)
    finally:
        for clearances, pk in was:
            owner.execute(f"{CLEAR} WHERE id = %s".encode(), [clearances, pk])


@pytest.fixture
def log_in(db: None) -> LogIn:
    """A browser in the capacity of this actor."""

    def as_actor(actor: Actor) -> Client:
        client = Client()
        client.force_login(actor.person)
        session = client.session
        session[SESSION_KEY] = actor.membership.pk
        session.save()
        return client

    return as_actor
