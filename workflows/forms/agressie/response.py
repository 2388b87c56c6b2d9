"""A0 to A2: the report, the support, and how the employer responds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass, SubjectKind
from partners.acting import moment
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text, moment_field, yes_no
from workflows.forms.step_form import StepForm

FAMILY = range(1, 4)
FUNCTIONS = [
    ("official", _("Medewerker")),
    ("boa", _("Boa")),
    ("administrator", _("Bestuurder of raadslid")),
]
CHANNELS = [
    ("desk", _("Balie")),
    ("phone", _("Telefoon")),
    ("visit", _("Huisbezoek")),
    ("online", _("Online")),
    ("home", _("Thuis")),
    ("boa", _("Op straat, bij een boa")),
]
SHAPES = [
    ("verbal", _("Verbaal")),
    ("threat", _("Bedreiging")),
    ("physical", _("Fysiek")),
    ("intimidation", _("Intimidatie")),
    ("stalking", _("Stalking")),
    ("doxing", _("Doxing")),
]
GRAVITIES = [(one, _("Ernst %(level)s") % {"level": one}) for one in ("I", "II", "III", "IV")]
MEASURES = [
    ("letter", _("Waarschuwingsbrief")),
    ("talk", _("Ordegesprek")),
    ("building_ban", _("Pandverbod")),
    ("area_ban", _("Gebiedsverbod: de burgemeester besluit")),
]
BANS = [("ban", _("Een gebiedsverbod opleggen")), ("no_ban", _("Geen gebiedsverbod"))]


class VictimForm(StepForm):
    """The person concerned hears at each step; that is asked wherever the employer acts."""

    information_class = InformationClass.W

    told_victim = yes_no(
        _("Hebt u de melder verteld wat er nu gebeurt?"),
        help_text=_("De melder hoort bij elke stap hoe het verdergaat."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for last in ("told_victim", "attachments"):
            if last in self.fields:
                self.fields[last] = self.fields.pop(last)


class ReportForm(BeginForm):
    title = _("Melding van agressie")
    information_class = InformationClass.W
    page_title = _("Agressie of intimidatie melden")
    page_intro = _(
        "Eerst hulp: bij direct gevaar belt u 112. De veiligheidscoördinator meldt; alleen wie "
        "voor dit thema is aangewezen ziet de zaak."
    )

    victim = forms.CharField(label=_("Naam van de melder"), max_length=120)
    function = choice(_("Wat is de functie van de melder?"), FUNCTIONS)
    happened_at = moment_field(_("Wanneer gebeurde het?"))
    channel = choice(_("Waar gebeurde het?"), CHANNELS)
    shape = choice(_("Wat voor agressie was het?"), SHAPES)
    direct_help = long_text(_("Welke hulp is direct gegeven?"))
    is_family_involved = yes_no(
        _("Loopt het gezin risico?"),
        help_text=_("Ook een voorval thuis telt mee."),
    )
    offender = forms.CharField(
        label=_("Naam van de dader, als die bekend is"), max_length=120, required=False
    )
    facts = long_text(_("Wat is er gebeurd?"), help_text=_("Feiten, geen oordeel."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in FAMILY:
            self.fields[f"family_{n}"] = forms.CharField(
                label=_("Gezinslid %(n)s dat risico loopt") % {"n": n},
                max_length=120,
                required=False,
            )
        self.fields["attachments"] = self.fields.pop("attachments")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("is_family_involved") == "yes":
            self.need("family_1")
        if answers.get("happened_at") and answers["happened_at"] > moment():
            self.add_error("happened_at", _("Dit tijdstip ligt in de toekomst."))
        return answers

    def subjects(self) -> list[SubjectDraft]:
        given = self.cleaned_data
        people = [(given["victim"], "victim"), (given["offender"], "offender")]
        people += [(given[f"family_{n}"], "at_risk") for n in FAMILY]
        return [
            SubjectDraft(SubjectKind.PERSON, name, {"part": part}) for name, part in people if name
        ]


class ReceiveForm(VictimForm):
    kind = "reception"
    title = _("Opvang")
    intro = _("De leidinggevende doet de opvang. U legt vast wat die heeft gedaan.")

    manager = forms.CharField(label=_("Welke leidinggevende deed de opvang?"), max_length=120)
    received_at = moment_field(_("Wanneer was de opvang?"))
    gravity = choice(_("Hoe ernstig is het?"), GRAVITIES)
    is_safe_home = yes_no(_("Is de melder thuis veilig, en het gezin ook?"))
    safety_measures = long_text(_("Wat is er gedaan voor de veiligheid thuis?"), required=False)
    support_offered = yes_no(_("Is slachtofferhulp aangeboden?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("is_safe_home") == "no":
            self.need("safety_measures")
        return answers


class ReactForm(VictimForm):
    kind = "reaction"
    title = _("Norm en reactie")
    intro = _("De dader hoort welke norm geldt, tenzij dat het onderzoek schaadt.")

    norm = long_text(_("Welke norm is overschreden?"))
    measures = forms.MultipleChoiceField(
        label=_("Welke maatregelen neemt u?"),
        choices=MEASURES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    until = day(_("Tot wanneer geldt een pandverbod?"), required=False)
    why_none = long_text(_("Waarom neemt u geen maatregel?"), required=False)
    offender_told = yes_no(_("Hoort de dader dit per brief?"))
    why_not_told = long_text(_("Waarom hoort de dader dit niet?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        measures = answers.get("measures", [])
        if not measures:
            self.need("why_none")
        if "building_ban" in measures:
            self.need("until")
        if answers.get("offender_told") == "no":
            self.need("why_not_told")
        return answers

    def outcome(self) -> str:
        return "area_ban" if "area_ban" in self.cleaned_data["measures"] else "done"


class AreaBanForm(StepForm):
    kind = "area-ban"
    title = _("Besluit over een gebiedsverbod")
    intro = _("Alleen de burgemeester besluit hierover (Gemeentewet art. 172a).")
    information_class = InformationClass.W

    ruling = choice(_("Wat besluit u?"), BANS)
    motive = long_text(_("Motivering"))

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
