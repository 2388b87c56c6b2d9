"""Axe finds nothing on the open tasks of the demo cases: each kind of task once, on both widths.

With `PICTURES` set to a folder it leaves a picture of each there, to look at.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import WIDTHS, violations
from tests.browser.conftest import Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PEOPLE = (
    *("iv.oss", "burgemeester.oss", "iv.meierijstad", "hovj.politie", "liaison1.politie"),
    *("liaison1.om", "liaison.riec", "liaison.zvh", "liaison.ghor", "liaison.brandweer"),
    *("liaison.dji", "liaison.reclassering", "liaison.veiligthuis", "liaison.zorg"),
    *("liaison.corporatie", "liaison.netbeheerder"),
)
TASK = re.compile(r"/taken/\d+$")
MOST = 25
"""Kinds of task for one person: more would make the run long, and the demo has fewer."""


@pytest.fixture(scope="module")
def seen() -> set[str]:
    """The titles of the kinds of task that were looked at before, whoever held them."""
    return set()


@pytest.mark.parametrize("login", PEOPLE)
def test_axe_finds_nothing_on_each_kind_of_open_task(
    login: str, enter: Enter, seen: set[str]
) -> None:
    person = enter(login)
    person.opens("/werkvoorraad")
    for title, address in list(open_tasks(person.page).items())[:MOST]:
        if title in seen:
            continue
        seen.add(title)
        person.opens(address)
        assert violations(person.page) == [], title
        keeps(person.page, title)


def test_there_were_tasks_of_many_kinds(seen: set[str]) -> None:
    """Of whoever stands above: a demo without open tasks would let everything through."""
    assert len(seen) >= 15, sorted(seen)


def open_tasks(page: Page) -> dict[str, str]:
    """One address for each title on the worklist that is open."""
    found: dict[str, str] = {}
    for link in page.locator("main a[href*='/taken/']").all():
        address = str(link.get_attribute("href"))
        title = " ".join(link.inner_text().split()).split(" in zaak ")[0]
        if TASK.search(address):
            found.setdefault(title, address)
    return found


def keeps(page: Page, title: str) -> None:
    folder = os.environ.get("PICTURES")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    name = re.sub(r"\W+", "-", title.lower()).strip("-")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)
