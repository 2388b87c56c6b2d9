"""Print where the browser has to go and what it answers there.

Runs in a program of its own, under the conditions of the web: Django's ORM cannot work where
Playwright does.
"""

import inspect
import json
import sys

from config.demo import answers
from tests.browser.overlays import OVERLAYS
from tests.browser.stages import STEPS

WALKS = (*STEPS, *OVERLAYS)


def print_places(*names: str) -> None:
    """All of them without names: that takes half a minute."""
    asked = [walk for walk in WALKS if not names or walk.__name__ in names]
    json.dump({walk.__name__: walk() for walk in asked}, sys.stdout)


def print_answers() -> None:
    """By step, as the demo gives them; a browser knows nothing of keys in the database."""
    functions = inspect.getmembers(answers, inspect.isfunction)
    ordinary = {
        name: function()
        for name, function in functions
        if function.__module__ == answers.__name__ and not inspect.signature(function).parameters
    }
    json.dump(ordinary, sys.stdout)
