"""J0 to J4: the notice of a return, the risk of unrest, measures and how it goes on."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass, SubjectKind
from partners.acting import moment
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.sharing_fields import SharingFields
from workflows.forms.step_form import StepForm
from workflows.terms import Length

RETURNS = [
    ("release", _("Einde van de detentie")),
    ("leave", _("Verlof")),
    ("tbs", _("Einde of voorwaardelijk einde van tbs")),
    ("pij", _("Einde of voorwaardelijk einde van een PIJ-maatregel")),
]
RISKS = [("low", _("Laag")), ("middle", _("Midden")), ("high", _("Hoog"))]
RULINGS = [
    ("measures", _("Ja, er zijn maatregelen nodig")),
    ("none", _("Nee, volgen is niet nodig")),
]
MEASURES = [
    ("talk", _("Gesprek met de betrokkene")),
    ("placement", _("Andere plaats om te wonen")),
    ("officer", _("Wijkagent houdt contact")),
    ("communication", _("Communicatie met de omgeving")),
    ("area_ban", _("Gebiedsverbod (Gemeentewet art. 172a)")),
]
COURSE = [
    ("calm", _("Rustig, nog een keer volgen")),
    ("unrest", _("Onrust: de burgemeester moet opnieuw wegen")),
    ("over", _("Rustig, volgen is niet meer nodig")),
]
MOST_BAN = Length.parse("3m")
"""At a time (Gemeentewet art. 172a)."""


class NoticeForm(BeginForm):
    title = _("BIJ-bericht")
    shares = ("notice",)
    information_class = InformationClass.J
    page_title = _("Terugkeer na een ernstig delict melden (BIJ)")
    page_intro = _(
        "Alleen de burgemeester, een of twee aangewezen personen en de politie weten van deze zaak."
    )
    lead_label = _("Naar welke gemeente keert de betrokkene terug?")

    person = forms.CharField(label=_("Naam van de betrokkene"), max_length=200)
    born_on = day(_("Geboortedatum"))
    returns = choice(_("Waarom keert de betrokkene terug?"), RETURNS)
    returns_on = day(_("Verwachte dag van terugkeer of verlof"))
    notice_mark = forms.CharField(label=_("Kenmerk van het BIJ-bericht"), max_length=60)
    offence = long_text(_("Om wat voor delict gaat het?"), help_text=_("Alleen wat nodig is."))

    def subjects(self) -> list[SubjectDraft]:
        born_on = {"born_on": self.cleaned_data["born_on"].isoformat()}
        return [
            SubjectDraft(
                SubjectKind.PERSON, self.cleaned_data["person"], born_on, InformationClass.J
            )
        ]


class AssessForm(SharingFields):
    kind = "assessment"
    title = _("Inschatting van de politie")
    shares = ("assessment",)

    risk = choice(_("Hoe groot is het risico op maatschappelijke onrust?"), RISKS)
    victims = long_text(_("Wonen slachtoffers of nabestaanden in de buurt?"))
    known = long_text(_("Wat weet de omgeving al?"))
    advice = long_text(_("Wat adviseert u?"))

    def outcome(self) -> str:
        return str(self.cleaned_data["risk"])


class JudgeForm(StepForm):
    """J1 and J2: what the police thinks is advice; whether to act is the mayor's."""

    kind = "ruling"
    title = _("Weging van de burgemeester")
    shares = ("measures",)
    by_answer = frozenset({"measures"})

    ruling = choice(_("Zijn er maatregelen nodig?"), RULINGS)
    motive = long_text(_("Waarom wel of niet?"))
    measures = forms.MultipleChoiceField(
        label=_("Welke maatregelen?"),
        choices=MEASURES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    ban_until = day(
        _("Tot wanneer geldt het gebiedsverbod?"),
        required=False,
        help_text=_("Ten hoogste drie maanden (Gemeentewet art. 172a)."),
    )
    has_prosecutors_ban = yes_no(
        _("Gaf de officier van justitie voor dit gebied al een gedragsaanwijzing?"),
        help_text=_("Dan kan de burgemeester geen gebiedsverbod geven (Gemeentewet art. 172a)."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["has_prosecutors_ban"].required = False

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("ruling") == "measures":
            self.need("measures")
            if "area_ban" in answers.get("measures", []):
                self._check_ban(answers)
        return answers

    def _check_ban(self, answers: dict[str, Any]) -> None:
        self.need("ban_until", "has_prosecutors_ban")
        if answers.get("has_prosecutors_ban") == "yes":
            self.add_error("measures", _("Met een gedragsaanwijzing van de officier kan dit niet."))
        until = answers.get("ban_until")
        today = timezone.localdate(moment())
        if until and not today <= until <= MOST_BAN.after(today):
            self.add_error("ban_until", _("Kies een dag binnen drie maanden vanaf vandaag."))

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])


class CarryOutForm(StepForm):
    kind = "execution"
    title = _("Uitvoering van de maatregelen")

    done = long_text(_("Wat is er gedaan, en door wie?"))
    arranged = long_text(_("Wat is met de betrokkene besproken?"), required=False)

    def outcome(self) -> str:
        return "done"


class MonitorForm(StepForm):
    kind = "monitoring"
    title = _("Stand van zaken")

    course = choice(_("Hoe is het in de omgeving?"), COURSE)
    seen = long_text(_("Wat is er opgemerkt?"))

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])
