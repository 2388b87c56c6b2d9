"""The regimes, a file each, by theme."""

from typing import Any

from workflows.flows.adhoc import AdHocFlow
from workflows.flows.agressie import AgressieFlow
from workflows.flows.bibob import BibobFlow
from workflows.flows.bij import BijFlow
from workflows.flows.evenement import EvenementFlow
from workflows.flows.hennep import HennepFlow
from workflows.flows.huisverbod import HuisverbodFlow
from workflows.flows.nazorg import NazorgFlow
from workflows.flows.ondermijning import OndermijningFlow
from workflows.flows.pga import PgaFlow

FLOWS: dict[str, type[Any]] = {
    "adhoc": AdHocFlow,
    "agressie": AgressieFlow,
    "bibob": BibobFlow,
    "bij": BijFlow,
    "evenement": EvenementFlow,
    "hennep": HennepFlow,
    "huisverbod": HuisverbodFlow,
    "nazorg": NazorgFlow,
    "ondermijning": OndermijningFlow,
    "pga": PgaFlow,
}


def flow_of(theme: str) -> type[Any]:
    """
    :raises KeyError: when no regime has this theme.
    """
    return FLOWS[theme]
