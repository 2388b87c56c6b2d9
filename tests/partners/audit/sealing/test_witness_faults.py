"""A log that is garbled or a trail that takes no entry keeps no other log from being looked at."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection

import notifications.checkpoints.jobs as nightly
from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit import witnessing
from partners.audit.models import WitnessedLog
from partners.audit.proof.checkpoints import LARGEST, Checkpoint
from partners.audit.proof.notes import SigningKey, sign
from tests.cast import Cast, actor_of
from tests.isolation.refusing_trail import by_a_trigger
from tests.partners.audit.entries import many_entries
from tests.partners.audit.sealing.conftest import SECRET, Seal
from tests.partners.audit.sealing.edits import REWRITE
from tests.partners.audit.sealing.pair import Pair, entries_of, told

ORIGIN = "schakelpunt.example/auditspoor/GM0828"
CHECKPOINT = "UPDATE audit_checkpoint SET note = {} WHERE organisation_id = %(log)s"
KEY = "UPDATE audit_sealkey SET verifier = {} WHERE organisation_id = %(log)s"
TOO_LARGE = sign(Checkpoint(ORIGIN, LARGEST + 1, bytes(32)).text, [SigningKey(SECRET, ORIGIN)])
GARBLED = {
    "a key that is none": KEY.format("'sleutel'"),
    "a key that is cut off": KEY.format("left(verifier, -8)"),
    "a key of another kind": KEY.format(r"regexp_replace(verifier, '\+A([^+]*)$', '+B\1')"),
    "a key that is empty": KEY.format("''"),
    "a signature that is none": CHECKPOINT.format("left(note, -30) || E'\\n'"),
    "a signature that is no base64": CHECKPOINT.format("left(note, -4) || E'é==\\n'"),
    "no signature at all": CHECKPOINT.format("split_part(note, E'\\n\\n', 1)"),
    "an empty note": CHECKPOINT.format("''"),
    "more lines than can be counted": CHECKPOINT.format(f"'{TOO_LARGE}'"),
}


def kept_by(witness: Actor) -> dict[str, str]:
    """What it says of each log, by the code of whose it is."""
    with acting_as(witness):
        rows = WitnessedLog.objects.filter(witness=witness.organisation_id)
        return dict(rows.values_list("log__code", "why_not"))


@pytest.fixture
def others(pair: Pair, cast: Cast, seal: Seal) -> list[Actor]:
    """Politie and OM have a log as well, on either side of that of Oss."""
    for one in (cast.police, cast.prosecutor):
        many_entries(one, 20)
    seal()
    return [actor_of("fg.politie"), actor_of("fg.om")]


@pytest.mark.parametrize("was_kept", [True, False])
@pytest.mark.parametrize("change", GARBLED.values(), ids=GARBLED.keys())
def test_what_is_garbled_is_on_record_and_the_others_are_looked_at(
    pair: Pair, others: list[Actor], change: str, was_kept: bool
) -> None:
    if was_kept:
        nightly.witness_logs(timestamp=0)
    pair.tampers(change)
    nightly.witness_logs(timestamp=0)
    for witness in others:
        found = kept_by(witness)
        assert found.pop("GM0828").startswith("Het nieuwste controlepunt is niet geldig: ")
        assert set(found.values()) == {""}
        assert entries_of(witness).count("GM0828") == 1
    assert set(kept_by(pair.oss).values()) == {""}
    assert len(kept_by(pair.oss)) >= len(others)
    assert set(told(pair.witness)) == {"/auditspoor/checkpoint"}


def test_a_trail_that_takes_no_entry_of_a_difference_stops_no_other_look(
    pair: Pair, others: list[Actor], owner: Connection, cast: Cast, seal: Seal
) -> None:
    pair.looks()
    pair.tampers(REWRITE)
    for one in (cast.coordinator, cast.police, cast.prosecutor):
        many_entries(one, 10)
    seal()
    with by_a_trigger(owner):
        nightly.witness_logs(timestamp=0)
    assert kept_by(pair.witness)["GM0828"] == "", "what is not told is not kept as told"
    assert "GM0828" in kept_by(others[1])
    assert len(kept_by(pair.oss)) >= len(others)
    assert told(pair.witness) == []
    nightly.witness_logs(timestamp=0)
    assert "herschreven" in kept_by(pair.witness)["GM0828"]
    assert told(pair.witness) == ["/auditspoor/checkpoint"]


@pytest.fixture
def works_from(pair: Pair, owner: Connection) -> Iterator[date]:
    """The day on which politie begins to work in its region."""
    day, whose = date(2027, 1, 15), [pair.witness.organisation_id]
    query = "SELECT min(valid_from) FROM partners_servicearea WHERE organisation_id = %s"
    was = owner.execute(query.encode(), whose).fetchone()
    assert was is not None
    begin = b"UPDATE partners_servicearea SET valid_from = %s WHERE organisation_id = %s"
    owner.execute(begin, [day, *whose])
    yield day
    owner.execute(begin, [was[0], *whose])


@pytest.mark.parametrize(("hour", "is_partner"), [(time(22, 30), False), (time(23, 30), True)])
def test_a_partner_becomes_a_witness_at_the_midnight_of_amsterdam(
    pair: Pair, works_from: date, hour: time, is_partner: bool
) -> None:
    """On a winter day, when it is an hour later there than in UTC."""
    evening = datetime.combine(works_from - timedelta(days=1), hour, UTC)
    with acting_as(pair.witness, at=evening), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_partner_head(%s)", [pair.log.pk])
        assert cursor.fetchone() == (int(is_partner),)
    partners = witnessing.partners_of(pair.witness.organisation, at=evening)
    assert partners.filter(pk=pair.log.pk).exists() is is_partner
