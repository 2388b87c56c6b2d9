"""E1: the application or notice of the organiser, as the gemeente registers it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import SubjectKind
from partners.acting import moment
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.evenement.fields import moment_field, number
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.models import EventClass, RegionalEvent

SORTS = [
    ("music", _("Muziekevenement of festival")),
    ("fair", _("Kermis, markt of braderie")),
    ("parade", _("Optocht of intocht")),
    ("sports", _("Sportevenement")),
    ("party", _("Straat- of buurtfeest")),
    ("other", _("Anders")),
]
SETTINGS = [("outdoors", _("Buiten")), ("indoors", _("Binnen")), ("both", _("Allebei"))]


class ApplicationForm(BeginForm):
    kind = "application"
    title = _("Aanvraag of melding")
    page_title = _("Evenement behandelen")
    page_intro = _(
        "Leg vast wat de organisator aanvraagt of meldt. Het evenement komt op de regionale "
        "kalender met naam, plaats en dagen; de rest van de aanvraag blijft bij deze zaak."
    )
    lead_label = _("In welke gemeente is het evenement?")

    received_on = day(_("Wanneer is de aanvraag of melding ontvangen?"))
    reservation = forms.ModelChoiceField(
        label=_("Reservering op de kalender"),
        queryset=RegionalEvent.objects.none(),
        required=False,
        help_text=_("Kies de vooraankondiging als die er is. Anders komt er een nieuwe bij."),
    )
    name = forms.CharField(
        label=_("Naam van het evenement"),
        max_length=80,
        help_text=_("Zonder namen van personen: de hele regio leest dit op de kalender."),
    )
    sort = choice(_("Wat voor evenement is het?"), SORTS)
    expected_class = choice(
        _("Welke klasse verwacht u?"),
        EventClass.choices,
        help_text=_("De risicoscan volgt nog. Deze klasse bepaalt of de aanvraag op tijd is."),
    )
    woonkern = forms.CharField(label=_("Woonkern"), max_length=80)
    place = forms.CharField(
        label=_("Locatie"), max_length=120, help_text=_("Plein, park, straat of gebouw.")
    )
    bag = forms.RegexField(
        label=_("BAG-nummer van de locatie"),
        regex=r"^\d{16}$",
        required=False,
        error_messages={"invalid": _("Een BAG-nummer heeft 16 cijfers.")},
    )
    setting = choice(_("Binnen of buiten?"), SETTINGS)
    begins_at = moment_field(_("Begin van het evenement"))
    ends_at = moment_field(_("Einde van het evenement"))
    build_up_on = day(_("Eerste dag van de opbouw"), required=False)
    break_down_on = day(_("Laatste dag van de afbouw"), required=False)
    visitors_expected = number(_("Hoeveel bezoekers worden verwacht?"))
    visitors_peak = number(_("Hoeveel bezoekers zijn er op het drukste moment?"))
    audience = long_text(_("Wat voor publiek komt er?"), required=False)
    alcohol = yes_no(_("Wordt er alcohol geschonken?"))
    music_db = number(_("Geluid in dB(A), als er muziek is"), most=150, required=False)
    structures = long_text(_("Welke tenten en podia komen er?"), required=False)
    fireworks = yes_no(_("Is er vuurwerk?"))
    animals = yes_no(_("Zijn er dieren?"))
    traffic = long_text(_("Welke verkeersmaatregelen zijn nodig?"), required=False)
    camping = yes_no(_("Is er een camping bij?"))
    organiser = forms.CharField(label=_("Organisator"), max_length=120)
    kvk = forms.RegexField(
        label=_("KvK-nummer"),
        regex=r"^\d{8}$",
        required=False,
        error_messages={"invalid": _("Een KvK-nummer heeft 8 cijfers.")},
    )
    contact = forms.CharField(
        label=_("Contactpersoon en telefoonnummer"), max_length=160, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["reservation"]
        field.queryset = RegionalEvent.objects.standing().filter(
            gemeente=self.actor.organisation, case__isnull=True, ends_at__gt=moment()
        )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        begins, ends = answers.get("begins_at"), answers.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("Het evenement moet eindigen na het begin."))
        if begins and begins <= moment():
            self.add_error("begins_at", _("Het evenement moet nog beginnen."))
        received = answers.get("received_on")
        if received and received > timezone.localdate(moment()):
            self.add_error("received_on", _("Deze dag moet nog komen."))
        self._check_around(answers)
        return answers

    def _check_around(self, answers: dict[str, Any]) -> None:
        begins, ends = answers.get("begins_at"), answers.get("ends_at")
        up, down = answers.get("build_up_on"), answers.get("break_down_on")
        if begins and up and up > timezone.localdate(begins):
            self.add_error(
                "build_up_on", _("De opbouw begint niet na het begin van het evenement.")
            )
        if ends and down and down < timezone.localdate(ends):
            self.add_error("break_down_on", _("De afbouw eindigt niet vóór het einde."))
        expected, peak = answers.get("visitors_expected"), answers.get("visitors_peak")
        if expected is not None and peak is not None and peak > expected:
            self.add_error("visitors_peak", _("Dit kan niet meer zijn dan het totaal."))

    def subjects(self) -> list[SubjectDraft]:
        details = {name: self.cleaned_data[name] for name in ("kvk", "contact")}
        known = {name: value for name, value in details.items() if value}
        return [SubjectDraft(SubjectKind.ENTERPRISE, self.cleaned_data["organiser"], known)]
