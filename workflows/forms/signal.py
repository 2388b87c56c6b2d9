"""H0: the signal with which a case begins."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from partners.acting import moment
from partners.models import Kind, Organisation, ServiceArea
from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm
from workflows.models import Premises

SOURCES = [
    ("police", _("Eigen waarneming van de politie")),
    ("grid", _("Netbeheerder")),
    ("housing", _("Woningcorporatie")),
    ("anonymous", _("Meld Misdaad Anoniem")),
    ("neighbourhood", _("Melding uit de buurt")),
    ("municipality", _("Waarneming van de gemeente")),
]


class SignalForm(OnceForm, StepForm):
    kind = "signal"
    title = _("Signaal")
    shares = ("signal",)
    unkept = StepForm.unkept | {"submission"}

    lead = forms.ModelChoiceField(
        label=_("In welke gemeente staat het pand?"), queryset=Organisation.objects.none()
    )
    source = choice(_("Waar komt het signaal vandaan?"), SOURCES)
    address = forms.CharField(
        label=_("Adres"), max_length=200, help_text=_("Straat, huisnummer en plaats.")
    )
    premises = choice(_("Wat voor pand is het?"), Premises.choices)
    noticed_on = day(_("Wanneer is het opgemerkt?"))
    observation = long_text(
        _("Wat is er waargenomen?"), help_text=_("Alleen feiten, geen oordeel en geen namen.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(moment())
        served = ServiceArea.objects.in_force(today).filter(organisation=self.actor.organisation)
        gemeenten = Organisation.objects.in_force(today).filter(
            kind=Kind.GEMEENTE, regions__in=served.values("region")
        )
        if self.actor.organisation.kind == Kind.GEMEENTE:
            gemeenten = gemeenten.filter(pk=self.actor.organisation_id)
        lead = self.fields["lead"]
        lead.queryset = gemeenten.distinct()  # type: ignore[attr-defined]  # a ModelChoiceField
