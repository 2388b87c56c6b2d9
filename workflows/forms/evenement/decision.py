"""E6 and E7: are the plans good enough, and what does the burgemeester decide?"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.events.of_case import class_of
from workflows.forms.evenement.fields import number
from workflows.forms.evenement.risk import ClashAside
from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm
from workflows.kept import kept
from workflows.models import EventClass

JUDGEMENTS = [
    ("sufficient", _("Voldoende")),
    ("insufficient", _("Onvoldoende")),
    ("none", _("Niet nodig")),
]
INSUFFICIENT = [
    ("repeat", _("De organisator levert een nieuwe versie")),
    ("decide", _("Voorleggen aan de burgemeester: er is geen tijd meer")),
]
PLANS = ("safety", "health", "mobility")
PERMITS = {
    "permit": _("Vergunning verlenen"),
    "conditions": _("Vergunning verlenen met voorschriften"),
}
RULINGS = [
    *PERMITS.items(),
    ("unsupported", _("Vergunnen zonder regionale inzet: de gemeente houdt zelf de regie")),
    ("intend_refusal", _("Voornemen om te weigeren: eerst de aanvrager horen (Awb 4:7)")),
    ("refuse", _("Weigeren")),
]
NOTICE_RULINGS = [
    ("notice", _("Melding akkoord: er is geen vergunning nodig")),
    ("intend_refusal", _("Voornemen om te verbieden: eerst de melder horen (Awb 4:8)")),
    ("refuse", _("Verbieden")),
]


class PlansForm(StepForm):
    """Each plan with its version and a judgement; what is attached is not public."""

    kind = "plans"
    title = _("Plannen van de organisator")
    intro = _("Voeg de plannen toe als bijlage. Alleen de diensten in deze zaak krijgen ze.")
    shares = ("plans",)

    safety = choice(_("Veiligheidsplan"), JUDGEMENTS)
    safety_version = number(_("Versie van het veiligheidsplan"), most=99, required=False)
    health = choice(_("Gezondheidsplan"), JUDGEMENTS)
    health_version = number(_("Versie van het gezondheidsplan"), most=99, required=False)
    mobility = choice(_("Mobiliteitsplan"), JUDGEMENTS)
    mobility_version = number(_("Versie van het mobiliteitsplan"), most=99, required=False)
    remarks = long_text(_("Wat moet er nog beter?"), required=False)
    onward = choice(_("Er is een plan onvoldoende. Hoe verder?"), INSUFFICIENT, required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        judged = [name for name in PLANS if answers.get(name) in ("sufficient", "insufficient")]
        self.need(*(f"{name}_version" for name in judged))
        if self._is_insufficient(answers):
            self.need("remarks", "onward")
        if answers.get("safety") == "none" and class_of(self.step.case) == EventClass.RISK:
            self.add_error("safety", _("Bij klasse C hoort een veiligheidsplan."))
        return answers

    def _is_insufficient(self, answers: dict[str, Any]) -> bool:
        return "insufficient" in {answers.get(name) for name in PLANS}

    def outcome(self) -> str:
        if not self._is_insufficient(self.cleaned_data):
            return "sufficient"
        return "repeat" if self.cleaned_data["onward"] == "repeat" else "insufficient"


class DecideEventForm(ClashAside):
    """To permit in spite of a clash: say why it is resolved, or do without regional means."""

    kind = "ruling"
    title = _("Besluit over het evenement")
    shares = ("event_decision",)
    by_answer = frozenset({"event_decision"})

    ruling = choice(_("Wat besluit u?"), RULINGS)
    motive = long_text(_("Motivering"))
    conditions = long_text(_("Welke voorschriften gelden?"), required=False)
    clash_reason = long_text(
        _("Waarom is de botsing opgelost?"),
        required=False,
        help_text=_(
            "Verplicht als u met regionale inzet vergunt terwijl het evenement botst met een ander."
        ),
    )
    hearing_waived = long_text(
        _("Waarom hoort u de aanvrager niet?"),
        required=False,
        help_text=_("Verplicht als u weigert zonder zienswijze (Awb 4:7 en 4:11)."),
    )
    announced_on = day(_("Datum van bekendmaking"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if class_of(self.step.case) == EventClass.NOTICE:
            field: Any = self.fields["ruling"]
            field.choices = NOTICE_RULINGS
        if not self.clashes:
            del self.fields["clash_reason"]
        if kept(self.step.case, "view"):
            del self.fields["hearing_waived"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        ruling = answers.get("ruling")
        if ruling == "conditions":
            self.need("conditions")
        if ruling in PERMITS and self.clashes and not answers.get("clash_reason"):
            self.add_error(
                "clash_reason",
                _("Leg uit waarom de botsing is opgelost, of vergun zonder regionale inzet."),
            )
        if ruling == "refuse" and "hearing_waived" in self.fields:
            self.need("hearing_waived")
        if ruling and ruling != "intend_refusal":
            self.need("announced_on")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
