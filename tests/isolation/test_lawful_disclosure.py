"""What the law keeps from being disclosed the database keeps as well, whoever writes the row."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast, actor_of
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db

INSERT = """INSERT INTO casework_disclosure (id, case_id, contribution_id, sender_id, receiver_id,
        receiver_ids, purpose, sender_ground_id, receiver_ground_id, necessity, conditions,
        may_disclose_onward, given_by_id, given_at, weighing_id, consent_id, arrangement_id)
    SELECT gen_random_uuid(), o.case_id, o.id, o.organisation_id, %(receiver)s, '{}', %(purpose)s,
        (SELECT id FROM partners_ground WHERE code = %(ground)s),
        (SELECT id FROM partners_ground WHERE code = 'avg-6-1-e'), 'x', '', false, %(person)s,
        now(), %(weighing)s, %(consent)s, %(arrangement)s
    FROM casework_contribution o
    WHERE o.case_id = %(case)s AND o.organisation_id = %(sender)s AND o.kind = %(kind)s"""
WEIGHING = """INSERT INTO casework_weighing (id, case_id, organisation_id, receiver_id,
        contribution_id, outcome, ground_id, necessity, proportionality, subsidiarity, reason,
        decided_by_id, decided_at)
    SELECT gen_random_uuid(), o.case_id, o.organisation_id, %(receiver)s, o.id, %(outcome)s,
        (SELECT id FROM partners_ground WHERE code = %(ground)s), 'x', 'x', 'x', 'x',
        %(membership)s, now()
    FROM casework_contribution o
    WHERE o.case_id = %(case)s AND o.organisation_id = %(sender)s AND o.kind = 'answer'
    RETURNING id"""


def give(actor: Actor, dossier: Dossier, **changes: Any) -> int:
    """One row more, as raw SQL writes it; what is undone at the end of the test."""
    with acting_as(actor), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(INSERT, _values(actor, dossier) | changes)
        found = int(cursor.rowcount)
        transaction.set_rollback(True)
    return found


def _values(actor: Actor, dossier: Dossier) -> dict[str, Any]:
    return {
        "case": dossier.settled.pk,
        "sender": actor.organisation_id,
        "receiver": Cast().landlord.organisation_id,
        "person": actor.person.pk,
        "membership": actor.membership.pk,
        "purpose": "Gezamenlijk optreden",
        "kind": "report",
        "ground": "wpg-16-1-c",
        "outcome": "given",
        **dict.fromkeys(("weighing", "consent", "arrangement")),
    }


def test_what_is_blocked_is_given_by_no_statement(dossier: Dossier, cast: Cast) -> None:
    """`visit` of one case is blocked, and nothing in the other."""
    free = {"kind": "visit", "case": dossier.settled.pk}
    assert give(cast.police, dossier, **free) == 1
    with pytest.raises(DatabaseError, match="row-level security"):
        give(cast.police, dossier, **free | {"case": dossier.asking.pk})


def test_the_owner_gives_it_no_more_than_the_web(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    given = _values(cast.police, dossier) | {"kind": "visit", "case": dossier.asking.pk}
    with pytest.raises(Exception, match="row-level security"):
        owner.execute(INSERT.encode(), given)


def test_what_was_withdrawn_is_given_back_by_no_update(dossier: Dossier, cast: Cast) -> None:
    """Nor by its sender, who may withdraw it."""
    statement = """UPDATE casework_disclosure SET withdrawn_at = %s
        WHERE case_id = %s AND sender_id = %s AND withdrawn_at IS NULL RETURNING id"""
    again = "UPDATE casework_disclosure SET withdrawn_at = %s WHERE id = ANY(%s)"
    now = timezone.now()
    with acting_as(cast.police), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [now, dossier.settled.pk, cast.police.organisation_id])
        withdrawn = [row[0] for row in cursor.fetchall()]
        assert withdrawn
        for moment in (None, now - timedelta(days=1), now + timedelta(days=1)):
            with pytest.raises(DatabaseError, match="stays withdrawn"), transaction.atomic():
                cursor.execute(again, [moment, withdrawn])
        transaction.set_rollback(True)


def test_only_politie_and_om_block_and_only_their_own(dossier: Dossier, cast: Cast) -> None:
    statement = """INSERT INTO casework_blockade (case_id, contribution_id, organisation_id,
            reason, set_by_id, set_at, lift_reason)
        SELECT case_id, id, %(by)s, 'x', %(membership)s, now(), '' FROM casework_contribution
        WHERE case_id = %(case)s AND organisation_id = %(of)s AND kind = %(kind)s LIMIT 1"""
    given: dict[str, Any] = {"case": dossier.settled.pk}
    for name, kind, is_let in (
        ("police", "report", True),
        ("prosecutor", "answer", True),
        ("coordinator", "weighing", False),
        ("grid", "answer", False),
    ):
        by = getattr(cast, name)
        of = by.organisation_id
        values = given | {"by": of, "of": of, "kind": kind, "membership": by.membership.pk}
        with acting_as(by), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM casework_contribution WHERE case_id = %(case)s"
                " AND organisation_id = %(of)s AND kind = %(kind)s",
                values,
            )
            there = cursor.fetchone()[0]
            if is_let:
                cursor.execute(statement, values)
                assert cursor.rowcount == 1, name
            elif there:
                with pytest.raises(DatabaseError, match="row-level security"):
                    cursor.execute(statement, values)
            transaction.set_rollback(True)


def test_a_blockade_is_there_for_its_own_organisation_alone(dossier: Dossier, cast: Cast) -> None:
    found = {}
    for name in ("police", "second_police", "coordinator", "prosecutor", "grid", "stranger"):
        with acting_as(getattr(cast, name)), connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM casework_blockade WHERE case_id = %s", [dossier.asking.pk]
            )
            found[name] = cursor.fetchone()[0]
    assert {name for name, number in found.items() if number} == {"police", "second_police"}


def _weigh(actor: Actor, dossier: Dossier, **changes: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(WEIGHING, _values(actor, dossier) | {"ground": "wjsg-39f-1-d"} | changes)
        return cursor.fetchone()[0]


def test_class_j_is_given_by_no_formule_and_no_statement_without_a_weighing(
    dossier: Dossier, cast: Cast
) -> None:
    om, of_om = cast.prosecutor, {"kind": "answer", "ground": "wjsg-39f-1-d"}
    for ground in ("wjsg-39f-1-d", "avg-6-1-e"):
        with pytest.raises(DatabaseError, match="weighed no such"):
            give(om, dossier, **of_om | {"ground": ground})
    with acting_as(om), transaction.atomic():
        weighed = _weigh(om, dossier)
        with connection.cursor() as cursor:
            cursor.execute(INSERT, _values(om, dossier) | of_om | {"weighing": weighed})
            assert cursor.rowcount == 1
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"outcome": "refused"},
        {"outcome": "contra"},
        {"ground": "wjsg-39f-1-b"},
        {"receiver": "grid"},
    ],
)
def test_a_weighing_carries_what_it_was_made_for_and_nothing_else(
    otherwise: dict[str, Any], dossier: Dossier, cast: Cast
) -> None:
    om, of_om = cast.prosecutor, {"kind": "answer", "ground": "wjsg-39f-1-d"}
    if "receiver" in otherwise:
        otherwise = {"receiver": cast.grid.organisation_id}
    with acting_as(om), transaction.atomic():
        weighed = _weigh(om, dossier, **otherwise)
        with (
            pytest.raises(DatabaseError, match="weighed no such"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(INSERT, _values(om, dossier) | of_om | {"weighing": weighed})
        transaction.set_rollback(True)


def test_wjsg_39f_is_the_ground_of_the_om_alone(dossier: Dossier, cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="39f"):
        give(cast.police, dossier, ground="wjsg-39f-1-b")


def test_on_wpg_19_nothing_goes_without_consent(dossier: Dossier, cast: Cast) -> None:
    with pytest.raises(DatabaseError, match="authority agreed"):
        give(cast.police, dossier, ground="wpg-19")
    with acting_as(cast.police), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM casework_consent WHERE status = 'asked' LIMIT 1")
        (asked,) = cursor.fetchone()
    with pytest.raises(DatabaseError, match="authority agreed"):
        give(cast.police, dossier, ground="wpg-19", consent=asked)


def test_who_asks_does_not_consent(dossier: Dossier, cast: Cast) -> None:
    agree = """UPDATE casework_consent SET status = 'granted', decided_by_id = %s,
        decided_at = now(), reason = 'x' WHERE case_id = %s AND status = 'asked'"""
    changed = {}
    for name in ("police", "coordinator", "prosecutor"):
        actor = getattr(cast, name)
        with acting_as(actor), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(agree, [actor.membership.pk, dossier.asking.pk])
            changed[name] = cursor.rowcount
            transaction.set_rollback(True)
    assert changed == {"police": 0, "coordinator": 1, "prosecutor": 0}


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({"purpose": "Iets anders"}, False),
        ({"receiver": "grid"}, False),
        ({"ground": "wpg-20"}, False),
        ({"arrangement": None}, False),
    ],
)
def test_what_leans_on_an_arrangement_fits_it(
    changes: dict[str, Any], fits: bool, dossier: Dossier, cast: Cast
) -> None:
    """That of politie is for class P, Oss, and Bpg 4:3 lid 7."""
    with acting_as(cast.police), connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM casework_arrangement WHERE organisation_id = %s",
            [cast.police.organisation_id],
        )
        (arrangement,) = cursor.fetchone()
    given = {
        "receiver": cast.coordinator.organisation_id,
        "ground": "wpg-18-bpg-4-3-7",
        "arrangement": arrangement,
        "kind": "visit",
        **changes,
    }
    if given["receiver"] == "grid":
        given["receiver"] = cast.grid.organisation_id
    if fits:
        assert give(cast.police, dossier, **given) == 1
    else:
        with pytest.raises(DatabaseError, match="no arrangement fits"):
            give(cast.police, dossier, **given)


def test_only_keepers_write_arrangements_and_only_their_own(dossier: Dossier, cast: Cast) -> None:
    end = "UPDATE casework_arrangement SET end_reason = 'x', ended_by_id = %s"
    changed = {}
    for actor in (actor_of("fg.politie"), cast.police, actor_of("fg.oss"), actor_of("fg.om")):
        with acting_as(actor), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(end, [actor.membership.pk])
            changed[str(actor.membership)] = cursor.rowcount
            transaction.set_rollback(True)
    assert list(changed.values()) == [1, 0, 0, 0]
