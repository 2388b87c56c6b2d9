"""The view of those concerned, before the decision (Awb 4:7 to 4:9)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm

HEARING = [
    ("written", _("Schriftelijk")),
    ("oral", _("Mondeling")),
    ("none", _("Geen zienswijze gegeven")),
]


class HearForm(StepForm):
    kind = "view"
    title = _("Zienswijze")
    intro = _("De belanghebbende kiest zelf: schriftelijk of mondeling (Awb 4:9).")

    how = choice(_("Hoe is de zienswijze gegeven?"), HEARING)
    received_on = day(_("Datum van de zienswijze"), required=False)
    summary = long_text(_("Wat is er naar voren gebracht?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("how") in ("written", "oral"):
            self.need("received_on", "summary")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["how"])
