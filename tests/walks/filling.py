"""Fill the form of a step in at random, and mend it by what the form itself says is wrong."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

Answers = dict[str, Any]
TRIES = 8
TEXT = "Tekst van een wandeling."


def filled(form_of: Any, ordinary: Answers, data: DataObject) -> Any:
    """A bound form: valid if it could be made so, starting from the ordinary answers.

    `form_of` makes a form from answers. What one may choose is chosen at random, so that a walk
    takes every branch; what the form then misses is filled in.
    """
    answers = dict(ordinary)
    blank = form_of(None)
    fields: dict[str, Any] = blank.fields
    for name, field in fields.items():
        is_choice = isinstance(field, forms.ChoiceField)
        if is_choice and not isinstance(field, forms.ModelChoiceField) and data.draw(st.booleans()):
            answers[name] = _chosen(field, data, name)
    return mended(form_of, answers)


def mended(form_of: Any, answers: Answers) -> Any:
    """A bound form: what it says is wrong gets another answer, as often as that may help."""
    answers = dict(answers)
    form = form_of(answers)
    for _try in range(TRIES):
        if form.is_valid():
            break
        for name in form.errors:
            if name in form.fields:
                answers[name] = _some(form.fields[name], answers.get(name))
        form = form_of(answers)
    return form


def _chosen(field: Any, data: DataObject, name: str) -> Any:
    values = [value for value, _label in field.choices if value != ""]
    if isinstance(field, forms.MultipleChoiceField):
        return data.draw(st.lists(st.sampled_from(values), min_size=1, unique=True), label=name)
    return data.draw(st.sampled_from(values), label=name)


def _some(field: Any, before: Any) -> Any:
    """Another answer than the one that did not do."""
    plain: Any = field
    if isinstance(field, forms.ModelMultipleChoiceField):
        return [one.pk for one in plain.queryset.order_by("pk")]
    if isinstance(field, forms.ModelChoiceField):
        one = plain.queryset.order_by("pk").first()
        return one.pk if one else ""
    if isinstance(field, forms.ChoiceField):
        values = [value for value, _label in plain.choices if value != ""]
        after = values[(values.index(before) + 1) % len(values)] if before in values else values[0]
        return [after] if isinstance(field, forms.MultipleChoiceField) else after
    if isinstance(field, forms.DateTimeField):
        return timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    if isinstance(field, forms.DateField):
        day = timezone.localdate()
        return (day + timedelta(days=30) if before == day.isoformat() else day).isoformat()
    if isinstance(field, forms.DecimalField | forms.IntegerField):
        return field.min_value or 1
    if isinstance(field, forms.BooleanField):
        return "on"
    return "" if before == TEXT else TEXT
