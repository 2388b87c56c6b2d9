"""What is of others answers as what does not exist: every method, to the byte and to the query.

test_url_matrix.py has GET and POST for every role; here are the other methods, who takes part in a
case without its overview, and how many queries it takes: time tells as well as words do.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.database_roles import Connection
from tests.api.conftest import Keys
from tests.cast import Cast
from tests.isolation.addresses import (
    MISSING,
    THING_OF,
    addresses,
)
from tests.isolation.callers import Caller, caller, keys_for
from tests.isolation.dossier import Dossier
from tests.isolation.finding import Finder, Things
from tests.isolation.raw_sql import entitled
from tests.isolation.test_url_matrix import OF_NOBODY, ONCE
from tests.isolation.things import things_of_meierijstad

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
OUTSIDERS = ("anonymous", "police", "secretary")
OF_CASE = {
    "contribution": "casework_contribution",
    "subject": "casework_subject",
    "disclosure": "casework_disclosure",
    "request": "casework_request",
    "commitment": "casework_commitment",
    "participation": "casework_participation",
    "handover": "casework_handover",
    "escalation": "casework_escalation",
    "referral": "casework_referral",
    "step": "workflows_step",
}


@pytest.fixture
def keys(owner: Connection) -> Iterator[Keys]:
    with keys_for(owner) as keys:
        yield keys


@pytest.mark.parametrize("role", OUTSIDERS)
def test_a_thing_of_others_is_as_one_that_is_not_there(
    role: str, dossier: Dossier, owner: Connection, keys: Keys, cast: Cast
) -> None:
    by = caller(getattr(cast, role, None), keys)
    of_others = things_of_meierijstad(dossier, owner, cast)
    known = {thing for thing in THING_OF.values() if thing not in OF_NOBODY}
    assert different(by, of_others, known) == {}


def test_a_party_without_overview_learns_nothing_of_the_rest_of_its_case(
    dossier: Dossier, owner: Connection, keys: Keys, cast: Cast
) -> None:
    """The netbeheerder takes part: what is of the others in that case is not there for it."""
    hidden = {}
    for thing, table in OF_CASE.items():
        own = entitled(owner, table, cast.grid)
        for case in (dossier.asking, dossier.settled):
            query = f"SELECT id FROM {table} WHERE case_id = %s"  # noqa: S608  a table of ours
            for (key,) in owner.execute(query.encode(), [case.pk]).fetchall():
                if str(key) not in own:
                    hidden[thing] = key
    document = Finder(owner, dossier.settled.pk).document()
    hidden["document"] = document
    assert set(hidden) == {*OF_CASE, "document"}, "of these it sees all there are"
    by = caller(cast.grid, keys)
    assert different(by, MISSING | hidden, set(hidden)) == {}


def different(by: Caller, things: Things, known: set[str]) -> dict[str, Any]:
    found = {}
    for name, thing in THING_OF.items():
        if thing not in known:
            continue
        for method in METHODS:
            others, missing = (
                told(by, method, addresses()[name].path(one)) for one in (things, MISSING)
            )
            if others != missing:
                found[f"{name} {method}"] = [
                    (one, other) for one, other in zip(others, missing, strict=True) if one != other
                ]
    return found


def told(by: Caller, method: str, path: str) -> tuple[Any, ...]:
    """Status, headers, body and queries; with what varies in any answer masked."""
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as queries:
        answer = by.call(method, path)
    body = answer.content.decode().replace(path, "path")
    for pattern, word in ONCE:
        body = re.sub(pattern, word, body)
    headers = {
        name: value.replace(path, "path")
        for name, value in answer.headers.items()
        if name != "Content-Length"
    }
    asked = [re.split(r"[ (]", one["sql"].strip(), maxsplit=1)[0] for one in queries]
    return answer.status_code, headers, body, asked
