"""Propose a commitment."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import Case
from partners.acting import moment
from partners.models import Organisation


class CommitmentForm(OnceForm):
    party = forms.ModelChoiceField(label=_("Welke partij?"), queryset=Organisation.objects.none())
    text = forms.CharField(
        label=_("Wat spreekt u af?"),
        max_length=300,
        help_text=_("Zonder namen of adressen: alle partners met overzicht lezen dit."),
    )
    due_on = forms.DateField(
        label=_("Uiterlijk"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = Organisation.objects.filter(  # type: ignore[attr-defined]  # a ModelChoiceField
            participations__case=case, participations__until__isnull=True
        )

    def clean_due_on(self) -> Any:
        due_on = self.cleaned_data["due_on"]
        if due_on < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return due_on
