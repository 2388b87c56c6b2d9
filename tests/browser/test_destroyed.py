"""What is destroyed while a page shows it is gone from the page, which says so and asks no more."""

import json

import pytest
from playwright.sync_api import Request, expect

from config.database_roles import connect
from tests.browser.axe import violations
from tests.browser.conftest import Enter
from tests.live import Live

pytestmark = pytest.mark.browser

AT_ONCE = 10_000
PART = """address => {
    const part = document.createElement("div");
    part.id = "part";
    part.setAttribute("hx-get", address);
    part.setAttribute("hx-trigger", "melding from:body");
    document.querySelector("main").append(part);
    htmx.process(part);
}"""
NEWS = "document.body.dispatchEvent(new CustomEvent('melding', { detail: { kind: 'poll' } }))"


def in_the_product(live: Live, program: str) -> str:
    code = f"from tests.browser import destroying; destroying.{program}"
    return live.run("manage.py", "shell", "--no-imports", "--command", code)


def test_an_open_page_and_a_part_of_a_page_say_that_it_is_destroyed(
    enter: Enter, live: Live
) -> None:
    due = json.loads(in_the_product(live, "print_due()"))
    reader, other = enter("liaison1.politie"), enter("liaison2.politie")
    reader.stays_on(due["note"])
    expect(reader.main).to_contain_text("Herkomst")
    other.stays_on("/zaken")
    other.page.evaluate(PART, due["note"])

    in_the_product(live, f"destroy({due['note'].rpartition('/')[2]!r})")

    expect(reader.main).to_contain_text("Dit is vernietigd", timeout=AT_ONCE)
    expect(reader.main).not_to_contain_text("Herkomst")
    assert reader.is_still_there()
    assert reader.page.title().startswith("Dit is vernietigd")
    assert violations(reader.page) == []
    assert reader.page.request.get(due["note"]).status == 410

    other.page.evaluate(NEWS)
    expect(other.main).to_contain_text("Vernietigd op")
    expect(other.page.locator("#part")).to_have_count(0)
    expect(other.main).to_contain_text("Zaken")
    assert violations(other.page) == []

    note = f"{live.url}{due['note']}"
    asked = reader.trace.count(note), other.trace.count(note)
    with (
        connect(live.database_url_owner) as owner,
        reader.page.expect_request("**/meldingen/stand"),
        other.page.expect_request(_looks_again),
    ):
        owner.execute(
            "SELECT pg_notify('rights', 'organisation ' || id) FROM partners_organisation"
        )
    with other.page.expect_request("**/meldingen/stand"):
        other.page.evaluate(NEWS)
    assert (reader.trace.count(note), other.trace.count(note)) == asked


def _looks_again(request: Request) -> bool:
    return request.method == "HEAD"
