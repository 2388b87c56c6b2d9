"""The injunction (Awb 8:81): it may suspend a decision, which is then not carried out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows import policies
from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm

INJUNCTION = [
    ("refused", _("Afgewezen")),
    ("granted", _("Toegewezen: het besluit is geschorst")),
    ("withdrawn", _("Het verzoek is ingetrokken")),
]


class InjunctionForm(StepForm):
    kind = "injunction"
    title = _("Voorlopige voorziening")
    intro = _(
        "Kan worden gevraagd zolang het bezwaar of beroep loopt (Awb 8:81). "
        "Is er niets gevraagd? Laat deze taak dan staan: zij vervalt vanzelf."
    )

    result = choice(_("Wat is er met het verzoek gebeurd?"), INJUNCTION)
    ruled_on = day(_("Datum van de uitspraak of de intrekking"))
    until = day(
        _("Geschorst tot en met"),
        required=False,
        help_text=_("Alleen als de rechter een dag noemt."),
    )
    notes = long_text(_("Toelichting"), required=False)

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])


class SuspensionForm(StepForm):
    kind = "suspension"
    title = _("Einde van de schorsing")
    intro = _("Zolang deze taak openstaat is het besluit geschorst en wordt het niet uitgevoerd.")

    ended_on = day(_("Vanaf welke dag is het besluit niet meer geschorst?"))
    reason = long_text(_("Waardoor eindigt de schorsing?"))

    def outcome(self) -> str:
        return "ended"


class CarryOutForm(StepForm):
    """The form of a step that carries a decision out: not while that is suspended."""

    aside = "workflows/step/_suspended.html"

    @property
    def why_not(self) -> str | None:
        return policies.why_not_carry_out(self.step.case)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.why_not:
            raise forms.ValidationError(self.why_not, code="suspended")
        return answers
