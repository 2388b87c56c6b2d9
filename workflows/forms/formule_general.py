"""What a formule says as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from workflows.forms.formule_part import Content, LinesField, Offer, Problem, problems_of, text


class GeneralForm(forms.Form):
    title = text(
        _lazy("Titel"),
        120,
        help_text=_lazy("Zo heet elke zaak van dit thema. Geen namen van mensen."),
    )
    ground = text(_lazy("Grondslag"), 80, help_text=_lazy("Het wetsartikel van het besluit."))
    indicators = LinesField(
        label=_lazy("Resultaten"),
        longest=160,
        help_text=_lazy("Waaraan ziet u straks dat het gelukt is? Eén per regel."),
    )
    quorum = forms.IntegerField(
        label=_lazy("Quorum"),
        min_value=0,
        help_text=_lazy(
            "Hoeveel van de gevraagde partners aanwezig zijn of antwoorden; 0 is geen."
        ),
    )


class GeneralPart:
    slug = "algemeen"
    title = _lazy("Algemeen")
    template = "workflows/formule/_edit_general.html"

    def __init__(self, content: Content, data: Any, offer: Offer) -> None:
        self.content = content
        initial = {name: content.get(name) for name in GeneralForm.base_fields}
        initial["quorum"] = content.get("quorum", 0)
        self.form = GeneralForm(data, initial=initial)

    def is_valid(self) -> bool:
        return self.form.is_valid()

    def problems(self) -> list[Problem]:
        return list(problems_of(self.form, _("Algemeen")))

    def apply(self) -> Content:
        return {**self.content, **self.form.cleaned_data}
