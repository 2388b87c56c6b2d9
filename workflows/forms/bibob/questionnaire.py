"""B2, B3 and B3x: the questionnaire goes out, comes back, or stays away."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from workflows.forms.bibob.words import not_yet
from workflows.forms.fields import choice, day, long_text
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm
from workflows.kept import kept

FORM_TYPES = [
    (str(number), format_lazy(_("Formulier {number}"), number=number)) for number in range(1, 6)
]
COMPLETE = [
    ("complete", _("Ja, volledig ingevuld en met alle stukken")),
    ("repair", _("Nee, betrokkene krijgt de gelegenheid om aan te vullen (Awb 4:5)")),
    ("failed", _("Nee, ook niet na die gelegenheid")),
]
MISSING = [
    ("dismiss", _("De aanvraag buiten behandeling stellen (Awb 4:5)")),
    ("danger", _("Als ernstig gevaar aanmerken (Wet Bibob art. 4)")),
]


class AskQuestionnaireForm(StepForm):
    kind = "questionnaire"
    title = _("Bibob-vragenlijst")
    intro = _(
        "Eerst de vragenlijst, dan pas vragen om gegevens van politie en justitie. "
        "De beslistermijn van een aanvraag staat stil tot de vragenlijst terug is (Awb 4:15)."
    )

    form_type = choice(
        _("Welk formulier?"),
        FORM_TYPES,
        help_text=_("De vijf formulieren van de Regeling Bibob-formulieren."),
    )
    applied_on = day(
        _("Datum van de aanvraag"),
        required=False,
        help_text=_("Leeg als er geen aanvraag is. De beslistermijn telt vanaf deze dag."),
    )
    issued_on = day(_("Uitgereikt op"))
    reply_by = day(_("Terug uiterlijk op"), help_text=_("Meestal twee tot vier weken later."))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "applied_on", "issued_on")
        issued, reply_by = answers.get("issued_on"), answers.get("reply_by")
        if issued and reply_by and reply_by <= issued:
            self.add_error("reply_by", _("Kies een dag na de uitreiking."))
        applied = answers.get("applied_on")
        if issued and applied and applied > issued:
            self.add_error("issued_on", _("De vragenlijst komt niet vóór de aanvraag."))
        return answers

    def outcome(self) -> str:
        return "issued"


class CheckQuestionnaireForm(PartnerFields):
    """Partners are asked once the questionnaire is complete, and hear only whom it is about."""

    kind = "questionnaire-check"
    title = _("Beoordeling van de vragenlijst")
    shares = ("involved",)
    by_answer = frozenset({"involved"})
    partners_help = _("Zij krijgen de naam van betrokkene en de vraag, en niets meer.")

    result = choice(_("Is de vragenlijst volledig?"), COMPLETE)
    received_on = day(_("Ontvangen op"), required=False)
    repair_by = day(_("Aanvullen uiterlijk op"), required=False)
    rsin = forms.CharField(label=_("RSIN van betrokkene"), max_length=20, required=False)
    persons = long_text(
        _("Wie horen erbij?"),
        required=False,
        help_text=_(
            "Eén persoon per regel: naam, geboortedatum, rol (leiding, bestuur, zeggenschap, "
            "vermogensverschaffer, vennoot, onderaannemer, financier of verhuurder)."
        ),
    )
    financing = long_text(
        _("Hoe is de financiering?"),
        required=False,
        help_text=_("Eén bron per regel: bron, bedrag, overeenkomst."),
    )
    antecedents = long_text(_("Welke antecedenten gaf betrokkene op?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("result") == "complete":
            self.need("received_on", "persons", "financing")
            not_yet(self, "received_on")
        if answers.get("result") == "repair":
            self.need("repair_by")
            by = answers.get("repair_by")
            if by and by <= timezone.localdate(moment()):
                self.add_error("repair_by", _("Kies een dag na vandaag."))
        if answers.get("result") == "failed" and not self._was_offered:
            self.add_error(
                "result", _("Geef betrokkene eerst de gelegenheid om aan te vullen (Awb 4:5).")
            )
        return answers

    @property
    def _was_offered(self) -> bool:
        return bool(kept(self.step.case, self.kind).get("repair_by"))

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])


class MissingForm(StepForm):
    kind = "missing-questionnaire"
    title = _("Ontbrekende vragenlijst")

    course = choice(_("Wat doet u nu de vragenlijst ontbreekt of onvolledig is?"), MISSING)
    motive = long_text(_("Motivering"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        applied = kept(self.step.case, "questionnaire").get("applied_on")
        if answers.get("course") == "dismiss" and not applied:
            self.add_error("course", _("Er is geen aanvraag om buiten behandeling te stellen."))
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])
