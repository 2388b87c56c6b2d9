"""Hennepteelt: article 13b Opiumwet, domain brief 3."""

from viewflow.workflow import flow

from workflows.overlays.enforcement import Enforcement
from workflows.overlays.police_report import PoliceReport
from workflows.spine import Overleg


class HennepFlow(Enforcement, PoliceReport, Overleg, flow.Flow):
    """Hennepteelt"""
