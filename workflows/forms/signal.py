"""H0: the signal with which a case begins."""

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import SubjectKind
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text
from workflows.models import Premises

SOURCES = [
    ("police", _("Eigen waarneming van de politie")),
    ("grid", _("Netbeheerder")),
    ("housing", _("Woningcorporatie")),
    ("anonymous", _("Meld Misdaad Anoniem")),
    ("neighbourhood", _("Melding uit de buurt")),
    ("municipality", _("Waarneming van de gemeente")),
]


class SignalForm(BeginForm):
    title = _("Signaal")
    shares = ("signal",)
    page_title = _("Hennepteelt melden")
    page_intro = _(
        "Met een signaal begint een zaak. De politie krijgt het signaal en doet onderzoek; de "
        "gemeente krijgt bericht als de politie rapporteert."
    )
    lead_label = _("In welke gemeente staat het pand?")

    source = choice(_("Waar komt het signaal vandaan?"), SOURCES)
    address = forms.CharField(
        label=_("Adres"), max_length=200, help_text=_("Straat, huisnummer en plaats.")
    )
    premises = choice(_("Wat voor pand is het?"), Premises.choices)
    noticed_on = day(_("Wanneer is het opgemerkt?"))
    observation = long_text(
        _("Wat is er waargenomen?"), help_text=_("Alleen feiten, geen oordeel en geen namen.")
    )

    def subjects(self) -> list[SubjectDraft]:
        premises = {"premises": self.cleaned_data["premises"]}
        return [SubjectDraft(SubjectKind.PREMISES, self.cleaned_data["address"], premises)]
