"""What is asked after aggression against people of the gemeente; all of it in class W."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass, SubjectKind
from partners.acting import moment
from partners.models import Kind
from workflows.forms.aftermath import EvaluateForm
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
FILED = [("filed", _("Ja, de werkgever doet aangifte")), ("not", _("Nee, met een reden"))]
ANONYMITY = [
    ("domicile", _("Met het adres van de werkgever")),
    ("number", _("Onder nummer, zonder naam")),
    ("name", _("Met naam en eigen adres")),
]
POLICE_NEWS = [
    ("continue", _("Er is nieuws; het onderzoek loopt nog")),
    ("prosecutor", _("Het onderzoek is klaar en ligt bij het OM")),
    ("ended", _("Het onderzoek is gestopt")),
]
PROSECUTION_NEWS = [
    ("continue", _("Er is nieuws; nog geen beslissing")),
    ("dismissed", _("Sepot")),
    ("prosecuted", _("Vervolging of afdoening")),
]
BANS = [("ban", _("Een gebiedsverbod opleggen")), ("no_ban", _("Geen gebiedsverbod"))]
PICTURES = [("measures", _("Er zijn maatregelen nodig")), ("none", _("Geen extra maatregelen"))]


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


class FileForm(VictimForm):
    """Filing is the default: it is ticked, and not filing needs a reason."""

    kind = "filing"
    title = _("Aangifte door de werkgever")
    intro = _("De werkgever doet aangifte. Alleen met een reden blijft dat achterwege.")
    shares = ("filing",)
    lets_in = (Kind.POLITIE, Kind.OM)

    is_filed = choice(_("Doet de werkgever aangifte?"), FILED)
    filed_on = day(_("Wanneer?"), required=False)
    facts = long_text(
        _("Wat staat er in de aangifte?"),
        required=False,
        help_text=_("Dit krijgt de politie. Noem de melder niet bij anonimiteit."),
    )
    anonymity = choice(_("Hoe staat de melder in de aangifte?"), ANONYMITY, required=False)
    why_not = long_text(_("Waarom doet de werkgever geen aangifte?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("is_filed", "filed")
        self.initial.setdefault("anonymity", "domicile")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("is_filed") == "filed":
            self.need("filed_on", "facts", "anonymity")
        elif answers.get("is_filed") == "not":
            self.need("why_not")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["is_filed"])


class ProgressForm(StepForm):
    """News of politie or OM; the gemeente hears each time, and tells the person concerned."""

    information_class = InformationClass.W
    shares: ClassVar[tuple[str, ...]] = ("progress",)

    news = long_text(_("Wat is de stand van zaken?"))

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class PoliceProgressForm(ProgressForm):
    kind = "police-progress"
    title = _("Terugkoppeling van de politie")

    report_number = forms.CharField(label=_("Nummer van de aangifte"), max_length=60)
    has_priority = yes_no(_("Heeft de aangifte voorrang (Veilige Publieke Taak)?"))
    course = choice(_("Hoe gaat het verder?"), POLICE_NEWS)


class ProsecutionProgressForm(ProgressForm):
    kind = "prosecution-progress"
    shares = ("progress_om",)
    title = _("Terugkoppeling van het OM")

    course = choice(_("Hoe gaat het verder?"), PROSECUTION_NEWS)


class DamageForm(VictimForm):
    kind = "damage"
    title = _("Schadeverhaal")

    has_damage = yes_no(_("Is er schade?"))
    amount = forms.DecimalField(
        label=_("Voor welk bedrag?"), min_value=0, decimal_places=2, required=False
    )
    recovery = long_text(_("Hoe verhaalt de werkgever de schade?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("has_damage") == "yes":
            self.need("amount", "recovery")
        return answers


class PictureForm(StepForm):
    kind = "threat-picture"
    title = _("Dreigingsbeeld")
    intro = _(
        "Voor bestuurders: het lokaal gezag kijkt of maatregelen nodig zijn in het stelsel bewaken "
        "en beveiligen."
    )
    information_class = InformationClass.W

    picture = long_text(_("Wat is het dreigingsbeeld?"))
    course = choice(_("Wat is nodig?"), PICTURES)
    measures = long_text(_("Welke maatregelen?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("course") == "measures":
            self.need("measures")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class AftercareForm(EvaluateForm):
    kind = "aftercare"
    title = _("Nazorg en leerpunt")
    information_class = InformationClass.W
    lessons = None  # type: ignore[assignment]  # the way in which an heir of a form drops a field

    aftercare = long_text(_("Welke nazorg is gegeven, ook aan het gezin?"))
    lesson = long_text(
        _("Wat is het leerpunt?"),
        help_text=_("Zonder namen: dit leerpunt gaat naar het management."),
    )
