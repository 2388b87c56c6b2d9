"""What the themes and steps are called, in the order of the process.

The workflows know and tell it at start-up; here nobody may ask them.
"""

from django.utils.functional import Promise

Text = str | Promise

_themes: dict[str, Text] = {}
_steps: dict[tuple[str, str], Text] = {}


def register_theme(theme: str, title: Text) -> None:
    _themes[theme] = title


def register(theme: str, node: str, title: Text) -> None:
    """Steps stand on the page in the order in which they are registered."""
    _steps[theme, node] = title


def themes() -> list[tuple[str, str]]:
    return [(theme, str(title)) for theme, title in _themes.items()]


def theme_title(theme: str) -> str:
    return str(_themes.get(theme, theme))


def step_title(theme: str, node: str) -> str:
    return str(_steps.get((theme, node), node.replace("_", " ").capitalize()))


def place(theme: str, node: str) -> int:
    """Where a step comes in the process; one that nobody registered comes last."""
    order = list(_steps)
    return order.index((theme, node)) if (theme, node) in _steps else len(order)
