"""What a person does in a browser, in the words of the job."""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, Response, expect

from config.demo.accounts import DOMAIN, PASSWORD
from tests.browser.pages import Way


@dataclass
class Person:
    login: str
    page: Page
    trace: list[str] = field(default_factory=list)
    """Every address that was asked for, and the title of every page."""

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.trace.append(request.url))

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def logs_in(self) -> None:
        self.opens("/account/login/")
        self.page.get_by_label("E-mail").fill(f"{self.login}@{DOMAIN}")
        self.page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Inloggen", exact=True).click()
        expect(self.page.locator(".sp-capacity")).to_be_visible()

    def opens(self, address: str) -> Response:
        response = self.page.goto(address)
        assert response is not None
        self._arrived()
        return response

    def goes(self, way: Way, places: dict[str, dict[str, str]] | None = None) -> None:
        self.opens(way.start.format(**places or {}))
        for link in way.links:
            self.follows(link)

    def follows(self, link: str) -> None:
        """The first link in the page itself whose words begin so."""
        found = self.main.get_by_role("link", name=re.compile(f"^{re.escape(link)}"))
        with self.page.expect_navigation():
            found.first.click()
        self._arrived()

    def fills_in(self, answers: dict[str, Any]) -> None:
        for name, value in answers.items():
            fill(self.main.locator(f"form [name='{name}']"), value)

    def presses(self, button: str) -> None:
        with self.page.expect_navigation():
            self.main.get_by_role("button", name=button, exact=True).click()
        self._arrived()

    def does(self, task: str, reference: str, answers: dict[str, Any]) -> None:
        """From the worklist, as everybody begins."""
        self.opens("/werkvoorraad")
        self.follows(f"{task} in zaak {reference}")
        self.fills_in(answers)
        self.presses("Afronden")
        expect(self.page.locator(".utrecht-alert--ok")).to_contain_text("is afgerond")

    def stays_on(self, address: str) -> None:
        """Open a page and mark its window: a reload or another page would lose the mark."""
        self.opens(address)
        self.page.evaluate("window.staysHere = true")
        # Only who listens can hear: the socket greets when it is open.
        self.page.wait_for_function("document.querySelector('[data-line-lost]')?.hidden")

    def is_still_there(self) -> bool:
        return bool(self.page.evaluate("window.staysHere === true"))

    def unread(self) -> int:
        badge = self.page.locator("[data-unread]").first
        return 0 if badge.is_hidden() else int(badge.locator("[data-unread-number]").inner_text())

    def _arrived(self) -> None:
        steps = self.page.locator("#stappen[hx-get]")
        if steps.count() and self.page.evaluate("'htmx' in window"):
            expect(steps.locator("> .sp-stack")).to_be_visible()
        self.trace.append(self.page.title())


def fill(field: Locator, value: Any) -> None:
    """By what kind of input it is; a list is ticked, and what is not in it is not."""
    kind = field.first.evaluate("input => input.type")
    if kind == "radio":
        field.and_(field.page.locator(f"[value='{value}']")).check()
    elif kind == "checkbox":
        for box in field.all():
            box.set_checked(box.get_attribute("value") in value)
    elif kind == "select-one":
        field.select_option(str(value))
    elif kind == "file":
        field.set_input_files(value)
    else:
        field.fill(str(value))
