"""The regimes, a file each, by theme."""

from typing import Any

from workflows.flows.adhoc import AdHocFlow
from workflows.flows.bij import BijFlow
from workflows.flows.hennep import HennepFlow
from workflows.flows.nazorg import NazorgFlow
from workflows.flows.ondermijning import OndermijningFlow
from workflows.flows.pga import PgaFlow

FLOWS: dict[str, type[Any]] = {
    "adhoc": AdHocFlow,
    "bij": BijFlow,
    "hennep": HennepFlow,
    "nazorg": NazorgFlow,
    "ondermijning": OndermijningFlow,
    "pga": PgaFlow,
}


def flow_of(theme: str) -> type[Any]:
    """
    :raises KeyError: when no regime has this theme.
    """
    return FLOWS[theme]
