"""Every component of the pages at a glance, for who builds pages; only in development and demo."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.http import ActorRequest


class Example(forms.Form):
    """A field of every sort; an example, so its words are not translated."""

    onderwerp = forms.CharField(label="Onderwerp", max_length=80)
    toelichting = forms.CharField(
        label="Toelichting",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Geen namen van personen.",
    )
    datum = forms.DateField(
        label="Datum", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    partner = forms.ChoiceField(
        label="Partner", choices=[("", "Kies een partner"), ("om", "OM"), ("politie", "Politie")]
    )
    spoed = forms.ChoiceField(
        label="Is er spoed?", choices=[("ja", "Ja"), ("nee", "Nee")], widget=forms.RadioSelect
    )
    stukken = forms.MultipleChoiceField(
        label="Stukken",
        choices=[("rapport", "Bestuurlijke rapportage"), ("foto", "Foto's")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    bijlage = forms.FileField(label="Bijlage", required=False)
    akkoord = forms.BooleanField(label="Ik heb dit gecontroleerd.")


class ExampleFilter(forms.Form):
    stap = forms.ChoiceField(
        label="Stap", required=False, choices=[("", "Alle stappen"), ("besluit", "Besluit")]
    )
    zaak = forms.CharField(label="Zaaknummer", required=False)
    tot = forms.DateField(
        label="Uiterlijk",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )


@require_safe
def gallery(request: ActorRequest) -> HttpResponse:
    wrong = {"fout-onderwerp": "Een onderwerp", "fout-spoed": "ja", "fout-datum": "31-02-2026"}
    context = {
        "form": Example(),
        "form_with_errors": Example(wrong, prefix="fout", use_required_attribute=False),
        "filter_form": ExampleFilter(prefix="filter"),
        "page": Paginator(range(600), 50).get_page(request.GET.get("page", 5)),
        "moment": timezone.now(),
    }
    return render(request, "gallery.html", context)
