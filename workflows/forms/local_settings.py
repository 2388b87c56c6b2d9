"""What a gemeente sets differently: from a day, with the source and the reason."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Measure
from workflows.forms.fields import day
from workflows.forms.formule_part import area, blank, select, text
from workflows.forms.length_field import LengthField
from workflows.formules.adjustable import Adjustable, Sort
from workflows.models import Premises, Substance

HOW = [("own", _("Een eigen waarde")), ("formule", _("Weer volgens de formule"))]


class FromADay(forms.Form):
    """`after` is the day of the last change, before which nothing is set any more."""

    def __init__(self, *args: Any, today: date, after: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.after = after

    def clean_valid_from(self) -> date:
        chosen: date = self.cleaned_data["valid_from"]
        if chosen < self.today:
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        if self.after is not None and chosen <= self.after:
            raise forms.ValidationError(_("Kies een dag na de laatste wijziging."))
        return chosen


class SettingForm(FromADay):
    how = forms.ChoiceField(
        label=_("Wat geldt er?"), choices=HOW, initial="own", widget=forms.RadioSelect
    )
    valid_from = day(_("Vanaf welke dag?"))
    source = text(
        _("Bron"), 200, help_text=_("Het besluit of beleid waarin dit staat, met de datum.")
    )
    reason = area(
        _("Reden"),
        600,
        help_text=_(
            "Waarom wijkt uw gemeente af? Dit staat in het overzicht van de regio; noem geen namen."
        ),
    )

    def __init__(self, *args: Any, declared: Adjustable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = _value_field(declared)
        self.order_fields(["how", "value", "valid_from", "source", "reason"])

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("how") == "own" and not given.get("value") and "value" not in self.errors:
            self.add_error("value", _("Vul een waarde in."))

    def value(self) -> str:
        """Of a valid form; empty to follow the formule."""
        return str(self.cleaned_data["value"]) if self.cleaned_data["how"] == "own" else ""


def _value_field(declared: Adjustable) -> forms.Field:
    if declared.sort == Sort.CHOICE:
        return select(_("Eigen waarde"), blank(list(declared.choices)), required=False)
    if declared.sort == Sort.NUMBER:
        return forms.IntegerField(
            label=_("Eigen waarde"), required=False, min_value=0, max_value=999_999
        )
    return LengthField(label=_("Eigen waarde"), required=False)


class RowForm(FromADay):
    premises = select(_("Soort pand"), Premises.choices)
    substance = select(_("Wat is er gevonden?"), Substance.choices)
    occurrence = forms.IntegerField(label=_("Hoeveelste keer"), min_value=1, max_value=9, initial=1)
    recidive_years = forms.IntegerField(
        label=_("Herhaling telt binnen (jaren)"), min_value=1, max_value=20, initial=5
    )
    measure = select(_("Maatregel"), Measure.choices)
    months = forms.IntegerField(
        label=_("Maanden"),
        required=False,
        min_value=1,
        max_value=120,
        help_text=_("Alleen bij een sluiting."),
    )
    valid_from = day(_("Vanaf welke dag?"))
    source = text(_("Bron"), 200, help_text=_("Het beleid waarin dit staat, met de datum."))

    def clean(self) -> None:
        closure = self.cleaned_data.get("measure") == Measure.CLOSURE
        months = self.cleaned_data.get("months")
        if closure and not months and "months" not in self.errors:
            self.add_error("months", _("Geef aan hoeveel maanden de sluiting duurt."))
        if not closure and months:
            self.add_error("months", _("Alleen een sluiting heeft maanden."))


class EndRowForm(FromADay):
    valid_from = day(_("Vanaf welke dag geldt deze regel niet meer?"))
