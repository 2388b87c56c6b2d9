"""Plan a meeting, move it, say who was there, and put a case on its agenda."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import AgendaItem, Case, Level, Meeting, MeetingSeat
from casework.throughput import labels
from partners.acting import moment
from partners.actor import Actor
from partners.models import Organisation, Region, ServiceArea

CLOCK = {"type": "time"}


class WhenForm(OnceForm):
    """`starts_at` and `ends_at` come out of a day and two times of the clock."""

    day = forms.DateField(
        label=_("Dag"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    begins = forms.TimeField(
        label=_("Begint om"), widget=forms.TimeInput(attrs=CLOCK, format="%H:%M")
    )
    ends = forms.TimeField(
        label=_("Eindigt om"), widget=forms.TimeInput(attrs=CLOCK, format="%H:%M")
    )
    place = forms.CharField(label=_("Plaats"), max_length=120)

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return day

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        day, begins, ends = (given.get(name) for name in ("day", "begins", "ends"))
        if begins and ends and ends <= begins:
            self.add_error("ends", _("Kies een tijd na het begin."))
        if day and begins and ends:
            given["starts_at"] = timezone.make_aware(datetime.combine(day, begins))
            given["ends_at"] = timezone.make_aware(datetime.combine(day, ends))
        return given

    def when(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "place")}


class PlanForm(WhenForm):
    title = forms.CharField(
        label=_("Onderwerp"),
        max_length=120,
        help_text=_("Zonder namen of adressen: iedereen die u uitnodigt, leest dit."),
    )
    level = forms.ChoiceField(label=_("Soort overleg"), choices=Level.choices, initial=Level.IV)
    theme = forms.ChoiceField(label=_("Thema"), required=False)
    region = forms.ModelChoiceField(
        label=_("Veiligheidsregio"), queryset=Region.objects.none(), empty_label=None
    )
    invited = forms.ModelMultipleChoiceField(
        label=_("Wie nodigt u uit?"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["title", "level", "theme", "region", "day", "begins", "ends", "place", "invited"]

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate(moment())
        areas = ServiceArea.objects.in_force(today)
        own = Region.objects.in_force(today).filter(
            pk__in=areas.filter(organisation=actor.organisation).values("region")
        )
        present = Organisation.objects.in_force(today).exclude(pk=actor.organisation_id)
        self.fields["theme"].choices = [("", _("Geen bepaald thema")), *labels.themes()]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["region"].initial = own.first()
        self.fields["region"].queryset = own  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["invited"].queryset = present.filter(  # type: ignore[attr-defined]  # as above
            pk__in=areas.filter(region__in=own).values("organisation")
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        region, invited = given.get("region"), given.get("invited")
        if region and invited:
            serving = set(region.organisations.values_list("pk", flat=True))
            outside = [one.name for one in invited if one.pk not in serving]
            if outside:
                told = _("Werkt niet in deze regio: %(names)s.")
                self.add_error("invited", told % {"names": ", ".join(outside)})
        return given


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=300,
        help_text=_("Zonder namen of adressen: iedereen die u uitnodigde, leest dit."),
    )


class HoldForm(forms.Form):
    """A choice for each seat."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = MeetingSeat.Attendance.choices[1:]
        for seat in meeting.seats.select_related("organisation"):
            self.fields[f"seat_{seat.organisation_id}"] = forms.ChoiceField(
                label=seat.organisation.name,
                choices=offered,
                widget=forms.RadioSelect,
                initial=MeetingSeat.Attendance.PRESENT,
            )

    def those(self, attendance: MeetingSeat.Attendance) -> list[int]:
        return [
            int(name.removeprefix("seat_"))
            for name, chosen in self.cleaned_data.items()
            if chosen == attendance
        ]


class MeetingField(forms.ModelChoiceField):  # type: ignore[type-arg]  # only a stub is generic
    def label_from_instance(self, obj: Meeting) -> str:
        day = timezone.localtime(obj.starts_at).strftime("%d-%m-%Y %H:%M")
        return f"{day}, {obj.title}"


class AgendaForm(OnceForm):
    meeting = MeetingField(label=_("Welk overleg?"), queryset=Meeting.objects.none())
    purpose = forms.ChoiceField(
        label=_("Waarvoor?"), choices=AgendaItem.Purpose.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, case: Case, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        coming = Meeting.objects.visible_to(actor).open().filter(ends_at__gte=moment())
        self.fields["meeting"].queryset = coming.exclude(agenda__case=case)  # type: ignore[attr-defined]  # a MeetingField

    @property
    def has_meetings(self) -> bool:
        queryset: Any = self.fields["meeting"].queryset  # type: ignore[attr-defined]  # as above
        return bool(queryset.exists())


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Wat is de uitkomst?"),
        choices=AgendaItem.Outcome.choices,
        widget=forms.RadioSelect,
        help_text=_("Wie wat doet, legt u vast als afspraak bij de zaak."),
    )
