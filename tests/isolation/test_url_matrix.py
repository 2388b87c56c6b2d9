"""Every address, tried by every role: it answers as the matrix says, and hides what it must."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from config.database_roles import Connection
from tests.api.conftest import Keys
from tests.cast import Cast
from tests.isolation.addresses import (
    MISSING,
    THING_OF,
    addresses,
)
from tests.isolation.callers import ROLES, Caller, caller, keys_for
from tests.isolation.dossier import Dossier
from tests.isolation.finding import Things
from tests.isolation.matrix import expected
from tests.isolation.things import things_of_meierijstad, things_of_oss

METHODS = ("GET", "POST")
OF_NOBODY = (
    "key",
    "reset",
    "provider",
    "webauthn",
    "theme",
    "formule",
    "setting",
    "class",
    "calendar",
    "activity",
)
"""Things that belong to no organisation, or whose key alone guards them."""
ONCE = (
    (r'name="csrfmiddlewaretoken" value="[^"]+"', "csrf"),
    (r'"X-CSRFToken": "[^"]+"', "csrf"),
    (r'nonce="[^"]+"', "nonce"),
    (r"urn:uuid:[0-9a-f-]{36}", "trace"),
)
"""What differs between any two answers."""

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def keys(owner: Connection) -> Iterator[Keys]:
    with keys_for(owner) as keys:
        yield keys


@pytest.fixture
def of_oss(dossier: Dossier, owner: Connection, cast: Cast) -> Things:
    return things_of_oss(dossier, owner, cast)


@pytest.fixture
def of_meierijstad(dossier: Dossier, owner: Connection, cast: Cast) -> Things:
    return things_of_meierijstad(dossier, owner, cast)


def test_every_address_has_its_rows() -> None:
    rows = {name for name, _method in expected()}
    assert set(addresses()) == rows, "edit tests/isolation/matrix.txt"
    assert set(expected()) == {(name, method) for name in rows for method in METHODS}
    assert {len(statuses) for statuses in expected().values()} == {len(ROLES)}


def test_every_thing_an_address_leads_to_is_known() -> None:
    varying = {name for name, one in addresses().items() if "<" in one.route}
    assert varying == set(THING_OF) & set(addresses())
    assert set(THING_OF) <= set(addresses())


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_a_role_as_the_matrix_says(
    role: str, of_oss: Things, keys: Keys, cast: Cast
) -> None:
    by = caller(getattr(cast, role, None), keys)
    column = ROLES.index(role)
    wrong = {}
    for (name, method), statuses in expected().items():
        found = by.call(method, addresses()[name].path(of_oss)).status_code
        if found != statuses[column]:
            wrong[f"{name} {method}"] = f"{found}, not {statuses[column]}"
    assert wrong == {}


@pytest.mark.parametrize("role", ROLES)
def test_a_thing_of_others_answers_as_one_that_is_not_there(
    role: str, of_oss: Things, of_meierijstad: Things, keys: Keys, cast: Cast
) -> None:
    """Status, headers and body alike: nobody learns by asking whether something exists."""
    by = caller(getattr(cast, role, None), keys)
    # A calendar is for its whole region: what is of others there lies in another one.
    elsewhere = {"event": of_meierijstad["event"]}
    of_others = of_meierijstad
    if role == "stranger":
        # One case of Oss is offered to it; of another offer it knows nothing.
        of_others = of_oss | elsewhere | {"handover": of_oss["offer to another"]}
    for name, thing in THING_OF.items():
        if thing in OF_NOBODY:
            continue
        for method in METHODS:
            others, missing = (
                _told(by, method, addresses()[name].path(things)) for things in (of_others, MISSING)
            )
            assert others == missing, f"{name} {method}"
            assert others[0] in (302 if role == "anonymous" else 404, 401, 405), name


def _told(by: Caller, method: str, path: str) -> tuple[Any, ...]:
    """All that reaches the caller, with the address that he typed himself masked."""
    answer = by.call(method, path)
    body = answer.content.decode().replace(path, "path")
    for pattern, word in ONCE:
        body = re.sub(pattern, word, body)
    headers = {
        name: value.replace(path, "path")
        for name, value in answer.headers.items()
        if name != "Content-Length"
    }
    return answer.status_code, headers, body
