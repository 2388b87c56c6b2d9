"""What the parts of a draft's form share: their lines, their mistakes, what they put back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Content = dict[str, Any]
Choices = list[tuple[str, Any]]


@dataclass(frozen=True)
class Offer:
    """What one may choose from: the steps and things of the theme, the grounds in force."""

    steps: dict[str, Any]
    without_term: frozenset[str]
    things: Choices
    receivers: Choices
    sender_grounds: Choices
    receiver_grounds: Choices


@dataclass(frozen=True)
class Problem:
    """`where` names the part, `anchor` is the id of the field to go to."""

    where: str
    anchor: str
    message: str


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 3}))
        kwargs.setdefault("help_text", _("Eén per regel."))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in str(super().clean(value)).splitlines()]
        given = [line for line in lines if line]
        if any(len(line) > self.longest for line in given):
            raise forms.ValidationError(
                _("Een regel is te lang: hoogstens %(most)d tekens."), params={"most": self.longest}
            )
        return given


def text(label: Any, most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, **kwargs)


def area(label: Any, most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, widget=forms.Textarea(attrs={"rows": 2}), **kwargs
    )


def select(label: Any, choices: Any = (), **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, **kwargs)


def blank(choices: Choices) -> Choices:
    return [("", _("Maak een keuze")), *choices]


def is_out(form: forms.Form) -> bool:
    """Marked to be taken out of its set: what else stands in it no longer counts."""
    return bool(getattr(form, "cleaned_data", {}).get("DELETE"))


def problems_of(form: forms.Form, where: str) -> Iterator[Problem]:
    for message in form.non_field_errors():
        yield Problem(where, "", str(message))
    for bound in form:
        anchor = f"{bound.auto_id}_0" if bound.use_fieldset else bound.id_for_label
        for message in bound.errors:
            yield Problem(f"{where}: {bound.label}", anchor, str(message))


def without(content: Content, names: Iterable[str]) -> Content:
    """Parts that were left empty and have a default are not written."""
    dropped = set(names)
    return {
        name: value
        for name, value in content.items()
        if name not in dropped or value not in ("", None, [], False)
    }
