"""Signed notes and checkpoints as C2SP has them, against notes that others signed."""

import pytest

from partners.audit.proof.checkpoints import (
    Checkpoint,
    join_notes,
    open_checkpoint,
    split_notes,
)
from partners.audit.proof.notes import BadNote, SigningKey, VerifierKey, encoded, open_note, sign
from partners.audit.proof.tree import EMPTY
from tests.partners.audit.proof.logs import KEY, ORIGIN

# The example of the Go package golang.org/x/mod/sumdb/note.
NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
SIGNATURE = (
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
)
NOTE = f"{TEXT}\n— PeterNeumann {SIGNATURE}\n"
CHECKPOINT = Checkpoint(ORIGIN, 17, bytes(range(32)))
SIGNED = sign(CHECKPOINT.text, [KEY])
OTHER = SigningKey("another-secret-of-the-tests-and-of-nothing-else", ORIGIN)


def test_a_note_that_another_program_signed_is_opened() -> None:
    key = VerifierKey.parse(NEUMANN)
    assert str(key) == NEUMANN
    assert open_note(NOTE, [key]) == TEXT


def test_the_keys_of_the_go_checksum_database_are_read() -> None:
    text = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    assert str(VerifierKey.parse(text)) == text


def test_a_checkpoint_is_origin_size_and_root_and_a_signature() -> None:
    text, _blank, signature = SIGNED.partition("\n\n")
    assert text == f"{ORIGIN}\n17\n{encoded(bytes(range(32)))}"
    assert signature.startswith(f"— {ORIGIN} ")
    assert open_checkpoint(SIGNED, [KEY.verifier]) == CHECKPOINT


def test_each_log_has_a_key_of_its_own_from_one_secret() -> None:
    other = SigningKey("a-secret-of-the-tests-and-of-nothing-else", f"{ORIGIN}1")
    assert other.verifier.public != KEY.verifier.public
    same = SigningKey("a-secret-of-the-tests-and-of-nothing-else", ORIGIN)
    assert same.verifier == KEY.verifier


def test_no_bit_of_a_signed_checkpoint_can_be_flipped() -> None:
    data = SIGNED.encode()
    for bit in range(len(data) * 8):
        other = bytearray(data)
        other[bit // 8] ^= 1 << bit % 8
        with pytest.raises((BadNote, UnicodeDecodeError)):
            open_checkpoint(other.decode(), [KEY.verifier])


def test_no_bit_of_a_key_can_be_flipped() -> None:
    data = str(KEY.verifier).encode()
    for bit in range(len(data) * 8):
        other = bytearray(data)
        other[bit // 8] ^= 1 << bit % 8
        with pytest.raises((BadNote, UnicodeDecodeError)):
            open_checkpoint(SIGNED, [VerifierKey.parse(other.decode())])


def test_a_signature_of_an_unknown_key_is_left_aside_and_one_of_a_known_key_must_hold() -> None:
    both = sign(CHECKPOINT.text, [KEY, OTHER])
    for keys in ([KEY.verifier], [OTHER.verifier], [KEY.verifier, OTHER.verifier]):
        assert open_checkpoint(both, keys) == CHECKPOINT
    with pytest.raises(BadNote, match="no known key"):
        open_checkpoint(SIGNED, [OTHER.verifier])
    false = SIGNED + sign("other\n", [OTHER]).partition("\n\n")[2]
    assert open_checkpoint(false, [KEY.verifier]) == CHECKPOINT
    with pytest.raises(BadNote, match="not of this text"):
        open_checkpoint(false, [KEY.verifier, OTHER.verifier])


@pytest.mark.parametrize(
    "text",
    [
        f"{ORIGIN}\n017\n{encoded(EMPTY)}\n",
        f"{ORIGIN}\n+17\n{encoded(EMPTY)}\n",
        f"{ORIGIN}\n-1\n{encoded(EMPTY)}\n",
        f"{ORIGIN}\n１７\n{encoded(EMPTY)}\n",
        f"{ORIGIN}\n17\n{encoded(EMPTY[:31])}\n",
        f"{ORIGIN}\n17\n{encoded(EMPTY)[:-1]}\n",
        f"{ORIGIN}\n17\n{encoded(EMPTY)}\nmore\n",
        f"{ORIGIN}\n17\n",
        f"other.example\n17\n{encoded(EMPTY)}\n",
        "\n",
    ],
)
def test_what_is_signed_and_no_checkpoint_of_this_log_is_refused(text: str) -> None:
    with pytest.raises(BadNote):
        open_checkpoint(sign(text, [KEY]), [KEY.verifier])


@pytest.mark.parametrize("note", ["", "\n\n", "text\n", "text\n\n— name\n", "a\rb\n\n— n AAAA\n"])
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(BadNote):
        open_note(note, [KEY.verifier])


def test_a_note_with_signatures_without_end_is_refused() -> None:
    text, _, line = SIGNED.partition("\n\n")
    assert open_checkpoint(f"{text}\n\n{line * 16}", [KEY.verifier]) == CHECKPOINT
    with pytest.raises(BadNote, match="too many"):
        open_checkpoint(f"{text}\n\n{line * 33}", [KEY.verifier])


def test_a_file_holds_several_notes() -> None:
    notes = [SIGNED, sign(CHECKPOINT.text, [KEY, OTHER]), SIGNED]
    assert split_notes(join_notes(notes)) == notes
    assert split_notes("") == []
    with pytest.raises(BadNote):
        split_notes(SIGNED + "\nhalf a note\n")
