"""What hangs on a thing for named people is for these alone, whoever wrote it."""

import pytest
from django.db import connection

from config.database_roles import Connection
from partners.acting import acting_as
from tests.cast import Cast
from tests.isolation.dossier import Dossier
from tests.isolation.hanging_rows import EMERGENCY, HANGING, a_thing, hang

# ruff: noqa: S608  put together from constants alone
pytestmark = pytest.mark.django_db
KINDS = ("contribution", "subject")
BOTH = {"coordinator": True, "second_coordinator": True}
CLEARED = {"coordinator": True, "second_coordinator": False}

each_table = pytest.mark.parametrize("table", HANGING)
each_kind = pytest.mark.parametrize("kind", KINDS)


def seen(cast: Cast, table: str, key: str) -> dict[str, bool]:
    """By raw SQL, of the named colleague and the other one."""
    found = {}
    for name in BOTH:
        with acting_as(getattr(cast, name)), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE id::text = %s", [key])
            found[name] = cursor.fetchone() == (1,)
    return found


@each_kind
@each_table
def test_it_comes_with_the_clearance_of_its_thing(
    table: str, kind: str, dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    # What is of class H is not erased before its day.
    named = "X" if table == "casework_retentionextension" else "H"
    for information_class, expected in (("B", BOTH), (named, CLEARED)):
        thing = a_thing(owner, cast, dossier.named, kind, information_class)
        key = hang(owner, cast, dossier.named, table, kind, thing)
        assert seen(cast, table, key) == expected, information_class
    _forget(owner, table)


@each_kind
@each_table
def test_it_follows_its_thing_to_a_named_class_and_back(
    table: str, kind: str, dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    thing = a_thing(owner, cast, dossier.named, kind, "B")
    key = hang(owner, cast, dossier.named, table, kind, thing)
    for information_class, expected in (("H", CLEARED), ("B", BOTH)):
        change = f"UPDATE casework_{kind} SET information_class = %s WHERE id::text = %s"
        owner.execute(change.encode(), [information_class, thing])
        assert seen(cast, table, key) == expected, information_class
    _forget(owner, table)


@each_table
def test_it_follows_its_case_when_that_is_restricted(
    table: str, dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    case = dossier.asking
    thing = a_thing(owner, cast, case, "contribution", "B")
    key = hang(owner, cast, case, table, "contribution", thing)
    restrict = "UPDATE casework_case SET is_restricted = %s WHERE id = %s"
    for is_restricted, expected in ((True, CLEARED), (False, BOTH)):
        owner.execute(restrict.encode(), [is_restricted, case.pk])
        assert seen(cast, table, key) == expected, is_restricted
    _forget(owner, table)


def _forget(owner: Connection, table: str) -> None:
    """So that nobody has too many emergencies to answer for."""
    if table == EMERGENCY:
        owner.execute(f"DELETE FROM {table}".encode())
