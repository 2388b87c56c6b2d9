"""Ask axe what is wrong with the page that is open, at the width of a desk and of a phone."""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390)
# A watermark is decoration: what it says stands in readable text on the same page.
RUN = """async (tags) => {
  const page = {include: [["html"]], exclude: [[".sp-watermark"]]};
  const found = await axe.run(page, {runOnly: {type: "tag", values: tags}});
  return found.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


def violations(page: Page) -> list[str]:
    """At every width; axe works beside the page's own scripts, whatever its policy allows these."""
    found = []
    page.evaluate(SOURCE.read_text())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {one}" for one in page.evaluate(RUN, TAGS)]
        if (too_wide := overflow(page)) > 0:
            found.append(f"{width}: the page scrolls sideways by {too_wide} pixels")
    return found


def overflow(page: Page) -> int:
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
