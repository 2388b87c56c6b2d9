"""What is asked when a formule is made, adopted or read in from a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Region
from workflows.forms.fields import day
from workflows.forms.formule_part import text


class RegionForm(forms.Form):
    """Asked only of who serves several regions."""

    region = forms.ModelChoiceField(label=_("Voor welke regio?"), queryset=Region.objects.none())

    def __init__(self, *args: Any, regions: list[Region], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regions = regions
        field = self.fields["region"]
        field.queryset = Region.objects.filter(pk__in=[one.pk for one in regions])  # type: ignore[attr-defined]
        if len(regions) == 1:
            del self.fields["region"]

    def chosen_region(self) -> Region:
        """Of a valid form."""
        chosen: Region | None = self.cleaned_data.get("region")
        return chosen or self.regions[0]


class ImportForm(RegionForm):
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een formule die uit Schakelpunt is opgeslagen (.json)."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )


class AdoptForm(forms.Form):
    name = text(
        _("Wie in het management staat voor deze formule?"),
        120,
        help_text=_("De naam van de opdrachtgever, zoals die bij de vaststelling is genoemd."),
    )
    function = text(_("In welke functie?"), 120, help_text=_("Bijvoorbeeld: gemeentesecretaris."))
    valid_from = day(_("Vanaf welke dag geldt zij?"))
    evaluate_on = day(_("Wanneer evalueert u haar?"))

    def __init__(self, *args: Any, today: date, after: date | None, **kwargs: Any) -> None:
        """`after` is the day on which the version in force began."""
        super().__init__(*args, **kwargs)
        self.today = today
        self.after = after

    def clean_valid_from(self) -> date:
        chosen: date = self.cleaned_data["valid_from"]
        if chosen < self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        if self.after is not None and chosen <= self.after:
            raise forms.ValidationError(
                _("Kies een dag na het begin van de versie die nu is vastgesteld.")
            )
        return chosen

    def clean(self) -> None:
        begins, evaluated = (
            self.cleaned_data.get("valid_from"),
            self.cleaned_data.get("evaluate_on"),
        )
        if begins and evaluated and evaluated <= begins:
            self.add_error("evaluate_on", _("Kies een dag nadat de formule begint te gelden."))
