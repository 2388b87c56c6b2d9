"""The questions of the Awb track: the view of those concerned, objection and injunction."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm

HEARING = [
    ("written", _("Schriftelijk")),
    ("oral", _("Mondeling")),
    ("none", _("Geen zienswijze gegeven")),
]
OBJECTION = [
    ("none", _("Geen bezwaar binnen de termijn")),
    ("upheld", _("Bezwaar ongegrond of niet-ontvankelijk: het besluit blijft")),
    ("revised", _("Bezwaar gegrond: het besluit is herzien")),
]
INJUNCTION = [
    ("none", _("Niet gevraagd")),
    ("refused", _("Gevraagd en afgewezen")),
    ("granted", _("Toegewezen: het besluit is geschorst")),
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


class ObjectionForm(StepForm):
    kind = "objection"
    title = _("Bezwaar en voorlopige voorziening")
    intro = _("De bezwaartermijn is zes weken na de bekendmaking (Awb 6:7 en 6:8).")

    result = choice(_("Hoe is het afgelopen?"), OBJECTION)
    injunction = choice(_("Hoe is het met een voorlopige voorziening gegaan?"), INJUNCTION)
    notes = long_text(_("Toelichting"), required=False)

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])
