"""One entry in full: what it tells, how it was sealed, and its proof, which holds elsewhere."""

from pathlib import Path

import pytest
from django.urls import reverse

from config.database_roles import Connection
from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, Payload, SealKey, TrailEntry
from partners.audit.verifier import main
from partners.trace import Trace, current_trace
from tests.cast import Cast
from tests.partners.audit.entries import an_entry
from tests.partners.audit.sealing.clients import client_of
from tests.partners.audit.sealing.conftest import Seal


def row_of(entry: Entry, reader: Actor) -> str:
    with acting_as(reader):
        return str(TrailEntry.objects.get(entry=entry, organisation=reader.organisation).pk)


def test_an_entry_shows_its_seal_its_payload_and_what_happened_with_it(
    cast: Cast, seal: Seal
) -> None:
    officer, mine = cast.privacy_officer, [cast.coordinator.organisation_id]
    token = current_trace.set(Trace("web", "ab" * 16))
    first = an_entry(cast.coordinator, payload={"note": "wat er gezocht werd"}, ground="Wpg 18")
    second = an_entry(cast.coordinator, actions.CAPACITY_CHANGED)
    current_trace.reset(token)
    foreign = an_entry(cast.police, touched=mine, payload={"note": "van politie"})
    seal()
    client = client_of(officer)

    page = client.get(f"/auditspoor/{row_of(first, officer)}")
    detail, text = page.context["detail"], page.content.decode()
    assert detail.seal.seq == 0
    assert detail.seal.is_intact
    assert detail.seal.checkpoint.size == 3
    assert [line.entry for line in detail.same_trace] == [second]
    assert detail.seal.leaf_hash in text
    assert "wat er gezocht werd" in text
    assert "Wpg 18" in text

    page = client.get(f"/auditspoor/{row_of(foreign, officer)}")
    assert page.context["detail"].payload is None
    assert page.context["detail"].same_trace == []
    assert "van politie" not in page.content.decode()


def test_the_proof_of_an_entry_holds_with_the_key_and_is_recorded(
    cast: Cast, seal: Seal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    officer = cast.privacy_officer
    entries = [an_entry(cast.coordinator) for _ in range(5)]
    seal()
    row = row_of(entries[3], officer)
    answer = client_of(officer).get(f"/auditspoor/{row}/bewijs")
    assert answer["Content-Disposition"] == 'attachment; filename="auditspoor-GM0828-3.tlog-proof"'
    with acting_as(officer):
        key = SealKey.objects.get().verifier
        recorded = Entry.objects.get(action=actions.TRAIL_EXPORTED)
        assert Payload.objects.get(entry=recorded).content == {"row": row, "form": "tlog-proof"}
    proof = tmp_path / "proof"
    proof.write_bytes(answer.content)
    assert main([str(proof), "--sleutel", key]) == 0
    assert "Volgnummer 3 staat in" in capsys.readouterr().out
    proof.write_bytes(answer.content.replace(b"index 3", b"index 2"))
    assert main([str(proof), "--sleutel", key]) == 1


def test_what_is_not_sealed_yet_says_so(cast: Cast, seal: Seal) -> None:
    officer, client = cast.privacy_officer, client_of(cast.privacy_officer)
    for _nothing_sealed_and_then_something in range(2):
        row = row_of(an_entry(cast.coordinator), officer)
        assert "nog niet verzegeld" in client.get(f"/auditspoor/{row}").content.decode()
        assert client.get(f"/auditspoor/{row}/bewijs").status_code == 409
        seal()


def test_a_line_that_was_changed_below_the_product_is_told(
    cast: Cast, seal: Seal, owner: Connection
) -> None:
    officer = cast.privacy_officer
    entry = an_entry(cast.coordinator)
    seal()
    owner.execute("ALTER TABLE audit_entry DISABLE TRIGGER append_only")
    owner.execute("UPDATE audit_entry SET result = 'denied'")
    owner.execute("ALTER TABLE audit_entry ENABLE TRIGGER append_only")
    text = client_of(officer).get(f"/auditspoor/{row_of(entry, officer)}").content.decode()
    assert "niet meer zoals zij is verzegeld" in text


def test_a_line_of_another_trail_is_not_there(cast: Cast) -> None:
    """Neither for the privacy officer of another partner, nor as the row of the partner's own."""
    entry = an_entry(cast.police, touched=[cast.coordinator.organisation_id])
    theirs = row_of(entry, cast.police)
    client = client_of(cast.privacy_officer)
    for name in ("trail_entry", "trail_proof"):
        assert client.get(reverse(name, args=[theirs])).status_code == 404
