"""Z1: the weekly triage weighs a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass, Priority
from workflows.forms.fields import choice, long_text, yes_no
from workflows.forms.pga.ave_fields import AveFields
from workflows.forms.pga.begin import CRITERIA, SILENCE

WEIGHTS = [("low", _("Laag")), ("middle", _("Midden")), ("high", _("Hoog"))]
FACTORS = {
    "severity": _("Ernst en veiligheid"),
    "frequency": _("Hoe vaak het voorkomt"),
    "complexity": _("Complexiteit van de keten"),
    "public_impact": _("Gevolg voor de samenleving"),
    "stagnation": _("Vastgelopen hulp of aanpak"),
    "urgency": _("Urgentie"),
}
COURSES = [
    ("incomplete", _("Onvolledig: terug naar de melder")),
    ("rejected", _("Afwijzen, met advies over de gewone keten")),
    ("advice", _("Advies geven, zonder overleg")),
    ("meeting", _("Casusoverleg")),
    ("escalated", _("Direct opschalen, en casusoverleg")),
]
TAKEN = frozenset({"meeting", "escalated"})


class TriageForm(AveFields):
    kind = "triage"
    title = _("Triage")
    intro = _("Lees de aanmelding. De melder krijgt alleen de uitkomst en uw bericht.")
    shares = ("feedback",)
    shared_as = {"feedback": InformationClass.B}

    is_known = yes_no(_("Is de betrokkene al bekend in het Zorg- en Veiligheidshuis?"))
    criteria = forms.MultipleChoiceField(
        label=_("Aan welke criteria voldoet de casus?"),
        choices=CRITERIA,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De eerste drie samen, of het laatste."),
    )
    areas = forms.IntegerField(
        label=_("Op hoeveel leefgebieden zijn er problemen?"),
        min_value=0,
        max_value=12,
        required=False,
    )
    has_children = yes_no(_("Zijn er kinderen betrokken?"))
    course = choice(_("Wat is de uitkomst?"), COURSES)
    told = long_text(_("Wat krijgt de melder te lezen?"), help_text=_("Geen nieuwe gegevens."))
    legal_check = long_text(
        _("Op welke grondslag doet elke partij mee (privacytoets)?"), required=False
    )
    silence = choice(
        _("Waarom weet de betrokkene het nog niet?"),
        SILENCE,
        required=False,
        help_text=_("Bij direct opschalen wordt daar niet op gewacht."),
    )
    woonkern = forms.CharField(label=_("Woonkern"), max_length=80, required=False)
    priority = choice(_("Prioriteit"), Priority.choices, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("is_known", "has_children"):
            self.fields[name].required = False
        factors = {name: choice(label, WEIGHTS, required=False) for name, label in FACTORS.items()}
        before = {name: self.fields.pop(name) for name in ("is_known", "criteria", "areas")}
        self.fields = {**before, **factors, **self.fields}

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        course = answers.get("course")
        if course in TAKEN:
            self.need("is_known", "areas", "has_children", *FACTORS)
            self.need("legal_check", "woonkern", "priority")
            if not self.fits_criteria:
                self.add_error("criteria", _("Volgens de criteria hoort dit in de gewone keten."))
        if course == "escalated":
            self.need("silence")
            self.need_phase(comes_in=True)
        return answers

    @property
    def fits_criteria(self) -> bool:
        met = set(self.cleaned_data.get("criteria", []))
        return "area" in met or {"multi", "chains", "impact"} <= met

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])
