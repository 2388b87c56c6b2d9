"""Keep a Wpg-20 decision or a covenant, and end one."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.arrangement_policies import LEANS
from casework.models import Arrangement, InformationClass
from casework.services.arrangements import Terms
from casework.throughput.labels import themes
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Organisation, ServiceArea


class ArrangementForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Wat legt u vast?"), choices=Arrangement.Kind.choices, widget=forms.RadioSelect
    )
    partnership = forms.CharField(label=_("Samenwerkingsverband"), max_length=200)
    interest = forms.CharField(
        label=_("Zwaarwegend algemeen belang"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    decided_by_name = forms.CharField(
        label=_("Wie besloot of tekende?"),
        max_length=200,
        help_text=_("Met het bevoegd gezag erbij, zoals het in het stuk staat."),
    )
    reference = forms.CharField(label=_("Kenmerk"), max_length=120)
    document = forms.URLField(
        label=_("Vindplaats van het stuk"), required=False, assume_scheme="https"
    )
    purpose = forms.CharField(
        label=_("Doel"),
        max_length=300,
        help_text=_("Elke verstrekking die hierop steunt, krijgt dit doel."),
    )
    themes = forms.MultipleChoiceField(
        label=_("Voor welke thema's?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kiest u er geen, dan geldt het voor alle."),
    )
    classes = forms.MultipleChoiceField(
        label=_("Welke gegevens?"),
        choices=InformationClass.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    receivers = forms.ModelMultipleChoiceField(
        label=_("Welke ontvangers?"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    grounds = forms.ModelMultipleChoiceField(
        label=_("Op welke grondslagen?"),
        queryset=Ground.objects.none(),
        to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
    )
    conditions = forms.CharField(label=_("Voorwaarden"), max_length=300, required=False)
    valid_from = forms.DateField(
        label=_("Geldt vanaf"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    valid_until = forms.DateField(
        label=_("Eerste dag dat het niet meer geldt"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(moment())
        served = ServiceArea.objects.in_force(today).filter(organisation=actor.organisation)
        others = Organisation.objects.in_force(today).filter(regions__in=served.values("region"))
        grounds = Ground.objects.in_force(today).filter(code__in=LEANS)
        for name, rows in (
            ("receivers", others.exclude(pk=actor.organisation_id).distinct()),
            ("grounds", grounds.filter(holder__in=["", actor.organisation.kind])),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields
        self.fields["themes"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *themes()
        ]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = given.get("valid_from"), given.get("valid_until")
        if first and last and last <= first:
            self.add_error("valid_until", _("Kies een dag na de eerste."))
        wanted = given.get("kind")
        for ground in given.get("grounds") or ():
            if wanted and LEANS[ground.code] != wanted:
                self.add_error("grounds", _("Deze grondslag hoort bij de andere soort."))
        return given

    def terms(self) -> Terms:
        given = dict(self.cleaned_data)
        receivers, grounds = given.pop("receivers"), given.pop("grounds")
        return Terms(
            **given | {"themes": tuple(given["themes"]), "classes": tuple(given["classes"])},
            receiver_ids=tuple(one.pk for one in receivers),
            ground_codes=tuple(one.code for one in grounds),
        )


class EndArrangementForm(forms.Form):
    first_day_without = forms.DateField(
        label=_("Eerste dag dat het niet meer geldt"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Verstrekkingen die erop steunen, eindigen op die dag."),
    )
    reason = forms.CharField(
        label=_("Waarom eindigt het?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    successor = forms.ModelChoiceField(
        label=_("Opgevolgd door"), queryset=Arrangement.objects.none(), required=False
    )

    def __init__(self, *args: Any, arrangement: Arrangement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Arrangement.objects.filter(
            organisation=arrangement.organisation_id, kind=arrangement.kind
        )
        self.fields["successor"].queryset = rows.exclude(pk=arrangement.pk)  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean_first_day_without(self) -> date:
        day: date = self.cleaned_data["first_day_without"]
        if day < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return day
