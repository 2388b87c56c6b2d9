"""H1 and H2: what politie found, and its report with the ten required answers (domain 3.3)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.sharing_fields import SharingFields
from workflows.forms.step_form import StepForm
from workflows.models import Premises, Substance


class VisitForm(StepForm):
    kind = "visit"
    title = _("Onderzoek ter plaatse")

    is_found = yes_no(_("Zijn er drugs, een kwekerij of voorbereidingen aangetroffen?"))
    visited_on = day(_("Datum van het onderzoek"))
    notes = long_text(_("Wat is er gedaan?"), required=False)

    def outcome(self) -> str:
        return "found" if self.cleaned_data["is_found"] == "yes" else "nothing"


class ReportForm(SharingFields):
    """The ten answers follow the CCV's list for a bestuurlijke rapportage."""

    kind = "report"
    title = _("Bestuurlijke rapportage")
    intro = _("Beantwoord alle tien vragen. Is iets er niet? Schrijf dan “geen” of “onbekend”.")
    shares = ("report",)

    found_on = day(_("Datum van de vondst"))
    premises = choice(_("Soort pand"), Premises.choices)
    substance = choice(_("Waar gaat het om?"), Substance.choices)
    plants = forms.IntegerField(label=_("Aantal planten"), min_value=0, max_value=100_000)
    reason = long_text(_("1. Wat was de aanleiding voor het onderzoek?"))
    searched = long_text(_("2. Wanneer en hoe is het pand doorzocht?"))
    drugs = long_text(_("3. Welke hoeveelheid en soort drugs is aangetroffen?"))
    goods = long_text(_("4. Welke drugsgerelateerde goederen, en hoeveel?"))
    weapons = long_text(_("5. Zijn er wapens aangetroffen?"))
    nuisance = long_text(_("6. Is er overlast, of zijn er meldingen?"))
    antecedents = long_text(_("7. Zijn er antecedenten?"))
    relations = long_text(_("8. Is er een relatie met andere panden of personen?"))
    danger = long_text(_("9. Was er gevaar: brand, elektrocutie, water?"))
    public_order = long_text(_("10. Is er risico voor de openbare orde, zoals een ripdeal?"))

    def outcome(self) -> str:
        return "sent"


class SupplementForm(SharingFields):
    kind = "supplement"
    title = _("Aanvulling op de rapportage")
    shares = ("report",)

    supplement = long_text(_("Wat vult u aan?"))

    def outcome(self) -> str:
        return "sent"
