# ruff: noqa: S608  statements of this file alone
"""The database itself keeps asker and holder of a disclosure request to their own part."""

from typing import Any

import pytest
from django.db import DatabaseError, connection

from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.cast import Cast
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db

CASE = "(SELECT id FROM casework_case WHERE reference = %(case)s)"
ASKED = f"""id = (SELECT id FROM casework_disclosurerequest
    WHERE case_id = {CASE} AND holder_id = %(police)s)"""
ASKED_BACK = f"""id = (SELECT id FROM casework_disclosurerequest
    WHERE case_id = {CASE} AND asker_id = %(police)s)"""
DECIDED = "decided_at = now(), decided_by_id = %(membership)s"
INSERT = f"""INSERT INTO casework_disclosurerequest (id, case_id, asker_id, holder_id,
        contribution_id, about, purpose, receiver_ground_id, necessity, receiver_ids, asked_by_id,
        asked_at, first_due_at, due_at, status, refusal_ground, reason)
    VALUES (gen_random_uuid(), {CASE}, %(asker)s, %(holder)s, %(thing)s, 'x', 'x', %(ground)s, 'x',
        '{{}}', %(membership)s, now(), now(), now(), 'open', '', '')"""

REFUSED = {
    "the asker decides": (
        "prosecutor",
        f"""UPDATE casework_disclosurerequest SET status = 'refused', {DECIDED},
            refusal_ground = 'purpose' WHERE {ASKED}""",
    ),
    "the holder withdraws it": (
        "police",
        f"UPDATE casework_disclosurerequest SET status = 'withdrawn', {DECIDED} WHERE {ASKED}",
    ),
    "the holder takes more time": (
        "police",
        f"UPDATE casework_disclosurerequest SET due_at = now() + interval '99 days' WHERE {ASKED}",
    ),
    "the asker takes more than the pause": (
        "police",
        f"""UPDATE casework_disclosurerequest SET status = 'open', paused_at = NULL,
            due_at = due_at + interval '9 days' WHERE {ASKED_BACK}""",
    ),
    "the holder answers its own question": (
        "coordinator",
        f"""UPDATE casework_disclosurerequest SET status = 'open', paused_at = NULL
            WHERE {ASKED_BACK}""",
    ),
    "another's disclosure as the answer": (
        "police",
        f"""UPDATE casework_disclosurerequest SET status = 'given', {DECIDED}, disclosure_id =
            (SELECT id FROM casework_disclosure WHERE receiver_id = %(police)s LIMIT 1)
            WHERE {ASKED}""",
    ),
    "in another's name": ("grid", INSERT),
    "of who is no party": ("prosecutor", INSERT.replace("%(holder)s", "%(stranger)s")),
    "of the third by who knows only the lead": ("landlord", INSERT),
    "the asker asks back": (
        "prosecutor",
        f"""INSERT INTO casework_disclosurequestion
                (request_id, text, asked_by_id, asked_at, answer)
            SELECT id, 'x', %(membership)s, now(), '' FROM casework_disclosurerequest
            WHERE {ASKED}""",
    ),
}


def _run(statement: str, actor: Actor, dossier: Dossier, cast: Cast, **given: Any) -> int:
    values: dict[str, Any] = {
        "case": dossier.asking.reference,
        "police": cast.police.organisation_id,
        "stranger": cast.stranger.organisation_id,
        "asker": actor.organisation_id if actor != cast.grid else cast.prosecutor.organisation_id,
        "holder": cast.police.organisation_id,
        "thing": None,
        "ground": Ground.objects.get(code="avg-6-1-e").pk,
        "membership": actor.membership.pk,
        **given,
    }
    with acting_as(actor), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


@pytest.mark.parametrize(("name", "statement"), REFUSED.values(), ids=list(REFUSED))
def test_it_refuses_the_part_of_another(
    name: str, statement: str, dossier: Dossier, cast: Cast
) -> None:
    with pytest.raises(DatabaseError):
        _run(statement, getattr(cast, name), dossier, cast)


def test_it_lets_each_do_its_own_part(dossier: Dossier, cast: Cast) -> None:
    """The same statements, by whose part they are."""
    assert _run(INSERT, cast.prosecutor, dossier, cast) == 1
    lets_in = INSERT.replace("%(holder)s", str(cast.coordinator.organisation_id))
    assert _run(lets_in, cast.landlord, dossier, cast) == 1
    refuse = REFUSED["the asker decides"][1].replace(
        ASKED, f"{ASKED} AND status IN ('open', 'authority')"
    )
    only = refuse.replace("= (SELECT", "IN (SELECT")
    assert _run(only, cast.police, dossier, cast) == 2
    with pytest.raises(DatabaseError, match="decided"):
        _run(only.replace(" AND status IN ('open', 'authority')", ""), cast.police, dossier, cast)


def test_one_cannot_ask_for_what_the_holder_does_not_have(dossier: Dossier, cast: Cast) -> None:
    """Nor learn by asking what there is: another's contribution and none at all answer alike."""
    with acting_as(cast.coordinator), connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM casework_contribution WHERE organisation_id = %s LIMIT 1",
            [cast.coordinator.organisation_id],
        )
        (of_oss,) = cursor.fetchone()
    for thing in (of_oss, "00000000-0000-4000-8000-000000000000"):
        with pytest.raises(DatabaseError, match="row-level security"):
            _run(INSERT, cast.prosecutor, dossier, cast, thing=thing)


def test_who_has_the_overview_is_told_that_there_is_something_and_no_more(
    dossier: Dossier, cast: Cast
) -> None:
    told = {}
    for name in ("prosecutor", "police", "grid", "stranger", "secretary", "privacy_officer"):
        with acting_as(getattr(cast, name)), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM casework_undisclosed(%s)", [dossier.asking.pk])
            told[name] = cursor.fetchall()
            columns = [one.name for one in cursor.description]
    assert columns == ["contribution_id", "subject_id", "organisation_id", "made_at"]
    assert {name for name, rows in told.items() if rows} == {"prosecutor", "police"}
    assert cast.police.organisation_id not in {row[2] for row in told["police"]}


def test_of_named_classes_and_restricted_cases_only_the_cleared_are_told(
    dossier: Dossier, cast: Cast
) -> None:
    for case, by in (
        (dossier.restricted, ("police", "second_police")),
        (dossier.named, ("police", "second_police")),
    ):
        told = []
        for name in by:
            with acting_as(getattr(cast, name)), connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM casework_undisclosed(%s)", [case.pk])
                told.append(cursor.fetchone()[0])
        assert told[0] >= told[1]
        if case == dossier.restricted:
            assert told[0] > 0
            assert told[1] == 0
