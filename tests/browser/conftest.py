"""A real Chromium, and people who log in to the live product with it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.find_chromium import ADVICE, find_chromium
from tests.browser.person import Person
from tests.live import Live

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 20_000

Enter = Callable[..., Person]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """For one file: where Playwright runs an event loop, Django's ORM refuses to work."""
    path = find_chromium()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def logins() -> dict[str, Any]:
    """The cookies of who logged in before in this file."""
    return {}


@pytest.fixture
def enter(chromium: Browser, live: Live, logins: dict[str, Any]) -> Iterator[Enter]:
    """`enter("iv.oss")` gives that person in a browser of their own; without a name, a visitor."""
    contexts: list[BrowserContext] = []

    def enter(login: str = "", *, width: int = 1280, **options: Any) -> Person:
        context = chromium.new_context(
            base_url=live.url,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport={"width": width, "height": 900},
            storage_state=logins.get(login),
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        person = Person(login, context.new_page())
        if login and login not in logins:
            person.logs_in()
            logins[login] = context.storage_state()
        return person

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def answers(live: Live) -> dict[str, dict[str, Any]]:
    """The ordinary answers to the form of each step."""
    return printed(live, "print_answers()")


@pytest.fixture(scope="module")
def places(live: Live) -> dict[str, dict[str, str]]:
    """For each step a case that waits there: who does it, and its addresses."""
    return printed(live, "print_places()")


def printed(live: Live, call: str) -> dict[str, Any]:
    program = f"from tests.browser import places; places.{call}"
    found: dict[str, Any] = json.loads(
        live.run("manage.py", "shell", "--no-imports", "--command", program)
    )
    return found
