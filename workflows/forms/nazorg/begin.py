"""N0: the report of a detention, and what the prison finds of the five conditions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass, SubjectKind
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.nazorg.conditions import ConditionFields

REGIMES = [
    ("prison", _("Gevangenis")),
    ("remand", _("Huis van bewaring")),
    ("leave", _("Verlof")),
    ("et", _("Elektronisch toezicht")),
    ("pp", _("Penitentiair programma")),
]


class ReportForm(BeginForm):
    title = _("Melding van detentie")
    shares = ("report",)
    page_title = _("Nazorg na detentie melden")
    page_intro = _("De gemeente en de inrichting werken samen aan vijf voorwaarden voor terugkeer.")
    lead_label = _("Naar welke gemeente keert de betrokkene terug?")

    person = forms.CharField(label=_("Naam van de betrokkene"), max_length=200)
    born_on = day(_("Geboortedatum"))
    detained_on = day(_("Begin van de detentie"))
    release_on = day(_("Verwachte dag van vrijlating"))
    regime = choice(_("Waar of hoe zit de betrokkene vast?"), REGIMES)
    prison = forms.CharField(label=_("Naam van de inrichting"), max_length=120)
    case_manager = forms.CharField(label=_("Casemanager"), max_length=120, required=False)
    probation = yes_no(_("Is de reclassering betrokken?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        start, end = answers.get("detained_on"), answers.get("release_on")
        if start and end and end < start:
            self.add_error("release_on", _("De vrijlating kan niet voor de detentie liggen."))
        return answers

    def subjects(self) -> list[SubjectDraft]:
        born_on = {"born_on": self.cleaned_data["born_on"].isoformat()}
        return [SubjectDraft(SubjectKind.PERSON, self.cleaned_data["person"], born_on)]


class ScreenForm(ConditionFields):
    """The risk is kept apart: it goes to named people alone."""

    kind = "screening"
    title = _("Screening van de voorwaarden")
    intro = _("Zorgvragen alleen voor zover de gemeente ze nodig heeft om iets te regelen.")
    shares = ("screening", "risk")
    by_answer = frozenset({"risk"})
    shared_as = {"risk": InformationClass.J}
    unkept = ConditionFields.unkept | {"risk"}

    risk = long_text(
        _("Welke risico-informatie heeft de gemeente nodig?"),
        required=False,
        help_text=_("Pbw art. 18b. Alleen de aangewezen personen bij de gemeente lezen dit."),
    )
