"""The threat model leans on tests that are there."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
MODEL = ROOT / "docs/threat-model.md"
PATH = re.compile(r"`(tests/[^`]+)`")


def test_each_test_that_it_names_is_there() -> None:
    named = set(PATH.findall(MODEL.read_text()))
    assert len(named) > 20
    assert sorted(path for path in named if not (ROOT / path).is_file()) == []


def test_each_row_of_who_attacks_names_a_test_or_says_that_it_is_not_held() -> None:
    part = MODEL.read_text().split("## Who attacks")[1].split("## What is not held")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")][2:]
    assert len(rows) > 10
    assert [row for row in rows if not PATH.search(row) and "not held" not in row] == []


def test_whatever_is_said_to_be_met_has_a_test_or_is_a_setting() -> None:
    part = MODEL.read_text().split("## BIO2")[1]
    bare = [
        line
        for line in part.splitlines()
        if line.startswith("|") and "| met |" in line and not PATH.search(line)
    ]
    assert bare == ["| 7.3.2 longest session | met | ten hours | |"]
