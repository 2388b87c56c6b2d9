"""Partners keep each other's checkpoints: growth holds, and a rewrite or a shorter log is told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from config.database_roles import Connection
from partners.acting import acting_as
from partners.audit import witnessing
from partners.audit.keyring import Keyring
from partners.audit.models import WitnessedLog
from partners.audit.sealing import Sealer
from tests.cast import Cast, actor_of
from tests.isolation.lasting import without_the_second_wall
from tests.partners.audit.entries import many_entries
from tests.partners.audit.sealing.conftest import SECRET, Seal
from tests.partners.audit.sealing.edits import EDITS, REWRITE
from tests.partners.audit.sealing.pair import SEAL_ANEW, Pair, entries_of, told


def test_honest_growth_holds(pair: Pair, cast: Cast, seal: Seal) -> None:
    first = pair.looks()
    many_entries(cast.coordinator, 321)
    seal()
    second = pair.looks()
    third = pair.looks()
    assert first is not None
    assert second is not None
    assert third is not None
    assert (first.size, second.size, third.size) == (400, 721, 721)
    assert (first.why_not, second.why_not, third.why_not) == ("", "", "")
    assert second.note.startswith("schakelpunt.example/auditspoor/GM0828\n721\n")
    assert told(pair.witness) == told(pair.oss) == []


def test_a_rewrite_with_the_triggers_put_aside_is_told_to_both(
    pair: Pair, cast: Cast, seal: Seal
) -> None:
    """Consistent in itself, sealed anew with the true key: its own folder would verify."""
    pair.looks()
    pair.tampers(REWRITE)
    many_entries(cast.coordinator, 10)
    seal()
    found = pair.looks()
    assert found is not None
    assert found.why_not == (
        "Bij 400 regels hoort nu een andere wortel: het spoor is voor volgnummer 400 herschreven."
    )
    assert (found.size, found.seen_size) == (400, 410)
    assert told(pair.witness) == told(pair.oss) == ["/auditspoor/checkpoint"]
    assert entries_of(pair.witness) == entries_of(pair.oss) == ["GM0828"]

    pair.looks()
    assert told(pair.witness) == ["/auditspoor/checkpoint"]


def test_a_log_that_was_cut_off_is_told(pair: Pair, cast: Cast, seal: Seal) -> None:
    pair.looks()
    pair.tampers(f"{EDITS['truncation']};{SEAL_ANEW}")
    seal()
    found = pair.looks()
    assert found is not None
    assert found.why_not == (
        "Het spoor telde 400 regels en telt er nu 137: vanaf volgnummer 137 is afgekapt."
    )
    assert told(pair.oss) == ["/auditspoor/checkpoint"]


def test_a_log_without_checkpoints_is_told(pair: Pair) -> None:
    pair.looks()
    pair.tampers("DELETE FROM audit_checkpoint WHERE organisation_id = %(log)s")
    found = pair.looks()
    assert found is not None
    assert found.why_not == "Het spoor heeft geen controlepunt meer."
    assert told(pair.witness) == ["/auditspoor/checkpoint"]


def test_hashes_that_are_gone_are_told(pair: Pair, cast: Cast, seal: Seal) -> None:
    pair.looks()
    many_entries(cast.coordinator, 10)
    seal()
    pair.tampers("DELETE FROM audit_trailentry WHERE seq = 399 AND organisation_id = %(log)s")
    found = pair.looks()
    assert found is not None
    assert "er ontbreken vingerafdrukken" in found.why_not


@pytest.mark.parametrize("vouches", [True, False])
def test_another_key_holds_only_beside_the_one_that_was_kept(
    pair: Pair, cast: Cast, as_sealer: Callable[[], Any], vouches: bool
) -> None:
    pair.looks()
    other = Keyring("o" * 40, previous=SECRET if vouches else "", host="schakelpunt.example")
    many_entries(cast.coordinator, 1)
    with as_sealer():
        Sealer(other, takes_new_key=not vouches).seal(at=timezone.now())
    found = pair.looks()
    assert found is not None
    assert found.why_not == ("" if vouches else witnessing.OTHER_KEY)
    assert len(found.verifiers.splitlines()) == (2 if vouches else 1)


def test_a_partner_of_another_region_sees_no_hash(pair: Pair, owner: Connection) -> None:
    far = owner.execute(
        """SELECT id FROM partners_organisation WHERE id NOT IN (
               SELECT organisation_id FROM partners_servicearea WHERE region_id IN (
                   SELECT region_id FROM partners_servicearea WHERE organisation_id = %s))
           LIMIT 1""",
        [pair.log.pk],
    ).fetchone()
    assert far is not None
    seen = []
    for organisation in (pair.witness.organisation_id, far[0]):
        with acting_as(pair.witness), connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('app.trail_organisation', %s, true)", [str(organisation)]
            )
            cursor.execute("SELECT count(*) FROM audit_partner_head(%s)", [pair.log.pk])
            head = cursor.fetchone()
            cursor.execute(
                "SELECT count(*) FROM audit_partner_hashes(%s, 0, 0, 400)", [pair.log.pk]
            )
            seen.append((head[0], cursor.fetchone()[0]))
    assert seen == [(1, 400), (0, 0)]


def test_each_sees_what_it_keeps_and_what_others_keep_of_it(pair: Pair, cast: Cast) -> None:
    pair.looks()
    for actor, expected in (
        (pair.witness, 1),
        (pair.oss, 1),
        (actor_of("iv.meierijstad"), 0),
        (cast.coordinator, 0),
    ):
        with acting_as(actor):
            assert witnessing.visible_to(actor).count() == expected
    with acting_as(cast.stranger):
        assert WitnessedLog.objects.count() == 0
    assert WitnessedLog.objects.count() == 0


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_witnessedlog SET size = size - 1",
        "UPDATE audit_witnessedlog SET root = decode(repeat('00', 32), 'hex')",
        "DELETE FROM audit_witnessedlog",
        "UPDATE audit_witnessedlog SET log_id = witness_id",
    ],
)
def test_what_was_kept_stays_kept(pair: Pair, change: str) -> None:
    pair.looks()
    with acting_as(pair.witness), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(change)
    why = r"stays kept|append-only|witness_of"
    with without_the_second_wall(), pytest.raises(DatabaseError, match=why):
        connection.cursor().execute(change)
