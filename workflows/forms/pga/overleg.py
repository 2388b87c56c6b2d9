"""Z3 and Z4: only the needed parties are invited, and what came of the overleg."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass
from partners.acting import moment
from partners.models import Organisation
from workflows.forms.fields import choice, day, long_text
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm
from workflows.pga import agenda_item

AGREED = [
    ("agreed", _("Er komt een plan van aanpak")),
    ("settled", _("Een plan is niet nodig: afsluiten")),
]


class InviteForm(PartnerFields):
    kind = "invitation"
    title = _("Uitnodiging voor het casusoverleg")
    intro = _("Nodig alleen uit wie nodig is. Wat besproken wordt, is vertrouwelijk.")
    shares = ("person",)
    shared_as = {"person": InformationClass.S}
    partners_help = _("Ieder krijgt de naam van de betrokkene en de vraag, en niets meer.")
    unkept = PartnerFields.unkept | {"person"}

    person = forms.CharField(label=_("Naam van de betrokkene"), max_length=200)
    meets_on = day(_("Op welke dag is het casusoverleg?"))
    meets_at = forms.TimeField(
        label=_("Hoe laat begint het?"),
        initial=time(9),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=_("Waar?"), max_length=120)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.need("partners")
        if answers.get("meets_on") and answers["meets_on"] < timezone.localdate(moment()):
            self.add_error("meets_on", _("Kies een dag vanaf vandaag."))
        return answers

    @property
    def starts_at(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["meets_on"], given["meets_at"]))


class MeetForm(StepForm):
    """The meeting itself is held on its own page or here; it may be about more cases."""

    kind = "meeting"
    title = _("Casusoverleg")
    intro = _("Ieder houdt de eigen bevoegdheid en de eigen gegevens.")

    present = forms.ModelMultipleChoiceField(
        label=_("Welke partijen waren er?"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    picture = long_text(_("Wat is het gezamenlijke beeld?"))
    goals = long_text(_("Welke doelen zijn gesteld?"))
    result = choice(_("Wat is de uitkomst?"), AGREED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = agenda_item(self.step.case)
        seated = self.item.meeting.invited_ids if self.item else []
        field = self.fields["present"]
        field.queryset = Organisation.objects.filter(  # type: ignore[attr-defined]  # a ModelChoiceField
            pk__in=seated
        )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.item is None:
            self.add_error(
                "present", _("Het overleg ging niet door: plan een ander, met deze zaak erop.")
            )
            return answers
        starts_on = timezone.localdate(self.item.meeting.starts_at)
        if starts_on > timezone.localdate(moment()):
            self.add_error(
                "present",
                _("Het overleg is op %(day)s; leg het daarna vast.")
                % {"day": format_date(starts_on, "j F Y")},
            )
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])
