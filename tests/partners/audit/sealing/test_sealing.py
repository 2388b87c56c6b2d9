"""Each committed entry gets the next number of its log, once, whoever seals and whatever fails."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from config.database_roles import Connection
from partners.audit.keyring import Keyring
from partners.audit.models import Checkpoint, TrailEntry
from partners.audit.proof.paths import (
    consistency_path,
    inclusion_path,
    is_consistent,
    is_included,
)
from partners.audit.proof.tree import root_of
from partners.audit.sealing import BATCH, Sealer
from partners.audit.stored_tree import StoredTree
from tests.cast import Cast
from tests.isolation.lasting import without_the_second_wall
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.conftest import Seal
from tests.partners.audit.sealing.stored import require_sound

AsSealer = Callable[[], Any]


def numbers(owner: Connection, organisation: int) -> list[int | None]:
    found = owner.execute(
        "SELECT seq FROM audit_trailentry WHERE organisation_id = %s ORDER BY seq", [organisation]
    )
    return [seq for (seq,) in found.fetchall()]


def test_each_log_is_numbered_from_zero_without_a_gap(
    cast: Cast, seal: Seal, owner: Connection
) -> None:
    oss, police = cast.coordinator.organisation_id, cast.police.organisation_id
    an_entry(cast.police, touched=[oss])
    an_entry(cast.coordinator)
    assert seal() == 3
    an_entry(cast.police, touched=[oss])
    an_entry(cast.coordinator, touched=[police])
    assert seal() == 4
    assert seal() == 0
    assert numbers(owner, oss) == [0, 1, 2, 3]
    assert numbers(owner, police) == [0, 1, 2]
    assert require_sound(oss) == 4
    assert require_sound(police) == 3


def test_what_is_not_committed_waits_and_nothing_of_it_is_left_when_undone(
    cast: Cast, seal: Seal, owner: Connection
) -> None:
    oss = cast.coordinator.organisation_id
    with transaction.atomic():
        an_entry(cast.coordinator)
        transaction.set_rollback(True)
    an_entry(cast.coordinator)
    assert seal() == 1
    assert numbers(owner, oss) == [0]


def test_the_name_of_a_log_is_given_once(cast: Cast, seal: Seal, as_sealer: AsSealer) -> None:
    an_entry(cast.coordinator)
    seal()
    an_entry(cast.coordinator)
    with as_sealer():
        moved = Keyring("of-the-tests-and-of-nothing-else-at-all", host="elsewhere.example")
        Sealer(moved).seal(at=timezone.now())
    with without_the_second_wall():
        names = {
            note.partition("\n")[0] for note in Checkpoint.objects.values_list("note", flat=True)
        }
    assert names == {f"schakelpunt.example/auditspoor/{cast.coordinator.organisation.code}"}


def test_any_root_and_any_proof_comes_from_what_is_stored(cast: Cast, seal: Seal) -> None:
    """Through a subtree of 256, with a sealer that remembers and with one that does not."""
    oss = cast.coordinator.organisation_id
    for number in (255, 1, 1, 300):
        many_entries(cast.coordinator, number)
        assert seal() == number
    assert require_sound(oss) == 557
    with without_the_second_wall():
        kept = TrailEntry.objects.filter(organisation=oss).order_by("seq")
        leaves = [bytes(leaf) for leaf in kept.values_list("leaf_hash", flat=True) if leaf]
        complete = StoredTree(oss).complete
        for size in (1, 255, 256, 257, 511, 512, 557):
            root = root_of(leaves[:size])
            for index in {0, size // 2, size - 1}:
                path = inclusion_path(complete, index, size)
                assert is_included(leaves[index], index, size, path, root)
            for old in {0, 1, size // 3, size}:
                path = consistency_path(complete, old, size)
                assert is_consistent(old, root_of(leaves[:old]), size, root, path)


def test_a_sealer_that_remembers_goes_on_where_another_has_sealed(
    cast: Cast, seal: Seal, keyring: Keyring
) -> None:
    one, other = Sealer(keyring), Sealer(keyring)
    for sealer in (one, other, one, one, other):
        many_entries(cast.coordinator, 3)
        assert seal(sealer) == 3
    assert require_sound(cast.coordinator.organisation_id) == 15


def test_more_than_one_batch_is_sealed_in_turns(cast: Cast, seal: Seal) -> None:
    many_entries(cast.coordinator, BATCH + 5)
    assert [seal(), seal(), seal()] == [BATCH, 5, 0]
    assert require_sound(cast.coordinator.organisation_id) == BATCH + 5


def test_several_sealers_at_once_number_without_gap_or_double(
    cast: Cast, seal: Seal, keyring: Keyring, as_sealer: AsSealer, owner: Connection
) -> None:
    """While entries go on being written, and each sealer keeps what it remembers."""
    sealed: list[int] = []
    until, ready = threading.Event(), threading.Barrier(4, timeout=60)

    def work() -> None:
        sealer = Sealer(keyring)
        try:
            connection.ensure_connection()
            ready.wait()
            while True:
                is_over = until.is_set()
                sealed.append(sealer.seal(at=timezone.now()))
                if is_over and not sealed[-1]:
                    return
        finally:
            connection.close()

    with as_sealer():
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        ready.wait()
    try:
        for _ in range(15):
            many_entries(cast.coordinator, 4)
            an_entry(cast.police, touched=[cast.coordinator.organisation_id])
    finally:
        until.set()
        for thread in threads:
            thread.join(timeout=60)
    assert sum(sealed) == 15 * 6
    assert require_sound(cast.coordinator.organisation_id) == 75
    assert require_sound(cast.police.organisation_id) == 15


@pytest.mark.parametrize("table", ["audit_trailentry", "audit_treenode", "audit_checkpoint"])
def test_a_failure_halfway_leaves_nothing_of_the_batch(
    cast: Cast, seal: Seal, owner: Connection, keyring: Keyring, table: str
) -> None:
    oss = cast.coordinator.organisation_id
    many_entries(cast.coordinator, 250)
    sealer = Sealer(keyring)
    seal(sealer)
    many_entries(cast.coordinator, 20)
    owner.execute(
        f"""CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no more room'; END $$;
            CREATE TRIGGER fails AFTER INSERT OR UPDATE ON {table}
                EXECUTE FUNCTION fails()""".encode()
    )
    try:
        with pytest.raises(Exception, match="no more room"):
            seal(sealer)
    finally:
        owner.execute("DROP FUNCTION fails() CASCADE")
    assert require_sound(oss) == 250
    assert seal(sealer) == 20
    assert require_sound(oss) == 270
