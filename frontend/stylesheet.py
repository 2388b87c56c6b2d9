"""Composes the one style sheet from NL Design System components, theme tokens and our own CSS."""

import json
import re
from pathlib import Path

THEME = "@nl-design-system-unstable/voorbeeld-design-tokens"
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")
REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BANNER = (
    "/*! Schakelpunt, AGPL-3.0-or-later. Contains, under EUPL-1.2: components (c) Frameless B.V. "
    "and Gemeente Utrecht; design tokens of the Voorbeeld theme of NL Design System. */\n"
)


def stylesheet(modules: Path, own: Path) -> str:
    """Theme tokens first, then components, then our tokens and rules, which win."""
    components = "\n".join(
        (modules / name / "dist/index.css").read_text(encoding="utf-8")
        for name in component_packages(modules)
    )
    ours = "\n".join(path.read_text(encoding="utf-8") for path in own_files(own))
    theme = (modules / THEME / "dist/theme.css").read_text(encoding="utf-8")
    tokens = used_tokens(theme, components + ours)
    return BANNER + shrink(f"{tokens}\n{components}\n{ours}")


def component_packages(modules: Path) -> list[str]:
    """The component packages that package.json names, in its order."""
    package = json.loads((modules.parent / "package.json").read_text(encoding="utf-8"))
    return [name for name in package["dependencies"] if name.startswith("@utrecht/")]


def own_files(folder: Path) -> list[Path]:
    """Our CSS: tokens and base first, then components by name, print and contrast last."""
    first = ("palette.css", "tokens.css", "base.css")
    last = ("print.css", "contrast.css")
    names = [path.name for path in sorted(folder.glob("*.css"))]
    middle = [name for name in names if name not in first + last]
    return [folder / name for name in [*first, *middle, *last]]


def used_tokens(theme: str, css: str) -> str:
    """Only those tokens of the theme that the CSS reaches, under our own theme class."""
    values = dict(DECLARATION.findall(theme))
    reached: set[str] = set()
    ahead = set(REFERENCE.findall(css))
    while ahead:
        name = ahead.pop()
        if name in values and name not in reached:
            reached.add(name)
            ahead.update(REFERENCE.findall(values[name]))
    lines = [f"{name}: {value};" for name, value in values.items() if name in reached]
    return ".schakelpunt-theme {" + "\n".join(lines) + "}"


def shrink(css: str) -> str:
    """Without comments and needless white space; the banner names the licences."""
    css = COMMENT.sub("", css)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};])\s*", r"\1", css)
    return css.replace(";}", "}").strip() + "\n"
