"""The pictures of the README: the demo as it is when it starts, and a region with a past.

`UPDATE_SCREENSHOTS=1 python -m pytest tests/browser/test_screenshots.py` makes them anew.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.pages import Way
from tests.browser.past import give_the_region_a_past
from tests.live import Live

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parents[2] / "docs/images"
PICTURES = {
    "worklist": Way("iv.oss", "/werkvoorraad"),
    "case": Way("iv.oss", "/werkvoorraad", ("Ronde sluiten", "Annuleren")),
    "task": Way("liaison1.om", "/werkvoorraad", ("Verzoek beantwoorden",)),
    "throughput": Way("secretaris.oss", "/doorstroom"),
}
LARGEST = 400_000


@pytest.mark.parametrize("name", PICTURES)
def test_the_readme_has_a_picture_of(name: str, enter: Enter, live: Live) -> None:
    way, picture = PICTURES[name], FOLDER / f"{name}.png"
    is_update = bool(os.environ.get("UPDATE_SCREENSHOTS"))
    if is_update and name == "throughput":
        give_the_region_a_past(live.database_url_owner)
    person = enter(way.login, reduced_motion="reduce")
    person.goes(way)
    expect(person.main.get_by_role("heading", level=1)).to_be_visible()
    if is_update:
        FOLDER.mkdir(parents=True, exist_ok=True)
        person.page.set_viewport_size({"width": 1280, "height": 1100})
        person.page.screenshot(path=picture, animations="disabled")
    assert 0 < picture.stat().st_size < LARGEST
