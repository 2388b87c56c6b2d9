"""E2: in time, and complete (Awb 4:5)? If not, who decides what becomes of the application."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from workflows.events.of_case import deadline_of
from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm

COMPLETE = [
    ("complete", _("Ja, er is genoeg om te beoordelen")),
    ("incomplete", _("Nee, de organisator krijgt de kans om aan te vullen (Awb 4:5)")),
]
LATE = [
    ("treat", _("Toch behandelen")),
    ("dismiss", _("Voorleggen aan de burgemeester: buiten behandeling laten")),
]
SUPPLEMENTED = [
    ("supplemented", _("Ja, de aanvulling is binnen")),
    ("none", _("Nee, de termijn is ongebruikt verstreken")),
]
DISMISSAL = [
    ("dismissed", _("Buiten behandeling laten")),
    ("treated", _("Toch behandelen")),
]


class WeighApplicationForm(StepForm):
    """`deadline` is what the gemeente set for the class that was applied for, if anything."""

    kind = "weighing"
    title = _("Toets van de aanvraag")
    aside = "workflows/evenement/_deadline.html"

    is_complete = choice(_("Is de aanvraag compleet?"), COMPLETE)
    missing = long_text(_("Wat ontbreekt er?"), required=False)
    supplement_until = day(_("Tot en met welke dag kan de organisator aanvullen?"), required=False)
    late = choice(_("De aanvraag is te laat. Wat doet u?"), LATE, required=False)
    late_reason = long_text(_("Waarom?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deadline = deadline_of(self.step.case)
        if not self.is_late:
            del self.fields["late"]
            del self.fields["late_reason"]

    @property
    def is_late(self) -> bool:
        return self.deadline is not None and self.deadline.is_late

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.is_late:
            self.need("late", "late_reason")
        if answers.get("is_complete") == "incomplete" and answers.get("late") != "dismiss":
            self.need("missing", "supplement_until")
            until = answers.get("supplement_until")
            if until and until <= timezone.localdate(moment()):
                self.add_error("supplement_until", _("Kies een dag na vandaag."))
        return answers

    def outcome(self) -> str:
        if self.cleaned_data.get("late") == "dismiss":
            return "late"
        return str(self.cleaned_data["is_complete"])


class SupplementApplicationForm(StepForm):
    kind = "supplement"
    title = _("Aanvulling van de aanvraag")
    intro = _("De beslistermijn is opgeschort tot de aanvulling er is (Awb 4:15).")

    result = choice(_("Heeft de organisator aangevuld?"), SUPPLEMENTED)
    supplement = long_text(_("Wat is er aangevuld?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("result") == "supplemented":
            self.need("supplement")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])


class DismissForm(StepForm):
    kind = "ruling"
    title = _("Besluit over behandeling")
    intro = _("De aanvraag is te laat, of niet aangevuld. U bent niet verplicht haar te laten.")
    aside = "workflows/evenement/_deadline.html"

    ruling = choice(_("Wat besluit u?"), DISMISSAL)
    motive = long_text(_("Waarom?"))
    announced_on = day(_("Datum van bekendmaking"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.deadline = deadline_of(self.step.case)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("ruling") == "dismissed":
            self.need("announced_on")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
