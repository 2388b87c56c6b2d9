"""The actions an entry can tell of, each with its sentence for the timeline.

The apps that own an action register it; an action nobody registered cannot be recorded.
"""

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Action:
    """`sentence` follows the name of who did it: "opende de zaak". A look changes nothing."""

    name: str
    sentence: Any
    is_look: bool = False


# By these the database tells a look from a change: partners.audit, 0009_trail_index_filled.
LOOKS = frozenset({"viewed", "read", "exported", "searched", "shown", "checked", "certified"})
LOOKS_BY_NAME = frozenset({"inquiry.made", "search.done"})

_registered: dict[str, Action] = {}


def register(name: str, sentence: Any, *, is_look: bool = False) -> str:
    """Declare an action; returns its name, to be kept as a constant.

    :raises ValueError: when the name is taken, or ends as looks do while it is none, or is a look
        and ends otherwise.
    """
    if name in _registered:
        raise ValueError(f"action {name} is registered already")
    if (name in LOOKS_BY_NAME or re.split("[._]", name)[-1] in LOOKS) is not is_look:
        raise ValueError(
            f"the name of a look, and of nothing else, ends in {sorted(LOOKS)}: {name}"
        )
    _registered[name] = Action(name, sentence, is_look)
    return name


def action(name: str) -> Action:
    """
    :raises LookupError: when nobody registered the name.
    """
    return _registered[name]


def actions() -> list[Action]:
    return sorted(_registered.values(), key=lambda one: one.name)
