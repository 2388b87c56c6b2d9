"""The page of checkpoints when there is all that it can show: on a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from config.database_roles import Connection, connect
from partners.audit.proof.checkpoints import Checkpoint
from partners.audit.proof.notes import SigningKey, sign
from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Enter
from tests.live import Live

pytestmark = pytest.mark.browser

PAGE = "/auditspoor/checkpoint"
ORIGIN = "schakelpunt.example/auditspoor/GM0828"
KEY = SigningKey("of-this-test-and-of-nothing-else-at-all", ORIGIN)
NOTE = sign(Checkpoint(ORIGIN, 4711, bytes(32)).text, [KEY])
CUT_OFF = "Het spoor telde 4711 regels en telt er nu 137: vanaf volgnummer 137 is afgekapt."
ADDRESS = """INSERT INTO notifications_checkpointaddress (organisation_id, set_by_id, kind, target,
    nonce, set_at, tried_at, delivered_at, delivered_size, failing_since, failure)
    SELECT m.organisation_id, m.id, %s, %s, 'n', now(), now(), now(), 4711, %s, %s
    FROM partners_membership m JOIN partners_organisation o ON o.id = m.organisation_id
    WHERE o.code = 'GM0828' AND m.role = 'privacy_officer' LIMIT 1"""
WITNESS = """INSERT INTO audit_witnessedlog (witness_id, log_id, size, root, note, verifiers,
    kept_at, checked_at, seen_size, why_not)
    SELECT w.id, l.id, 4711, %s, %s, %s, now(), now(), 4711, %s
    FROM partners_organisation w, partners_organisation l WHERE w.code = %s AND l.code = %s"""
FORGED = (
    ("audit_witnessedlog", "note", NOTE),
    ("audit_checkpoint", "note", NOTE),
    ("audit_sealkey", "verifier", str(KEY.verifier)),
)


def fill(owner: Connection) -> None:
    owner.execute(
        """INSERT INTO audit_sealkey (organisation_id, verifier, since_size, at)
           SELECT id, %s, 0, now() FROM partners_organisation WHERE code = 'GM0828'""",
        [str(KEY.verifier)],
    )
    owner.execute(
        """INSERT INTO audit_checkpoint (organisation_id, size, root, note, at)
           SELECT id, 4711, %s, %s, now() FROM partners_organisation WHERE code = 'GM0828'""",
        [bytes(32), NOTE],
    )
    owner.execute(ADDRESS, ["mail", "kluis@oss.example", None, ""])
    why = "De ontvanger antwoordde met status 500."
    owner.execute(ADDRESS, ["webhook", f"https://kluis.example/{'lang' * 30}", "2026-01-02", why])
    for witness, log, why_not in (
        ("GM0828", "PE-OOST-BRABANT", ""),
        ("PE-OOST-BRABANT", "GM0828", CUT_OFF),
        ("AP-OOST-BRABANT", "GM0828", ""),
    ):
        owner.execute(WITNESS, [bytes(32), NOTE, str(KEY.verifier), why_not, witness, log])


def take_out(owner: Connection) -> None:
    """What is sealed after this test is not held against a checkpoint that this test made up."""
    for table, column, value in FORGED:
        with owner.transaction():
            owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER append_only".encode())
            owner.execute(f"DELETE FROM {table} WHERE {column} = %s".encode(), [value])  # noqa: S608  ours
            owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER append_only".encode())
    owner.execute("DELETE FROM notifications_checkpointaddress WHERE nonce = 'n'")


@pytest.fixture
def filled(live: Live) -> Iterator[None]:
    with connect(live.database_url_owner) as owner:
        try:
            fill(owner)
            yield
        finally:
            take_out(owner)


@pytest.mark.usefixtures("filled")
def test_axe_finds_nothing_on_a_page_with_addresses_and_witnesses(
    enter: Enter, tmp_path: Path
) -> None:
    officer = enter("fg.oss")
    officer.opens(PAGE)
    for words in ("kluis@oss.example", "Mislukt", "status 500", "Klopt niet", CUT_OFF, "4711"):
        expect(officer.main).to_contain_text(words)
    assert violations(officer.page) == []
    for width in WIDTHS:
        officer.page.set_viewport_size({"width": width, "height": 900})
        officer.page.screenshot(path=tmp_path / f"checkpoints-{width}.png", full_page=True)
    officer.fills_in({"note": NOTE})
    officer.presses("Controleren")
    expect(officer.main).to_contain_text("4711")
    assert violations(officer.page) == []
