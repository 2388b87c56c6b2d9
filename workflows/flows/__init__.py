"""The regimes, a file each, by theme."""

from typing import Any

from workflows.flows.bij import BijFlow
from workflows.flows.hennep import HennepFlow

FLOWS: dict[str, type[Any]] = {"bij": BijFlow, "hennep": HennepFlow}


def flow_of(theme: str) -> type[Any]:
    """
    :raises KeyError: when no regime has this theme.
    """
    return FLOWS[theme]
