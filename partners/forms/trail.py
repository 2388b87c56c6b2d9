"""The filter above the trail."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partners.actor import Actor
from partners.audit.choices import Choices, choices_for
from partners.audit.labels import action_choices, object_choices
from partners.audit.models import Kind, Result
from partners.audit.wanted import OUTSIDE, OWN, Wanted

FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
WHOSE = {"eigen": OWN, "anderen": OUTSIDE}
EVERYTHING = ("", _("Alles"))


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


def _hidden(longest: int, *validators: Any) -> forms.CharField:
    return forms.CharField(
        required=False, max_length=longest, validators=validators, widget=forms.HiddenInput
    )


class TrailFilter(forms.Form):
    """`soort` is chosen above it; `kenmerk` and `spoor` from an entry."""

    organisatie = forms.ChoiceField(label=_("Welke organisatie"), required=False)
    persoon = forms.TypedChoiceField(label=_("Wie"), required=False, coerce=int, empty_value=None)
    handeling = forms.ChoiceField(label=_("Wat"), required=False)
    voorwerp = forms.ChoiceField(label=pgettext_lazy("auditspoor", "Waarvan"), required=False)
    zaak = forms.CharField(label=_("Zaaknummer"), required=False, max_length=24)
    grondslag = forms.ChoiceField(label=_("Grondslag"), required=False)
    resultaat = forms.ChoiceField(
        label=_("Resultaat"), required=False, choices=[EVERYTHING, *Result.choices]
    )
    van = _day(_("Vanaf"))
    tot = _day(_("Tot en met"))
    soort = forms.ChoiceField(
        required=False, choices=[EVERYTHING, *Kind.choices], widget=forms.HiddenInput
    )
    kenmerk = _hidden(64)
    spoor = _hidden(32, RegexValidator(r"^[0-9a-f]{32}$"))

    def __init__(self, data: Mapping[str, Any], *, actor: Actor) -> None:
        super().__init__(data)
        choices = choices_for(actor, _chosen(data))
        self._offer("organisatie", _organisations(actor, choices))
        self._offer("persoon", _people(actor, choices))
        self._offer("handeling", [EVERYTHING, *action_choices()])
        self._offer("voorwerp", [EVERYTHING, *object_choices()])
        self._offer("grondslag", [EVERYTHING, *((one, one) for one in choices.grounds)])

    def clean_zaak(self) -> str:
        return str(self.cleaned_data["zaak"]).upper()

    def clean(self) -> None:
        since, until = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if since and until and until < since:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag van de periode."))

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        whose = given["organisatie"]
        return Wanted(
            case_reference=given["zaak"],
            person_id=given["persoon"],
            by=WHOSE.get(whose, ""),
            organisation_id=int(whose) if whose and whose not in WHOSE else None,
            kind=given["soort"],
            action=given["handeling"],
            object_type=given["voorwerp"],
            object_id=given["kenmerk"],
            ground=given["grondslag"],
            result=given["resultaat"],
            trace=given["spoor"],
            since=given["van"],
            until=given["tot"],
        )

    def _offer(self, name: str, choices: Iterable[Any]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]


def _chosen(data: Mapping[str, Any]) -> Wanted:
    """Of what was typed, that which may have to be offered beside the rest."""
    return Wanted(
        person_id=_number(data.get("persoon", "")),
        organisation_id=_number(data.get("organisatie", "")),
        ground=data.get("grondslag", "")[:200].replace("\x00", ""),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def _organisations(actor: Actor, choices: Choices) -> list[Any]:
    offered: list[Any] = [
        ("", _("Alle organisaties")),
        ("eigen", actor.organisation.name),
        ("anderen", _("Door een andere partner")),
    ]
    if choices.organisations:
        offered.append((_("Andere organisaties"), choices.organisations))
    return offered


def _people(actor: Actor, choices: Choices) -> list[Any]:
    own = [(one.pk, one.name) for one in choices.people if one.is_own]
    others = [(one.pk, one.name) for one in choices.people if not one.is_own]
    groups = [(actor.organisation.name, own), (_("Andere organisaties"), others)]
    return [("", _("Iedereen")), *[group for group in groups if group[1]]]
