# ruff: noqa: S608  statements of this file alone
"""The database itself keeps each end of a request, a case and a commitment to its own part."""

from typing import Any

import pytest
from django.db import DatabaseError, connection

from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db

CASE_OF = "(SELECT id FROM casework_case WHERE reference = %(case)s)"
OPEN = f"id = (SELECT id FROM casework_request WHERE case_id = {CASE_OF} AND asked_id = %(grid)s)"
REFUSED = {
    "the lead answers for who was asked": (
        "coordinator",
        f"UPDATE casework_request SET status = 'answered', settled_at = now() WHERE {OPEN}",
    ),
    "the lead writes a ground to decline": (
        "coordinator",
        f"UPDATE casework_request SET decline_reason = 'x' WHERE {OPEN}",
    ),
    "who was asked takes more time": (
        "grid",
        f"UPDATE casework_request SET due_at = due_at + interval '1 day' WHERE {OPEN}",
    ),
    "who was asked closes the round": (
        "grid",
        f"UPDATE casework_request SET status = 'overtaken' WHERE {OPEN}",
    ),
    "the lead asks itself for more time": (
        "coordinator",
        f"""INSERT INTO casework_extension (request_id, until, reason, status, asked_at)
            SELECT id, now(), 'x', 'granted', now() FROM casework_request WHERE {OPEN}""",
    ),
    "a commitment that is accepted already": (
        "coordinator",
        f"""INSERT INTO casework_commitment (case_id, party_id, text, due_on, status,
                proposed_by_id, proposed_at)
            VALUES ({CASE_OF}, %(grid)s, 'x', now(), 'accepted', %(membership)s, now())""",
    ),
    "a decision by who does not lead": (
        "grid",
        f"""INSERT INTO casework_decision (case_id, step, kind, organisation_id, decided_by_id,
                decided_at, outcome, contribution_id)
            VALUES ({CASE_OF}, 'x:1', 'ruling', %(grid)s, %(membership)s, now(), 'x',
                gen_random_uuid())""",
    ),
}
UNSEEN = {
    "a partner moves the case": (
        "grid",
        "UPDATE casework_case SET stage = 'intake' WHERE reference = %(case)s",
    ),
    "who was asked grants its own time": (
        "grid",
        """UPDATE casework_extension SET status = 'granted', settled_at = now()
           WHERE request_id IN (SELECT id FROM casework_request WHERE asked_id = %(grid)s)""",
    ),
}


def _run(statement: str, actor: Actor, dossier: Dossier, cast: Cast) -> int:
    values: dict[str, Any] = {
        "case": dossier.asking.reference,
        "grid": cast.grid.organisation_id,
        "membership": actor.membership.pk,
    }
    with acting_as(actor), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


@pytest.mark.parametrize(("name", "statement"), REFUSED.values(), ids=list(REFUSED))
def test_it_refuses_the_part_of_another(
    name: str, statement: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    with pytest.raises(DatabaseError, match=r"row-level security|may do this to a request"):
        _run(statement, getattr(cast, name), dossier, cast)


@pytest.mark.parametrize(("name", "statement"), UNSEEN.values(), ids=list(UNSEEN))
def test_it_finds_nothing_to_change(
    name: str, statement: str, dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    assert _run(statement, getattr(cast, name), dossier, cast) == 0
