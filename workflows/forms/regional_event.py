"""Reserve on the regional calendar, change that, rule on a clash, and narrow the calendar."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import Level
from partners.acting import moment
from partners.actor import Actor
from partners.models import Kind, Organisation, Region, ServiceArea
from workflows.events.calendar import EventClash
from workflows.forms.evenement.fields import CAPACITY_LABELS, moment_field, number
from workflows.forms.fields import choice
from workflows.models import EventClass, EventStatus, RegionalEvent, Resolution, Service

CAPACITY_HELP = _("Vul 0 in als u niets vraagt.")


class ReserveForm(OnceForm):
    name = forms.CharField(
        label=_("Naam van het evenement"),
        max_length=80,
        help_text=_("Zonder namen van personen: de hele regio leest dit op de kalender."),
    )
    event_class = choice(_("Welke klasse verwacht u?"), EventClass.choices)
    region = forms.ModelChoiceField(
        label=_("Veiligheidsregio"), queryset=Region.objects.none(), empty_label=None
    )
    begins_at = moment_field(_("Begin van het evenement"))
    ends_at = moment_field(_("Einde van het evenement"))
    woonkern = forms.CharField(label=_("Woonkern"), max_length=80)
    place = forms.CharField(
        label=_("Locatie"), max_length=120, help_text=_("Plein, park, straat of gebouw.")
    )
    visitors = number(_("Hoeveel bezoekers worden verwacht?"))
    police_hours = number(CAPACITY_LABELS["police_hours"], help_text=CAPACITY_HELP)
    fire_units = number(CAPACITY_LABELS["fire_units"], help_text=CAPACITY_HELP)
    ghor_units = number(CAPACITY_LABELS["ghor_units"], help_text=CAPACITY_HELP)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        regions = served(actor)
        self.fields["region"].queryset = regions  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["region"].initial = regions.first()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        begins, ends = given.get("begins_at"), given.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("Het evenement moet eindigen na het begin."))
        if begins and begins <= moment():
            self.add_error("begins_at", _("Het evenement moet nog beginnen."))
        return given

    def facts(self) -> dict[str, Any]:
        """What goes to the calendar, by name of the field."""
        left_out = {"submission", "region"}
        return {name: one for name, one in self.cleaned_data.items() if name not in left_out}


class ChangeForm(ReserveForm):
    """The class of an event with a case is that of its risk scan."""

    status = choice(_("Status"), EventStatus.choices)

    def __init__(self, *args: Any, event: RegionalEvent, **kwargs: Any) -> None:
        names = [*self.base_fields.keys() - {"submission", "region"}]
        initial = {name: getattr(event, name) for name in names}
        for name in ("begins_at", "ends_at"):
            initial[name] = timezone.localtime(initial[name])
        super().__init__(*args, initial=initial, **kwargs)
        del self.fields["region"]
        if event.case_id is not None:
            del self.fields["event_class"]
            del self.fields["status"]


class ClashForm(OnceForm):
    other = choice(_("Met welk evenement?"), [])
    resolution = choice(_("Hoe is de botsing opgelost?"), Resolution.choices)
    level = forms.ChoiceField(
        label=_("Waar is dit besproken?"), choices=Level.choices, initial=Level.IV
    )
    reason = forms.CharField(
        label=_("Wat is er afgesproken?"),
        help_text=_("Zonder namen van personen."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, clashes: Sequence[EventClash], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(one.other.pk): one.other for one in clashes}
        field: Any = self.fields["other"]
        field.choices = [
            (key, f"{one.name}, {one.gemeente.name}") for key, one in self.others.items()
        ]
        if len(self.others) == 1:
            self.initial.setdefault("other", next(iter(self.others)))


class CalendarFilter(forms.Form):
    """Bound to the address; what it does not say is all that comes."""

    regio = forms.ChoiceField(label=_("Regio"), required=False)
    maand = forms.ChoiceField(label=_("Maand"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)
    klasse = forms.ChoiceField(label=_("Klasse"), required=False)
    dienst = forms.ChoiceField(label=_("Dienst"), required=False)

    def __init__(self, data: Any, *, actor: Actor) -> None:
        super().__init__(data)
        regions = list(served(actor))
        today = timezone.localdate(moment())
        areas = ServiceArea.objects.in_force(today).filter(region__in=regions)
        gemeenten = Organisation.objects.filter(
            kind=Kind.GEMEENTE, pk__in=areas.values("organisation")
        )
        every = ("", gettext("Alle"))
        self._offer("regio", [every, *((one.code, one.name) for one in regions)])
        self._offer("maand", [("", gettext("Vanaf vandaag")), *_months(today)])
        self._offer("gemeente", [every, *((one.code, one.name) for one in gemeenten)])
        self._offer("klasse", [every, *EventClass.choices])
        self._offer("dienst", [every, *Service.choices])
        if len(regions) < 2:
            del self.fields["regio"]

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # each is a ChoiceField

    def wanted(self) -> dict[str, str]:
        """What was chosen and can be; anything else is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def served(actor: Actor) -> Any:
    """The regions that the actor's organisation serves today."""
    today = timezone.localdate(moment())
    areas = ServiceArea.objects.in_force(today).filter(organisation=actor.organisation)
    return Region.objects.in_force(today).filter(pk__in=areas.values("region"))


MONTHS_BEFORE, MONTHS_AFTER = 3, 18


def _months(today: date) -> list[tuple[str, str]]:
    """From a season ago up to the calendar of next year."""
    months = []
    for count in range(-MONTHS_BEFORE, MONTHS_AFTER + 1):
        year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
        first = date(year, month + 1, 1)
        months.append((first.strftime("%Y-%m"), date_format(first, "F Y")))
    return months
