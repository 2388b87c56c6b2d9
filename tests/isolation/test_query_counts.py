"""Every list runs as many queries on 1,000 rows as on 10, for who may see the least."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.isolation.callers import Caller, caller, keys_for
from tests.isolation.crowd import Desk, crowd
from tests.isolation.lasting import owner_of_database

FEW, MANY = 10, 1000
LIAISON = {
    "/werkvoorraad": 24,
    "/overleggen": 20,
    "/signalen": 20,
    "/zaken": 20,
    "/zaken/{case}": 35,
    "/zaken/{case}/stappen": 20,
    "/zaken/{case}/tijdlijn": 20,
    "/meldingen": 20,
    "/api/v1/casussen": 12,
    "/api/v1/casussen/{case}": 14,
    "/api/v1/taken": 12,
    "/api/v1/verzoeken": 12,
    "/api/v1/meldingen": 12,
    "/api/v1/overleggen": 12,
    "/api/v1/signalen": 13,
}
OFFICER = {"/auditspoor": 21, "/auditspoor.csv": 20, "/api/v1/auditregels": 14}
"""The most queries each may take, sessions and savepoints included."""

ONE_THING = ("/api/v1/casussen/{case}", "/zaken/{case}/tijdlijn")
"""A partner without overview is shown itself alone; its timeline is what it did itself."""

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def desks(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[Desk]]:
    with (
        django_db_blocker.unblock(),
        crowd(owner_of_cases=Cast().coordinator, sizes=(FEW, MANY)) as desks,
    ):
        yield desks


def ask(by: Caller, path: str) -> tuple[int, int]:
    """How many queries it took, and how long the answer is."""
    with CaptureQueriesContext(connection) as caught:
        answer = by.call("GET", path)
    assert answer.status_code == 200, path
    return len(caught), len(answer.content)


@pytest.mark.parametrize("path", [*LIAISON, *OFFICER])
def test_a_list_runs_as_many_queries_however_long_it_is(path: str, desks: list[Desk]) -> None:
    found = []
    with owner_of_database() as owner, keys_for(owner) as keys:
        for desk in desks:
            by = caller(desk.officer if path in OFFICER else desk.liaison, keys)
            address = path.format(case=desk.reference)
            ask(by, address)  # what is looked up once and kept is not counted
            found.append(ask(by, address))
    (few, short), (many, long) = found
    assert few == many
    assert many <= (LIAISON | OFFICER)[path]
    if path not in ONE_THING:
        # Forty rows more, whatever a page carries beside them.
        assert long > short + 5_000, "the rows are not on the page, so that they prove nothing"
