"""A desk of people of our own, in a database that really commits."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from config.database_roles import connect, with_database
from tests.cast import Cast
from tests.notifications.desk import Desk, dismiss, hire


@pytest.fixture
def desk(django_db_setup: None, django_db_blocker: Any) -> Iterator[Desk]:
    """Sockets, threads and jobs see what is committed: the owner cleans it up."""
    with django_db_blocker.unblock():
        database = connection.settings_dict["NAME"]
        with connect(with_database(os.environ["DATABASE_URL"], str(database))) as owner:
            desk = Desk(organisation_id=hire(owner, people=3), by=Cast().coordinator, owner=owner)
            try:
                yield desk
            finally:
                connection.close()
                dismiss(desk)
