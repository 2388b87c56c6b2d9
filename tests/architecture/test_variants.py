"""A variant that a page asks of a component is one that the styles know."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BADGE = re.compile(r'<c-badge[^>]*?\bvariant="([^"{]+)"')
STYLED = re.compile(r"\.sp-badge--([a-z]+)")


def test_each_badge_has_a_variant_that_is_styled() -> None:
    styles = (ROOT / "frontend/css/messages.css").read_text()
    known = {"neutral", *STYLED.findall(styles)}
    asked = {
        variant
        for app in ("casework", "workflows", "partners", "notifications", "frontend")
        for page in (ROOT / app / "templates").rglob("*.html")
        for variant in BADGE.findall(page.read_text())
    }
    assert len(asked) > 3
    assert asked <= known
