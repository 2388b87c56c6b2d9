"""Of which region and theme one wants to see the deviations."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casework.throughput import labels
from partners.models import Region


class VariationFilter(forms.Form):
    regio = forms.ChoiceField(label=_lazy("Regio"), required=False)
    thema = forms.ChoiceField(label=_lazy("Thema"), required=False)

    def __init__(self, data: Any, *, regions: list[Region]) -> None:
        super().__init__(data)
        self.regions = {one.code: one for one in regions}
        self._offer("regio", [(one.code, one.name) for one in regions])
        self._offer("thema", [("", _("Alle thema's")), *labels.themes()])
        if len(regions) == 1:
            del self.fields["regio"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def region(self) -> Region:
        """Of a valid form."""
        chosen = self.cleaned_data.get("regio", "")
        return self.regions.get(chosen) or next(iter(self.regions.values()))
