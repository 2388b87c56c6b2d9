"""Z0 and Z2: the report with its criteria, what was missing of it, and telling the person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import SubjectKind
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm

CRITERIA = [
    ("multi", _("Problemen op meer dan één leefgebied, met overlast, strafbare feiten of gevaar")),
    ("chains", _("Meerdere ketens zijn nodig: drang, dwang en hulp samen")),
    ("impact", _("Er is een gevolg voor het gezin of de omgeving")),
    ("area", _("Ernstige problemen in een gebied of groep")),
]
INFORMED = [("yes", _("Ja")), ("no", _("Nee, want dat kan nu niet"))]
SILENCE = [
    ("inquiry", _("Het belang van een onderzoek")),
    ("safety", _("De veiligheid van de betrokkene of van anderen")),
]


class ApplicationForm(BeginForm):
    """Most may stay empty: the triage says what is missing, and it comes back."""

    title = _("Aanmelding")
    shares = ("application",)
    page_title = _("Persoonsgerichte aanpak aanmelden")
    page_intro = _(
        "Het Zorg- en Veiligheidshuis weegt elke week de aanmeldingen. U krijgt bericht van de "
        "uitkomst; wat daarna in het overleg wordt besproken, blijft bij wie daar is uitgenodigd."
    )
    lead_label = _("In welke gemeente woont of verblijft de betrokkene?")

    person = forms.CharField(label=_("Naam van de betrokkene"), max_length=200)
    born_on = day(_("Geboortedatum"), required=False)
    address = forms.CharField(label=_("Adres"), max_length=200, required=False)
    reason = long_text(_("Wat is de aanleiding?"))
    objective = long_text(_("Wat moet het overleg bereiken?"), required=False)
    criteria = forms.MultipleChoiceField(
        label=_("Aan welke criteria voldoet de casus?"),
        choices=CRITERIA,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De eerste drie samen, of het laatste."),
    )
    why_not_regular = long_text(_("Waarom lukt het niet in de gewone keten?"), required=False)
    necessity_of_data = long_text(
        _("Waarom zijn de gegevens die u hier geeft nodig?"), required=False
    )
    wanted = long_text(_("Welke partners zijn al betrokken?"), required=False)

    def subjects(self) -> list[SubjectDraft]:
        given = self.cleaned_data
        details = {"address": given["address"]} if given["address"] else {}
        if given["born_on"]:
            details["born_on"] = given["born_on"].isoformat()
        return [SubjectDraft(SubjectKind.PERSON, given["person"], details)]


class SupplementForm(StepForm):
    kind = "supplement"
    title = _("Aanvulling op de aanmelding")
    intro = _("Lees bij de bijdragen wat er nog ontbreekt.")
    shares = ("application",)

    criteria = ApplicationForm.base_fields["criteria"]
    supplement = long_text(_("Wat vult u aan?"))


class InformForm(StepForm):
    kind = "informing"
    title = _("Betrokkene geïnformeerd")
    intro = _("Wie aanmeldt, vertelt het de betrokkene, tenzij een onderzoek of veiligheid wacht.")
    shares = ("informed",)

    is_informed = choice(_("Weet de betrokkene van de aanmelding?"), INFORMED)
    informed_on = day(_("Wanneer is het verteld?"), required=False)
    silence = choice(_("Waarom nog niet?"), SILENCE, required=False)
    explanation = long_text(_("Toelichting"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("is_informed") == "yes":
            self.need("informed_on")
        elif answers.get("is_informed") == "no":
            self.need("silence", "explanation")
        return answers
