"""A3 to A7: filing, news of politie and OM, damage, the threat and aftercare."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass
from partners.models import Kind
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.agressie.response import VictimForm
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm

FILED = [("filed", _("Ja, de werkgever doet aangifte")), ("not", _("Nee, met een reden"))]
ANONYMITY = [
    ("domicile", _("Met het adres van de werkgever")),
    ("number", _("Onder nummer, zonder naam")),
    ("name", _("Met naam en eigen adres")),
]
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
PICTURES = [("measures", _("Er zijn maatregelen nodig")), ("none", _("Geen extra maatregelen"))]


class FileForm(VictimForm):
    """Filing is the default: it is ticked, and not filing needs a reason."""

    kind = "filing"
    title = _("Aangifte door de werkgever")
    intro = _("De werkgever doet aangifte. Alleen met een reden blijft dat achterwege.")
    shares = ("filing",)
    by_answer = frozenset({"filing"})
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
