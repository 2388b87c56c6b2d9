"""The locked requirements: nothing unpinned, nothing unhashed, nobody's index."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "requirements"
LOCKS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_and_hashes_everything_and_names_no_host(lock: Path) -> None:
    text = lock.read_text()
    assert not re.search(r"https?://|--(extra-)?index|--find-links|file:", text)
    entries = [entry for entry in re.split(r"\n(?=[a-z])", text) if entry[0] != "#"]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.\[\],-]+==[\w.]+ ", entry), entry
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_lock_is_compiled_from_a_list_of_the_same_name(lock: Path) -> None:
    assert lock.with_suffix(".in").exists()
