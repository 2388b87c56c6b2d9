"""Proofs as files: true ones hold, and none with a flipped bit does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from partners.audit.proof.evidence import (
    Grown,
    Included,
    NotProven,
    consistency_proof,
    inclusion_proof,
    verify_proof,
)
from partners.audit.proof.notes import encoded
from partners.audit.verifier import main
from tests.partners.audit.proof.logs import KEY, Log, a_log

LOG = Log(a_log(11).lines, [5, 11])
OLD, NEW = LOG.notes
KEYS = [KEY.verifier]
INCLUSION = inclusion_proof(LOG.lines[6], 6, 11, LOG.complete, NEW)
CONSISTENCY = consistency_proof(5, 11, LOG.complete, [OLD, NEW])


def flipped(text: str) -> Iterator[str]:
    data = text.encode()
    for bit in range(len(data) * 8):
        other = bytearray(data)
        other[bit // 8] ^= 1 << bit % 8
        try:
            yield other.decode()
        except UnicodeDecodeError:
            continue


def test_true_proofs_tell_what_they_prove() -> None:
    assert verify_proof(INCLUSION, KEYS) == Included(LOG.lines[6], 6, LOG.checkpoints[1])
    assert verify_proof(CONSISTENCY, KEYS) == Grown(*LOG.checkpoints)


def test_the_proof_of_an_entry_has_the_form_of_c2sp() -> None:
    kind, extra, index, *path = INCLUSION.partition("\n\n")[0].split("\n")
    assert kind == "c2sp.org/tlog-proof@v1"
    assert (extra, index) == (f"extra {encoded(LOG.lines[6])}", "index 6")
    assert len(path) == 4
    assert INCLUSION.endswith(f"\n\n{NEW}")


@pytest.mark.parametrize("proof", [INCLUSION, CONSISTENCY], ids=["inclusion", "consistency"])
def test_no_bit_of_a_proof_can_be_flipped(proof: str) -> None:
    for other in flipped(proof):
        with pytest.raises(NotProven):
            verify_proof(other, KEYS)


@pytest.mark.parametrize("proof", [INCLUSION, CONSISTENCY], ids=["inclusion", "consistency"])
def test_no_line_of_a_proof_can_be_left_out_or_doubled(proof: str) -> None:
    lines = proof.split("\n")
    for at in range(len(lines) - 1):
        for other in ([*lines[:at], *lines[at + 1 :]], [*lines[: at + 1], *lines[at:]]):
            # A signature that stands there twice is still that signature.
            if lines[at].startswith("— ") and len(other) > len(lines):
                continue
            with pytest.raises(NotProven):
                verify_proof("\n".join(other), KEYS)


def test_a_proof_is_of_one_entry_one_log_and_one_tree() -> None:
    other = a_log(11, seed=2)
    forged = [
        inclusion_proof(LOG.lines[6], 7, 11, LOG.complete, NEW),
        inclusion_proof(LOG.lines[7], 6, 11, LOG.complete, NEW),
        inclusion_proof(LOG.lines[6], 6, 11, other.complete, NEW),
        inclusion_proof(LOG.lines[4], 4, 11, LOG.complete, OLD),
        consistency_proof(5, 11, other.complete, [OLD, NEW]),
        consistency_proof(5, 11, LOG.complete, [OLD, other.notes[-1]]),
        consistency_proof(5, 11, LOG.complete, [NEW, OLD]),
        consistency_proof(5, 11, LOG.complete, [OLD]),
        consistency_proof(5, 11, LOG.complete, [OLD, OLD, NEW]),
        "",
    ]
    for proof in forged:
        with pytest.raises(NotProven):
            verify_proof(proof, KEYS)


def test_what_is_proven_must_be_an_entry() -> None:
    log = Log([b"nothing like an entry"], [1])
    with pytest.raises(NotProven, match="geen auditregel"):
        verify_proof(inclusion_proof(log.lines[0], 0, 1, log.complete, log.notes[0]), KEYS)


def test_a_proof_must_be_about_the_checkpoint_that_was_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof, kept = tmp_path / "proof", tmp_path / "kept"
    proof.write_text(CONSISTENCY)
    ask = [str(proof), "--sleutel", str(KEY.verifier), "--tegen", str(kept)]
    kept.write_text(OLD)
    assert main(ask) == 0
    kept.write_text(Log(a_log(11, seed=2).lines, [5]).notes[0])
    assert main(ask) == 1
    assert "niet over het controlepunt" in capsys.readouterr().out
    assert main([str(proof)]) == 2
