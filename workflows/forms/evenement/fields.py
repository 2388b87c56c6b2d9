"""Fields that events ask more than once: a moment, and a number of something."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

CAPACITY_LABELS: dict[str, Any] = {
    "police_hours": _("Hoeveel uren vraagt u van de politie, per dag?"),
    "fire_units": _("Hoeveel eenheden vraagt u van de brandweer, per dag?"),
    "ghor_units": _("Hoeveel eenheden vraagt u van de GHOR, per dag?"),
}
"""By field of the event on the calendar."""
MOMENT = "%Y-%m-%dT%H:%M"


def moment_field(label: Any, *, help_text: Any = "") -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=help_text,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
    )


def number(
    label: Any, *, most: int = 1_000_000, required: bool = True, help_text: Any = ""
) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=most, required=required, help_text=help_text
    )
