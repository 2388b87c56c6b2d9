"""The regimes, a file each, by theme."""

from typing import Any

from workflows.flows.adhoc import AdHocFlow
from workflows.flows.agressie import AgressieFlow
from workflows.flows.bibob import BibobFlow
from workflows.flows.evenement import EvenementFlow
from workflows.flows.hennep import HennepFlow
from workflows.flows.huisverbod import HuisverbodFlow
from workflows.flows.ondermijning import OndermijningFlow

FLOWS: dict[str, type[Any]] = {
    "adhoc": AdHocFlow,
    "agressie": AgressieFlow,
    "bibob": BibobFlow,
    "evenement": EvenementFlow,
    "hennep": HennepFlow,
    "huisverbod": HuisverbodFlow,
    "ondermijning": OndermijningFlow,
}


def flow_of(theme: str) -> type[Any]:
    """
    :raises KeyError: when no regime has this theme.
    """
    return FLOWS[theme]
