"""The live product, looked at by the owner of its database; and one on servers of its own."""

from collections.abc import Iterator

import pytest

from config.database_roles import Connection, connect
from tests.faults.house import House
from tests.live import Live


@pytest.fixture
def owner(live: Live) -> Iterator[Connection]:
    with connect(live.database_url_owner) as owner:
        yield owner


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with House() as house:
        house.populate()
        house.live.start_web()
        yield house
