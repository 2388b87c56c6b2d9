"""Each ending that was written down is of a journey that there is."""

from pathlib import Path

import pytest

from tests.journeys.endings import FOLDER, file_of, told

HERE = Path(__file__).resolve().parent


def test_each_file_is_of_a_journey() -> None:
    for path in sorted(FOLDER.rglob("*.txt")):
        module = HERE / path.parent.relative_to(FOLDER).with_suffix(".py")
        assert module.exists(), path
        names = [
            line.removeprefix("def ").split("(")[0]
            for line in module.read_text().splitlines()
            if line.startswith("def test_")
        ]
        assert any(path.stem == name or path.stem.startswith(f"{name}-") for name in names), path


@pytest.mark.parametrize(
    ("node", "named"),
    [
        ("tests/journeys/pga/test_a.py::test_b", "pga/test_a/test_b.txt"),
        ("tests/journeys/test_a.py::test_b[yes or no]", "test_a/test_b-yes-or-no.txt"),
    ],
)
def test_a_journey_has_its_own_file(node: str, named: str) -> None:
    assert file_of(node) == FOLDER / named


def test_a_trail_is_told_in_order_and_repeats_with_a_number() -> None:
    trails = {"om": ["oss request.asked", "om request.read"], "oss": ["oss a", "oss a", "om b"]}
    assert told(trails) == "om\n  oss request.asked\n  om request.read\noss\n  oss a x2\n  om b\n"
