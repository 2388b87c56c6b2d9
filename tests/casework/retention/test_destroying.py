"""What is due goes when two approved it: row, files and payloads; a tombstone is left."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework import access
from casework.models import (
    Case,
    Contribution,
    DestructionLine,
    DestructionList,
    Document,
    FileRemoval,
    Subject,
)
from casework.retention import destroying, lists
from casework.retention.due import due
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, Payload
from partners.refusals import Conflict, Destroyed, Hidden, Refused
from tests.casework.retention.conftest import approve, propose
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def stored(files: Path) -> list[Path]:
    return [one for one in files.rglob("*") if one.is_file()]


def results(found: DestructionList, by: Actor) -> set[str]:
    with acting_as(by):
        rows = DestructionLine.objects.filter(listing=found)
        return set(rows.values_list("result", flat=True))


def test_all_of_it_goes_and_a_tombstone_is_left(
    case: Case, cast: Cast, fg: Actor, files: Path
) -> None:
    with acting_as(cast.police):
        document = Document.objects.get(contribution__case=case)
        contribution = document.contribution_id
    assert len(stored(files)) == 1
    listing = propose(cast.police)
    assert results(listing, fg) == {"open"}
    approve(listing, fg)
    count = destroying.destroy_all(timezone.now())
    assert count == len(_lines(listing, fg)) > 1
    assert stored(files) == []
    with acting_as(cast.police):
        assert not Contribution.objects.filter(case=case).exists()
        assert not Subject.objects.filter(case=case).exists()
        assert not FileRemoval.objects.exists()
        for fetch, key in (
            (access.contribution, contribution),
            (access.document, document.pk),
        ):
            with pytest.raises(Destroyed, match="Wpg art"):
                fetch(cast.police, key)
        assert access.case(cast.police, case.reference).pk == case.pk
    with acting_as(cast.coordinator), pytest.raises(Hidden):
        access.contribution(cast.coordinator, contribution)
    line = next(one for one in _lines(listing, fg) if one.object_id == str(contribution))
    assert (line.result, line.information_class, line.case_reference) == (
        *("destroyed", "P", case.reference),
    )
    assert f"document:{document.pk}" in line.part_keys


def test_a_round_that_fails_to_forget_leaves_no_file(
    case: Case, cast: Cast, fg: Actor, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise DatabaseError("not now")

    monkeypatch.setattr(destroying, "forget_lapsed", fail)
    approve(propose(cast.police), fg)
    assert len(stored(files)) == 1
    with pytest.raises(DatabaseError, match="not now"):
        destroying.destroy_all(timezone.now())
    assert stored(files) == []


def test_payloads_go_and_their_hashes_stay(case: Case, cast: Cast, fg: Actor) -> None:
    def payloads() -> int:
        with acting_as(fg):
            entries = Entry.objects.filter(case_reference=case.reference).exclude(payload_hash="")
            kept = Payload.objects.filter(entry__case_reference=case.reference)
            assert entries.count() > 0
            return kept.count()

    assert payloads() > 0
    approve(listing := propose(cast.police), fg)
    destroying.destroy_all(timezone.now())
    assert results(listing, fg) == {"destroyed"}
    assert payloads() == 0


def test_nothing_goes_before_it_is_approved(case: Case, cast: Cast, fg: Actor) -> None:
    listing = propose(cast.police)
    assert destroying.destroy_all(timezone.now()) == 0
    approve(listing, fg, is_approved=False)
    assert destroying.destroy_all(timezone.now()) == 0
    assert results(listing, fg) == {"refused"}
    with acting_as(cast.police):
        assert Contribution.objects.filter(case=case).exists()
    approve(propose(cast.police), fg)
    assert destroying.destroy_all(timezone.now()) > 0


def test_who_proposed_approves_nothing(case: Case, cast: Cast, fg: Actor) -> None:
    listing = propose(cast.police)
    for other in (cast.police, cast.second_police, cast.coordinator, actor_of("fg.oss")):
        with pytest.raises((Refused, DestructionList.DoesNotExist)):
            approve(listing, other)
    with acting_as(fg), pytest.raises(Refused):
        lists.propose(items=[], actor=fg, at=timezone.now())
    approve(listing, fg)
    with pytest.raises(Refused, match="al beslist"):
        approve(listing, fg)


def test_what_stands_on_a_list_is_not_proposed_again(case: Case, cast: Cast) -> None:
    with acting_as(cast.police):
        items = due(cast.police, timezone.localdate())
        lists.propose(items=items, actor=cast.police, at=timezone.now())
        assert due(cast.police, timezone.localdate()) == []
        with pytest.raises(Conflict):
            lists.propose(items=items, actor=cast.police, at=timezone.now())


def test_a_second_round_finds_nothing_to_do(case: Case, cast: Cast, fg: Actor) -> None:
    approve(propose(cast.police), fg)
    first = destroying.destroy_all(timezone.now())
    assert first > 0
    assert destroying.destroy_all(timezone.now()) == 0
    with acting_as(fg):
        told = Entry.objects.filter(action="destruction.destroyed")
        assert told.count() == first


def test_raw_sql_destroys_nothing_that_was_not_approved(case: Case, cast: Cast, fg: Actor) -> None:
    listing = propose(cast.police)
    line = _lines(listing, fg)[0]
    with acting_as(cast.police), connection.cursor() as cursor:
        cursor.execute("SELECT casework_destroy(%s)", [line.pk])
        assert cursor.fetchone() == ("",)
    with (
        acting_as(cast.police),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM casework_contribution WHERE case_id = %s", [case.pk])


def test_nobody_signs_for_another(case: Case, cast: Cast, fg: Actor) -> None:
    sign = (
        "UPDATE casework_destructionlist SET decided_by_id = %s, decided_at = now() WHERE id = %s"
    )
    listing = propose(cast.police)
    with acting_as(cast.police), connection.cursor() as cursor:
        cursor.execute(sign, [fg.membership.pk, listing.pk])
        assert cursor.rowcount == 0, "the wall lets the privacy officer alone sign"
    with (
        acting_as(fg),
        pytest.raises(DatabaseError, match="for oneself"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sign, [cast.police.membership.pk, listing.pk])


def _lines(listing: DestructionList, by: Actor) -> list[DestructionLine]:
    with acting_as(by):
        return list(DestructionLine.objects.filter(listing=listing))
