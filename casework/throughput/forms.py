"""What of the throughput one wants to see."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casework.throughput import labels, queries
from casework.throughput.periods import RECENT, periods
from casework.throughput.queries import Wanted
from partners.models import Region


class ThroughputFilter(forms.Form):
    """Bound to the address; what it does not say is the whole region, lately, in all themes."""

    regio = forms.ChoiceField(label=_lazy("Regio"), required=False)
    gemeente = forms.ChoiceField(label=_lazy("Gemeente"), required=False)
    periode = forms.ChoiceField(label=_lazy("Periode"), required=False)
    thema = forms.ChoiceField(label=_lazy("Thema"), required=False)

    def __init__(self, data: Any, *, regions: list[Region]) -> None:
        super().__init__(data)
        self.regions = {region.code: region for region in regions}
        # One gemeente for each choice of region: another region's names are no choice here.
        self.region = self.regions.get(data.get("regio", ""), regions[0])
        gemeenten = queries.gemeenten_in(self.region)
        self._offer("regio", [(one.code, one.name) for one in regions])
        self._offer(
            "gemeente",
            [("", _("Hele regio")), *((one.code, one.name) for one in gemeenten)],
        )
        self._offer("periode", periods(timezone.localdate()))
        self._offer("thema", [("", _("Alle thema's")), *labels.themes()])
        if len(regions) == 1:
            del self.fields["regio"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def wanted(self) -> Wanted:
        """Of a valid form."""
        return Wanted(
            region=self.region,
            period=self.cleaned_data["periode"] or RECENT,
            theme=self.cleaned_data["thema"],
            gemeente=self.cleaned_data["gemeente"],
        )

    @property
    def period_label(self) -> str:
        """Of a valid form."""
        return dict(periods(timezone.localdate()))[self.wanted().period]
