"""Opening a case, and H3: is the report complete, is there power, who has an interest?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Priority
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm
from workflows.models import Premises, Substance

COMPLETE = [
    ("complete", _("Ja, alle tien vragen zijn beantwoord")),
    ("incomplete", _("Nee, terug naar de politie voor aanvulling")),
]
POWER = [
    ("trade", _("Ja: verkoop, aflevering, verstrekking of aanwezigheid (lid 1, onder a)")),
    ("preparation", _("Ja: voorbereidingshandelingen (lid 1, onder b)")),
    ("none", _("Nee, niet bevoegd")),
]
RECIDIVE = [
    ("1", _("Eerste keer")),
    ("2", _("Tweede keer")),
    ("3", _("Derde keer of vaker")),
]


class OpenCaseForm(StepForm):
    kind = "opening"
    title = _("Zaak openen")
    intro = _("U neemt de regie en wordt eigenaar van deze zaak.")
    takes_files = False

    woonkern = forms.CharField(label=_("Woonkern"), max_length=80)
    priority = choice(_("Prioriteit"), Priority.choices)


class WeighForm(PartnerFields):
    kind = "weighing"
    title = _("Toets van de rapportage")
    intro = _("Controleer de rapportage en kies welke partners u vraagt.")
    shares = ("missing", "premises")
    by_answer = frozenset({"missing", "premises"})
    partners_help = _("Zij krijgen het adres, de datum en het feit, en niets meer.")

    is_complete = choice(_("Is de rapportage volledig?"), COMPLETE)
    missing = long_text(_("Wat ontbreekt er?"), required=False)
    power = choice(_("Is de burgemeester bevoegd (artikel 13b Opiumwet)?"), POWER, required=False)
    address = forms.CharField(label=_("Adres van het pand"), max_length=200, required=False)
    found_on = day(_("Datum van de vondst"), required=False)
    premises = choice(_("Soort pand"), Premises.choices, required=False)
    substance = choice(_("Waar gaat het om?"), Substance.choices, required=False)
    occurrence = choice(_("Hoe vaak is hier iets gevonden?"), RECIDIVE, required=False)
    previous_on = day(_("Datum van de vorige vondst"), required=False)
    has_minors = yes_no(_("Wonen er minderjarige kinderen?"))
    interested = long_text(
        _("Wie zijn de belanghebbenden?"),
        required=False,
        help_text=_("Bewoner, huurder, eigenaar."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["has_minors"].required = False

    def clean(self) -> dict[str, Any]:
        """Ask only what the chosen course needs."""
        answers = super().clean() or {}
        if answers.get("is_complete") == "incomplete":
            self.need("missing")
        elif answers.get("is_complete") == "complete":
            self.need("power")
            if answers.get("power") in ("trade", "preparation"):
                self.need("address", "found_on", "premises", "substance", "occurrence")
                self.need("has_minors", "interested")
                if answers.get("occurrence") in ("2", "3"):
                    self.need("previous_on")
        if (
            answers.get("previous_on")
            and answers.get("found_on")
            and answers["previous_on"] >= answers["found_on"]
        ):
            self.add_error("previous_on", _("De vorige vondst moet eerder zijn dan deze."))
        return answers

    def outcome(self) -> str:
        if self.cleaned_data["is_complete"] == "incomplete":
            return "incomplete"
        return "no_power" if self.cleaned_data["power"] == "none" else "complete"
