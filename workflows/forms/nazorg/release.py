"""N4 and N5: the day of release, and how it went after one, three and six months."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass
from partners.acting import moment
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.nazorg.conditions import CONDITIONS
from workflows.forms.step_form import StepForm

HAPPENED = [
    ("released", _("De betrokkene is vrij")),
    ("moved", _("De vrijlating is verplaatst")),
]
CHECKS = ("contact", "papers", "benefit", "bed")
RESULTS = [("good", _("Op orde")), ("weak", _("Niet op orde")), ("unknown", _("Onbekend"))]
COURSES = [("next", _("Nazorg gaat door")), ("stop", _("Nazorg stopt eerder"))]


class HandoverForm(StepForm):
    kind = "handover"
    title = _("Warme overdracht")
    intro = _("Op de dag van vrijlating is er contact, en is het nodige geregeld.")
    shares = ("release_notice",)
    by_answer = frozenset({"release_notice"})

    happened = choice(_("Wat is er gebeurd?"), HAPPENED)
    moved_to = day(_("Nieuwe dag van vrijlating"), required=False)
    released_on = day(_("Dag van vrijlating"), required=False)
    contact = yes_no(_("Is er contact geweest met de betrokkene?"))
    papers = yes_no(_("Heeft de betrokkene een geldig identiteitsbewijs?"))
    benefit = yes_no(_("Is er inkomen of een uitkering?"))
    bed = yes_no(_("Is er een bed voor de eerste nacht?"))
    notes = long_text(_("Wat moet nog gebeuren?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in CHECKS:
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        today = timezone.localdate(moment())
        if answers.get("happened") == "moved":
            self.need("moved_to")
            if answers.get("moved_to") and answers["moved_to"] < today:
                self.add_error("moved_to", _("Kies een dag vanaf vandaag."))
        elif answers.get("happened") == "released":
            self.need("released_on", *CHECKS)
            if answers.get("released_on") and answers["released_on"] > today:
                self.add_error("released_on", _("Deze dag moet nog komen."))
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["happened"])


class LastFollowUpForm(StepForm):
    kind = "follow-up"
    title = _("Nazorg na vrijlating")
    information_class = InformationClass.Z

    is_signalled = yes_no(_("Zijn er signalen van nieuwe strafbare feiten?"))
    notes = long_text(_("Wat is er nog nodig?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        results = {f"{name}_result": choice(label, RESULTS) for name, label in CONDITIONS.items()}
        self.fields = {**results, **self.fields}


class FollowUpForm(LastFollowUpForm):
    course = choice(_("Hoe gaat het verder?"), COURSES)
    stop_reason = long_text(_("Waarom stopt de nazorg?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("course") == "stop":
            self.need("stop_reason")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])
