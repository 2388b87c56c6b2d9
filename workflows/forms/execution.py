"""H10 to H12: closing the premises, recovering costs, the warning, and refraining."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import day, long_text, yes_no
from workflows.forms.injunction import CarryOutForm
from workflows.forms.step_form import StepForm


class ClosePremisesForm(CarryOutForm):
    kind = "closing"
    title = _("Feitelijke sluiting")
    shares = ("measure_notice", "closure_notice")
    intro = _("Verzegelen mag (Awb 5:28). Leg vast wat er met bewoners en dieren is geregeld.")

    closed_on = day(_("Datum van de sluiting"))
    sealed = yes_no(_("Is het pand verzegeld?"))
    keys = long_text(_("Wat is er met sleutels en sloten gedaan?"))
    care = long_text(_("Wat is er geregeld voor kinderen, dieren en opvang?"))

    def outcome(self) -> str:
        return "closed"


class RecoverCostsForm(StepForm):
    kind = "costs"
    title = _("Kostenverhaal")
    intro = _("De kosten van bestuursdwang komen voor rekening van de overtreder (Awb 5:25).")

    recovers = yes_no(_("Verhaalt u de kosten?"))
    amount = forms.DecimalField(
        label=_("Bedrag in euro"), min_value=0, max_digits=10, decimal_places=2, required=False
    )
    reason = long_text(_("Waarom wel of niet?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("recovers") == "yes":
            self.need("amount")
        return answers

    def outcome(self) -> str:
        return "recovered" if self.cleaned_data["recovers"] == "yes" else "waived"


class RegisterWarningForm(StepForm):
    kind = "warning"
    title = _("Waarschuwing registreren")
    shares = ("measure_notice",)

    sent_on = day(_("Datum van de waarschuwing"))
    valid_years = forms.IntegerField(
        label=_("Hoeveel jaar telt de waarschuwing mee?"),
        min_value=1,
        max_value=5,
        help_text=_("Volgens het beleid van uw gemeente."),
    )

    def outcome(self) -> str:
        return "registered"


class RefrainForm(StepForm):
    kind = "refraining"
    title = _("Afzien van een maatregel")
    shares = ("measure_notice",)

    motive = long_text(_("Waarom ziet de gemeente af van een maatregel?"))
    referral = long_text(_("Naar welke partner verwijst u door?"), required=False)

    def outcome(self) -> str:
        return "refrained"
