"""A line of the trail names a thing as far as a reader needs it."""

import pytest

from tests.cast import Cast
from tests.partners.audit.entries import an_entry, lines_of

CASE = "2026-VR21-000007"


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (("case", CASE), "zaak "),
        (("request", "0b6ff1f5-31f0-4f3e-9d92-0f4d3c2f8d11"), "verzoek 0b6ff1f5"),
        (("commitment", "12"), "afspraak 12"),
        (("relic", "12"), "relic 12"),
    ],
)
def test_a_thing_is_named_in_dutch_and_by_a_short_key(
    cast: Cast, thing: tuple[str, str], shown: str
) -> None:
    an_entry(cast.coordinator, thing=thing, case_reference=CASE)
    (shows,) = lines_of(cast.privacy_officer, case_reference=CASE)
    assert f"{shows.object_label} {shows.object_key}" == shown
