"""Hennepteelt: article 13b Opiumwet, domain brief 3."""

from viewflow.workflow import flow

from partners.models import Kind
from workflows.forms.signal import SignalForm
from workflows.overlays.advice_round import AdviceRound
from workflows.overlays.awb_track import AwbTrack
from workflows.overlays.enforcement import Enforcement
from workflows.overlays.police_report import PoliceReport
from workflows.overlays.refraining import Refraining
from workflows.spine import Overleg


class HennepFlow(Enforcement, AwbTrack, PoliceReport, Refraining, AdviceRound, Overleg, flow.Flow):
    """Hennepteelt"""

    begins_with = SignalForm
    reporters = frozenset(Kind) - {Kind.REGIO}
    brings = (Kind.POLITIE,)
    is_led_later = True
