"""The length of a term as a number and a unit; it cleans to how a formule writes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.formules.shape import is_length
from workflows.terms import Length, Unit

UNITS = [
    (Unit.HOURS, _("uur")),
    (Unit.DAYS, _("dagen")),
    (Unit.WORKING_DAYS, _("werkdagen")),
    (Unit.WEEKS, _("weken")),
    (Unit.MONTHS, _("maanden")),
]
MOST = 999


class LengthWidget(forms.MultiWidget):
    def __init__(self) -> None:
        number = forms.NumberInput(attrs={"min": 1, "max": MOST, "aria-label": _("Aantal")})
        unit = forms.Select(choices=UNITS, attrs={"aria-label": _("Eenheid")})
        super().__init__([number, unit])

    def decompress(self, value: Any) -> list[Any]:
        if not is_length(value):
            return [None, Unit.WEEKS]
        length = Length.parse(value)
        return [length.count, length.unit.value]


class LengthField(forms.MultiValueField):
    widget = LengthWidget

    def __init__(self, **kwargs: Any) -> None:
        number = forms.IntegerField(required=False, min_value=1, max_value=MOST)
        unit = forms.ChoiceField(choices=UNITS)
        super().__init__((number, unit), require_all_fields=False, **kwargs)

    def compress(self, data_list: list[Any]) -> str:
        """Without a number there is no term, whatever the unit."""
        if not data_list or data_list[0] in (None, ""):
            return ""
        return f"{data_list[0]}{data_list[1]}"

    def clean(self, value: Any) -> str:
        cleaned = str(super().clean(value))
        if self.required and not cleaned:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return cleaned

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The unit alone changes nothing."""
        number = (data or [None])[0]
        if initial in (None, "") and number in (None, ""):
            return False
        return super().has_changed(initial, data)
