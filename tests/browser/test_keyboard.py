"""Without a mouse: log in, find a task, do it; one always sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from config.context import ON_THE_BAR
from config.demo.accounts import DOMAIN, PASSWORD
from tests.browser.axe import overflow
from tests.browser.conftest import Enter
from tests.browser.pages import Way

pytestmark = pytest.mark.browser

FARTHEST = 80
IS_HERE = "([selector]) => document.activeElement.matches(selector)"
SHOWS_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""
NARROW = {
    "worklist": Way("iv.oss", "/werkvoorraad"),
    "cases": Way("iv.oss", "/zaken"),
    "case": Way("iv.oss", "/werkvoorraad", ("Bezwaar volgen", "Annuleren")),
    "case of a partner": Way("liaison1.om", "/werkvoorraad", ("Verzoek", "Annuleren")),
    "task": Way("liaison1.om", "/werkvoorraad", ("Verzoek",)),
    "report": Way("iv.oss", "/melden/hennep"),
    "notifications": Way("iv.oss", "/meldingen"),
    "account": Way("iv.oss", "/mijn-account"),
    "audit trail": Way("fg.oss", "/auditspoor"),
    "throughput": Way("secretaris.oss", "/doorstroom"),
}


def test_a_task_is_done_without_a_mouse(enter: Enter) -> None:
    page = enter().page
    page.goto("/account/login/")
    tab_to(page, "[name=login]")
    page.keyboard.type(f"iv.oss@{DOMAIN}")
    tab_to(page, "[name=password]")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/werkvoorraad")

    the_skip_link_leads_to_the_contents(page)
    tab_to(page, "main a[href^='/taken/']")
    assert page.evaluate("document.activeElement.innerText").startswith("Zaak openen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/taken/*")
    tab_to(page, "[name=woonkern]")
    page.keyboard.type("Oss")
    tab_to(page, "[name=priority]")
    page.keyboard.press("Space")
    tab_to(page, "main button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zaken/*")
    expect(page.locator(".utrecht-alert--ok")).to_contain_text("is afgerond")


def test_the_rest_of_the_ways_opens_without_a_mouse(enter: Enter) -> None:
    page = enter("iv.oss").page
    page.goto("/werkvoorraad")
    bar = page.get_by_role("navigation", name="Hoofdmenu")
    heights = bar.locator(".sp-navbar__link").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().top)"
    )
    assert len(heights) == ON_THE_BAR
    assert len(set(heights)) == 1
    rest = bar.get_by_role("link", name="Formules")
    expect(rest).to_be_hidden()
    tab_to(page, "nav summary")
    page.keyboard.press("Enter")
    expect(rest).to_be_visible()
    page.keyboard.press("Escape")
    expect(rest).to_be_hidden()
    page.keyboard.press("Enter")
    tab_to(page, "nav [href='/formules']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/formules")
    expect(bar.locator("summary[aria-current]")).to_have_text("Meer")


def the_skip_link_leads_to_the_contents(page: Page) -> None:
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Naar de inhoud")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def tab_to(page: Page, selector: str) -> None:
    """On the way, whatever has the focus shows it."""
    for _step in range(FARTHEST):
        page.keyboard.press("Tab")
        assert page.evaluate(SHOWS_FOCUS), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate(IS_HERE, [selector]):
            return
    pytest.fail(f"{selector} is not reached with Tab")


@pytest.mark.parametrize("name", NARROW)
def test_no_page_scrolls_sideways_on_a_narrow_screen(name: str, enter: Enter) -> None:
    """320 pixels is also what a desk has left at 400 percent (WCAG 1.4.10)."""
    way = NARROW[name]
    person = enter(way.login, width=320)
    person.goes(way)
    assert overflow(person.page) == 0
