"""Narrow the list of cases; never by a name or an address."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from casework.models import Case, Stage

ALL = [("", _("Alle"))]


class CaseFilter(forms.Form):
    reference = forms.CharField(label=_("Zaaknummer"), required=False, max_length=24)
    stage = forms.ChoiceField(label=_("Fase"), required=False, choices=[*ALL, *Stage.choices])
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[*ALL, ("open", _("Lopend")), ("closed", _("Afgesloten"))],
    )

    def narrow(self, rows: QuerySet[Case, Any]) -> QuerySet[Case, Any]:
        if not self.is_valid():
            return rows
        wanted = self.cleaned_data
        if wanted["reference"]:
            rows = rows.filter(reference__icontains=wanted["reference"].strip())
        if wanted["stage"]:
            rows = rows.filter(stage=wanted["stage"])
        if wanted["status"]:
            rows = rows.filter(closed_at__isnull=wanted["status"] == "open")
        return rows
