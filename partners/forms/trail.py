"""The filter above the trail."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from partners.actor import Actor
from partners.audit.labels import action_choices
from partners.audit.models import Result
from partners.audit.people import choosable_people
from partners.audit.trail import Wanted

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=[
            MinValueValidator(FIRST, _("Kies een datum vanaf 1 januari 2000.")),
            MaxValueValidator(LAST, _("Kies een datum tot en met 31 december 2099.")),
        ],
    )


class TrailFilter(forms.Form):
    zaak = forms.CharField(label=_("Zaaknummer"), required=False, max_length=24)
    persoon = forms.TypedChoiceField(label=_("Wie"), required=False, coerce=int, empty_value=None)
    handeling = forms.ChoiceField(label=_("Wat"), required=False)
    resultaat = forms.ChoiceField(
        label=_("Resultaat"), required=False, choices=[("", _("Alles")), *Result.choices]
    )
    van = _day(_("Vanaf"))
    tot = _day(_("Tot en met"))

    def __init__(self, data: Mapping[str, Any], *, actor: Actor) -> None:
        super().__init__(data)
        self.fields["persoon"].choices = _people(actor, data.get("persoon", ""))  # type: ignore[attr-defined]
        self.fields["handeling"].choices = [("", _("Alles")), *action_choices()]  # type: ignore[attr-defined]

    def clean_zaak(self) -> str:
        return str(self.cleaned_data["zaak"]).upper()

    def clean(self) -> None:
        since, until = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if since and until and until < since:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag van de periode."))

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(
            case_reference=given["zaak"],
            person_id=given["persoon"],
            action=given["handeling"],
            result=given["resultaat"],
            since=given["van"],
            until=given["tot"],
        )


def _people(actor: Actor, chosen: str) -> list[Any]:
    is_number = chosen.isascii() and chosen.isdecimal() and len(chosen) < 19
    people = choosable_people(actor, int(chosen) if is_number else None)
    own = [(one.pk, one.name) for one in people if one.is_own]
    others = [(one.pk, one.name) for one in people if not one.is_own]
    groups = [(actor.organisation.name, own), (_("Andere organisaties"), others)]
    return [("", _("Iedereen")), *[group for group in groups if group[1]]]
