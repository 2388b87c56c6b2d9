"""What a formule says as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from workflows.forms.formule_part import Content, LinesField, Offer, Problem, problems_of, text


class GeneralForm(forms.Form):
    title = text(
        _("Titel"), 120, help_text=_("Zo heet elke zaak van dit thema. Geen namen van mensen.")
    )
    ground = text(_("Grondslag"), 80, help_text=_("Het wetsartikel van het besluit."))
    indicators = LinesField(
        label=_("Resultaten"),
        longest=160,
        help_text=_("Waaraan ziet u straks dat het gelukt is? Eén per regel."),
    )
    quorum = forms.IntegerField(
        label=_("Quorum"),
        min_value=0,
        help_text=_("Hoeveel van de gevraagde partners aanwezig zijn of antwoorden; 0 is geen."),
    )


class GeneralPart:
    slug = "algemeen"
    title = _("Algemeen")
    template = "workflows/formule/_edit_general.html"

    def __init__(self, content: Content, data: Any, offer: Offer) -> None:
        self.content = content
        initial = {name: content.get(name) for name in GeneralForm.base_fields}
        initial["quorum"] = content.get("quorum", 0)
        self.form = GeneralForm(data, initial=initial)

    def is_valid(self) -> bool:
        return self.form.is_valid()

    def problems(self) -> list[Problem]:
        return list(problems_of(self.form, _now("Algemeen")))

    def apply(self) -> Content:
        return {**self.content, **self.form.cleaned_data}
