"""Add a day that was made equal to a holiday."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import day
from workflows.models import EqualledDay


class EqualledDayForm(forms.Form):
    day = day(_("Welke dag?"))
    source = forms.CharField(
        label=_("Uit welk besluit blijkt dat?"),
        max_length=200,
        help_text=_("Het koninklijk besluit en de vindplaats in de Staatscourant."),
    )

    def clean_day(self) -> date:
        chosen: date = self.cleaned_data["day"]
        if EqualledDay.objects.filter(day=chosen).exists():
            raise forms.ValidationError(_("Deze dag staat er al in."))
        return chosen

    @staticmethod
    def reads(written: str) -> bool:
        try:
            date.fromisoformat(written)
        except ValueError:
            return False
        return True
