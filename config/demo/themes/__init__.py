"""The ordinary answers of each theme, a file each: a function for each step, named after its node.

`report` answers the form with which a case begins.
"""

from importlib import import_module
from typing import Any

from config.demo import answers as hennep


def answers_of(theme: str) -> Any:
    """
    :raises ModuleNotFoundError: for a theme that the demo does not know.
    """
    return hennep if theme == "hennep" else import_module(f"config.demo.themes.{theme}")
