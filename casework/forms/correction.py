"""Correct what one put in, report an error in another's, and say why not."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import Contribution, Document, Subject
from casework.models.correction import Change
from casework.standing import CHOICES, DAYS, Item, as_it_stands, items

PREFIX = "item_"


def _long(label: Any, help_text: Any, most: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CorrectForm(OnceForm):
    """A field for each answer, as it stands now."""

    def __init__(self, *args: Any, thing: Contribution | Subject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thing = thing
        self.items = items(as_it_stands(thing))
        for item in self.items:
            self.fields[PREFIX + item.name] = _field(item)
        if isinstance(thing, Contribution):
            self._ask_documents(thing)
        self.fields["reason"] = _long(
            _("Wat was er fout?"),
            _("Dit leest alleen uw eigen organisatie."),
            600,
        )

    def _ask_documents(self, contribution: Contribution) -> None:
        shown = Document.objects.filter(contribution=contribution, withdrawn_at=None)
        choices = [(str(one.pk), one.name) for one in shown]
        if choices:
            self.fields["documents"] = forms.TypedMultipleChoiceField(
                label=_("Welke documenten vervallen?"),
                choices=choices,
                required=False,
                coerce=_as_key,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Wie het kreeg, haalt ze niet meer op. Het juiste voegt u daarna toe."),
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        changed = [
            one for one in self.items if str(given.get(PREFIX + one.name, one.answer)) != one.answer
        ]
        if not changed and not given.get("documents"):
            raise forms.ValidationError(_("Verander wat fout is, of kies een document."))
        label = given.get(PREFIX + "label")
        if label and isinstance(self.thing, Subject) and _is_known(self.thing, label):
            self.add_error(PREFIX + "label", _("Uw organisatie heeft deze aanduiding al."))
        return given

    def change(self) -> Change:
        answers = {
            name.removeprefix(PREFIX): str(answer)
            for name, answer in self.cleaned_data.items()
            if name.startswith(PREFIX)
        }
        documents = tuple(self.cleaned_data.get("documents") or ())
        return Change(answers, self.cleaned_data["reason"], documents)


class ErrorForm(OnceForm):
    text = _long(
        _("Wat is er fout, en hoe weet u dat?"),
        _("De houder leest dit en beslist. Noem niet meer dan nodig is."),
        1000,
    )


class RejectForm(forms.Form):
    answer = _long(_("Waarom klopt de informatie wel?"), _("Dit leest wie de fout meldde."), 600)


def _field(item: Item) -> forms.Field:
    if item.name in DAYS:
        return forms.DateField(
            label=item.question,
            initial=item.answer,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )
    if item.name in CHOICES:
        return forms.ChoiceField(
            label=item.question, initial=item.answer, choices=list(CHOICES[item.name].items())
        )
    return forms.CharField(
        label=item.question,
        initial=item.answer,
        required=item.name == "label",
        max_length=200 if item.name == "label" else 4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _as_key(value: str) -> Any:
    return Document._meta.pk.to_python(value)


def _is_known(subject: Subject, label: str) -> bool:
    same = Subject.objects.filter(
        case=subject.case_id, organisation=subject.organisation_id, kind=subject.kind, label=label
    )
    return same.exclude(pk=subject.pk).exists()
