"""Which partners are asked, what for, and what each brings."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casework.models import Request
from partners.models import Kind
from workflows.forms.formule_part import (
    Content,
    LinesField,
    Offer,
    Problem,
    area,
    blank,
    is_out,
    problems_of,
    select,
    text,
    without,
)
from workflows.forms.length_field import LengthField
from workflows.formules.wording import QUESTION_KINDS


class QuestionForm(forms.Form):
    name = forms.SlugField(required=False, widget=forms.HiddenInput)
    question = text(_lazy("Extra vraag"), 300)
    kind = select(_lazy("Soort antwoord"), list(QUESTION_KINDS.items()), initial="text")
    choices = LinesField(
        label=_lazy("Keuzes"),
        longest=80,
        required=False,
        help_text=_lazy("Alleen bij een keuze: één per regel, ten minste twee."),
    )
    is_required = forms.BooleanField(label=_lazy("Verplicht"), required=False, initial=True)

    def clean(self) -> None:
        given = self.cleaned_data
        if given.get("kind") == "choice" and len(set(given.get("choices", []))) < 2:
            self.add_error("choices", _lazy("Geef ten minste twee verschillende keuzes."))
        if given.get("kind") != "choice" and given.get("choices"):
            self.add_error("choices", _lazy("Alleen een keuzevraag heeft keuzes."))


class PartnerForm(forms.Form):
    """With the questions of this partner as a set of forms inside it."""

    kind = select(_lazy("Partner"))
    request = select(_lazy("Soort verzoek"))
    term = LengthField(label=_lazy("Termijn"))
    question = area(_lazy("Vraag"), 2000)
    has_overview = forms.BooleanField(label=_lazy("Ziet de stappen van anderen"), required=False)
    is_optional = forms.BooleanField(
        label=_lazy("Alleen op verzoek"),
        required=False,
        help_text=_lazy("Staat niet vooraf aangevinkt bij het vragen van partners."),
    )
    people = text(
        _lazy("Mensen"), 300, required=False, help_text=_lazy("Met wie doet deze partner mee?")
    )
    means = text(_lazy("Middelen"), 300, required=False, help_text=_lazy("Waarmee?"))
    hours = forms.IntegerField(
        label=_lazy("Uren per zaak"), required=False, min_value=0, max_value=9999
    )
    documents = LinesField(label=_lazy("Documenten"), longest=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = blank(list(Kind.choices))  # type: ignore[attr-defined]
        self.fields["request"].choices = blank(list(Request.Kind.choices))  # type: ignore[attr-defined]
        self.questions: BaseFormSet[QuestionForm] = QuestionSet(
            self.data if self.is_bound else None,
            prefix=f"{self.prefix}-q",
            initial=[_as_initial(one) for one in (self.initial or {}).get("questions", [])],
        )

    def has_changed(self) -> bool:
        return super().has_changed() or self.questions.has_changed()

    def is_valid(self) -> bool:
        """An untouched form at the end asks nothing; else the questions count too."""
        valid = super().is_valid()
        if self.empty_permitted and not self.has_changed():
            return valid
        return self.questions.is_valid() and valid

    def content(self) -> Content:
        given = {name: self.cleaned_data[name] for name in PartnerForm.base_fields}
        before = {one["name"]: one for one in (self.initial or {}).get("questions", [])}
        asked = [_question(form.cleaned_data, before) for form in _kept(self.questions)]
        optional = ("questions", "documents", "people", "means", "hours", "is_optional")
        return without({**given, "questions": _named_apart(asked)}, optional)


QuestionSet = formset_factory(QuestionForm, extra=1, can_delete=True, max_num=30)
PartnerSet = formset_factory(PartnerForm, extra=1, can_delete=True, max_num=20)


class PartnersPart:
    slug = "partners"
    title = _lazy("Partners")
    template = "workflows/formule/_edit_partners.html"

    def __init__(self, content: Content, data: Any, offer: Offer) -> None:
        self.content = content
        self.forms: BaseFormSet[PartnerForm] = PartnerSet(
            data, prefix="partner", initial=content["partners"]
        )

    def is_valid(self) -> bool:
        return self.forms.is_valid() and not self._doubles()

    def problems(self) -> list[Problem]:
        found = [Problem("", "", str(one)) for one in self.forms.non_form_errors()]
        for number, form in enumerate(self.forms, 1):
            if is_out(form):
                continue
            where = _("Partner %(number)d") % {"number": number}
            found += problems_of(form, where)
            for count, asked in enumerate(form.questions, 1):
                told = {"where": where, "number": count}
                if not is_out(asked):
                    found += problems_of(asked, _("%(where)s, extra vraag %(number)d") % told)
        return found + [Problem("", "", one) for one in self._doubles()]

    def _doubles(self) -> list[str]:
        kinds = [
            form.cleaned_data.get("kind")
            for form in _kept(self.forms)
            if hasattr(form, "cleaned_data")
        ]
        if len(kinds) == len(set(kinds)):
            return []
        return [_("Dezelfde partner staat er meer dan eens.")]

    def apply(self) -> Content:
        return {**self.content, "partners": [form.content() for form in _kept(self.forms)]}


def _kept(forms_: Any) -> list[Any]:
    """Those that were filled in and not taken out."""
    return [form for form in forms_ if form.has_changed() or form.initial if not is_out(form)]


def _as_initial(asked: Content) -> Content:
    labels = [label for _value, label in asked.get("choices", [])]
    return {"kind": "text", "is_required": True, **asked, "choices": labels}


def _question(given: Content, before: dict[str, Content]) -> Content:
    """A choice keeps the value it was stored under as long as its label stays."""
    old = {label: value for value, label in before.get(given["name"], {}).get("choices", [])}
    choices = [[old.get(one) or slugify(one) or one, one] for one in given["choices"]]
    asked = {
        "name": given["name"] or slugify(given["question"])[:50].replace("-", "_") or "vraag",
        "question": given["question"],
        "kind": given["kind"],
        "choices": choices,
        "is_required": given["is_required"],
    }
    return without(asked, ("choices",))


def _named_apart(asked: list[Content]) -> list[Content]:
    """Two questions that begin alike get names that differ."""
    taken: set[str] = set()
    for one in asked:
        name, number = one["name"], 2
        while one["name"] in taken:
            one["name"] = f"{name}_{number}"
            number += 1
        taken.add(one["name"])
    return asked
