"""The filter above the register of disclosures, and the question to extend one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass
from casework.register import Wanted
from partners.actor import Actor
from partners.models import Organisation


class RegisterFilter(forms.Form):
    richting = forms.ChoiceField(
        label=_("Richting"),
        required=False,
        choices=[("", _("Verstrekt door ons")), ("ontvangen", _("Ontvangen door ons"))],
    )
    zaak = forms.CharField(label=_("Zaaknummer"), required=False, max_length=24)
    partner = forms.ModelChoiceField(
        label=_("Partner"), queryset=Organisation.objects.none(), required=False
    )
    klasse = forms.ChoiceField(
        label=_("Klasse"), required=False, choices=[("", _("Alle")), *InformationClass.choices]
    )
    lopend = forms.BooleanField(label=_("Alleen wat nu geldt"), required=False)
    van = forms.DateField(
        label=_("Vanaf"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    tot = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.filter(regions__in=actor.organisation.regions.all())
        others = rows.exclude(pk=actor.organisation_id).distinct().order_by("name")
        self.fields["partner"].queryset = others  # type: ignore[attr-defined]  # a ModelChoiceField

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(
            is_received=given["richting"] == "ontvangen",
            case_reference=given["zaak"].strip(),
            other_id=given["partner"].pk if given["partner"] else None,
            information_class=given["klasse"],
            is_running=given["lopend"],
            since=given["van"],
            until=given["tot"],
        )
