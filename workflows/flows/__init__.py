"""The regimes, a file each, by theme."""

from typing import Any

from workflows.flows.bij import BijFlow
from workflows.flows.hennep import HennepFlow
from workflows.flows.nazorg import NazorgFlow

FLOWS: dict[str, type[Any]] = {"bij": BijFlow, "hennep": HennepFlow, "nazorg": NazorgFlow}


def flow_of(theme: str) -> type[Any]:
    """
    :raises KeyError: when no regime has this theme.
    """
    return FLOWS[theme]
