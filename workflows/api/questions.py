"""What a step asks, told so that another system can fill it in."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django import forms

from workflows.forms.step_form import StepForm

FILES = "attachments"
KINDS: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.MultipleChoiceField, "meerkeuze"),
    (forms.ModelMultipleChoiceField, "meerkeuze"),
    (forms.ChoiceField, "keuze"),
    (forms.ModelChoiceField, "keuze"),
    (forms.DateTimeField, "tijdstip"),
    (forms.DateField, "datum"),
    (forms.DecimalField, "bedrag"),
    (forms.IntegerField, "geheelGetal"),
    (forms.CharField, "tekst"),
)
"""The first that fits wins: a decimal field is an integer field to Python."""


def questions(form: StepForm) -> list[dict[str, Any]]:
    """In the order of the page; files do not come in through the API."""
    return [_question(form, name) for name in form.fields if name != FILES]


def _question(form: StepForm, name: str) -> dict[str, Any]:
    field = form.fields[name]
    return {
        "naam": name,
        "vraag": str(field.label or ""),
        "soort": next(word for kind, word in KINDS if isinstance(field, kind)),
        "verplicht": field.required,
        "hulp": str(field.help_text),
        "maxLengte": getattr(field, "max_length", None),
        "keuzes": list(_choices(field)),
        "voorstel": _plain(form.get_initial_for_field(field, name)),
    }


def _choices(field: forms.Field) -> Iterator[dict[str, str]]:
    for value, label in getattr(field, "choices", []):
        if str(value):
            yield {"waarde": str(value), "naam": str(label)}


def _plain(value: Any) -> list[str]:
    """A proposal as the client would send it back: none, one or more strings."""
    if value is None or value == "":
        return []
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return [value.isoformat() if isinstance(value, date | datetime) else str(value)]
