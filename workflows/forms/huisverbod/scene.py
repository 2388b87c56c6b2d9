"""W0 to W2: the incident, the risk (RiHG) and the conditions, as the hulpofficier puts them in."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass, SubjectKind
from casework.policies import why_not_decide
from partners.acting import moment
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text, moment_field, yes_no
from workflows.forms.step_form import StepForm

HOUSEMATES = range(1, 5)
PERSON_SIGNS = [
    ("record", _("Antecedenten")),
    ("unreachable", _("Niet aanspreekbaar")),
    ("substances", _("Alcohol of drugs")),
]
INCIDENT_SIGNS = [
    ("threat", _("Dreiging")),
    ("mental", _("Psychisch geweld")),
    ("physical", _("Lichamelijk geweld")),
    ("sexual", _("Seksueel geweld")),
    ("intimidation", _("Intimidatie")),
    ("course", _("Ontwikkeling van het geweld")),
    ("weapons", _("Wapens")),
    ("children", _("Kinderen aanwezig of betrokken")),
    ("expectation", _("Verwachting van nieuw geweld")),
    ("justification", _("Rechtvaardiging van het geweld")),
]
LIVING_SIGNS = [
    ("work", _("Problemen met werk")),
    ("money", _("Problemen met geld")),
    ("relation", _("Problemen in de relatie")),
    ("isolation", _("Isolement")),
]
SCORES = [("low", _("Laag")), ("raised", _("Verhoogd")), ("high", _("Hoog"))]
DANGERS = [
    ("none", _("Geen gevaar: er komt geen huisverbod")),
    ("suspected", _("Een ernstig vermoeden van ernstig en onmiddellijk gevaar")),
    ("danger", _("Ernstig en onmiddellijk gevaar")),
]
COURSES = [
    ("officer", _("Opleggen onder mandaat, door de hulpofficier van justitie")),
    ("mayor", _("Voorleggen aan de burgemeester in persoon")),
    ("not", _("Niet opleggen")),
]


class BanForm(StepForm):
    """Whatever is put in here is a paper of the huisverbod."""

    information_class = InformationClass.H


def signs(label: Any, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class IncidentForm(BanForm, BeginForm):
    title = _("Incident")
    shares = ("incident",)
    page_title = _("Huisverbod: incident melden")
    page_intro = _(
        "Met het incident begint de zaak. De hulpofficier van justitie taxeert daarna het risico. "
        "Alleen wie voor dit thema is aangewezen ziet de zaak."
    )
    lead_label = _("In welke gemeente staat de woning?")

    incident_at = moment_field(_("Wanneer was het incident?"))
    address = forms.CharField(label=_("Adres van de woning"), max_length=200)
    person_name = forms.CharField(
        label=_("Naam van wie uit huis geplaatst kan worden"), max_length=120
    )
    person_born_on = day(_("Geboortedatum"))
    person_bsn = forms.RegexField(
        r"^\d{8,9}$",
        label=_("Burgerservicenummer"),
        required=False,
        error_messages={"invalid": _("Vul acht of negen cijfers in.")},
    )
    facts = long_text(_("Wat is er gebeurd?"), help_text=_("Feiten, geen oordeel."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in HOUSEMATES:
            self.fields[f"housemate_{n}"] = forms.CharField(
                label=_("Huisgenoot %(n)s: naam") % {"n": n}, max_length=120, required=False
            )
            self.fields[f"housemate_born_{n}"] = day(
                _("Huisgenoot %(n)s: geboortedatum") % {"n": n}, required=False
            )
        self.fields["attachments"] = self.fields.pop("attachments")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        for n in HOUSEMATES:
            if answers.get(f"housemate_born_{n}"):
                self.need(f"housemate_{n}")
        if answers.get("incident_at") and answers["incident_at"] > moment():
            self.add_error("incident_at", _("Dit tijdstip ligt in de toekomst."))
        return answers

    def subjects(self) -> list[SubjectDraft]:
        given = self.cleaned_data
        about = [
            SubjectDraft(SubjectKind.PREMISES, given["address"]),
            self._person(
                given["person_name"], given["person_born_on"], part="out", bsn=given["person_bsn"]
            ),
        ]
        return about + [
            self._person(
                given[f"housemate_{n}"], given.get(f"housemate_born_{n}"), part="housemate"
            )
            for n in HOUSEMATES
            if given.get(f"housemate_{n}")
        ]

    def _person(self, name: str, born_on: Any, **details: str) -> SubjectDraft:
        known = {key: value for key, value in details.items() if value}
        if born_on is not None:
            today = timezone.localdate(moment())
            had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
            age = today.year - born_on.year - (not had_birthday)
            known |= {"born_on": born_on.isoformat(), "is_minor": "yes" if age < 18 else "no"}
        return SubjectDraft(SubjectKind.PERSON, name, known)


class RiskForm(BanForm):
    kind = "risk"
    title = _("Risicotaxatie (RiHG)")
    intro = _("Loop de drie onderdelen langs. Andere signalen tellen niet mee.")
    shares = ("risk",)

    person_signs = signs(_("Signalen bij de persoon"), PERSON_SIGNS)
    score_person = choice(_("A. Score van de persoon"), SCORES)
    incident_signs = signs(_("Signalen bij het incident"), INCIDENT_SIGNS)
    score_incident = choice(_("B. Score van het incident"), SCORES)
    living_signs = signs(_("Signalen in de leefomstandigheden"), LIVING_SIGNS)
    score_living = choice(_("C. Score van de leefomstandigheden"), SCORES)
    danger = choice(_("Is er ernstig en onmiddellijk gevaar?"), DANGERS)
    motive = long_text(_("Toelichting"))
    care_report = long_text(
        _("Zorgmelding: aan wie meldt u dit?"),
        required=False,
        help_text=_("Nodig als er geen gevaar is: dan eindigt de zaak met een zorgmelding."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("danger") == "none":
            self.need("care_report")
        return answers

    def outcome(self) -> str:
        return "no_danger" if self.cleaned_data["danger"] == "none" else "danger"


class CourseForm(BanForm):
    """Whether it is imposed, and by whom: under mandate only where the gemeente gave one."""

    shares = ("risk",)

    course = choice(_("Hoe gaat het verder?"), COURSES)
    reason = long_text(_("Waarom komt er geen huisverbod?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("course") == "not":
            self.need("reason")
        if answers.get("course") == "officer":
            today = timezone.localdate(moment())
            refusal = why_not_decide(self.actor, self.step.case, kind="impose", on=today)
            if refusal is not None:
                self.add_error("course", refusal)
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class ConditionsForm(CourseForm):
    kind = "conditions"
    title = _("Voorwaarden voor een huisverbod")
    takes_files = False

    is_adult = yes_no(_("Is de persoon meerderjarig?"))
    has_child_abuse = yes_no(
        _("Is er kindermishandeling, of een vermoeden daarvan?"),
        help_text=_("Zo ja, dan overlegt u eerst met Veilig Thuis (Wth art. 2 lid 3)."),
    )
    criminal_track = long_text(
        _("Wat is met het OM afgestemd over het strafrecht?"),
        required=False,
        help_text=_("Een huisverbod en vervolging kunnen naast elkaar lopen."),
    )
    field_order: tuple[str, ...] = ("is_adult", "has_child_abuse", "criminal_track")

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("course") != "not" and answers.get("is_adult") == "no":
            self.add_error("course", _("Aan een minderjarige wordt geen huisverbod opgelegd."))
        return answers

    def outcome(self) -> str:
        course = super().outcome()
        is_first = course != "not" and self.cleaned_data["has_child_abuse"] == "yes"
        return "consult" if is_first else course


class ConsultForm(CourseForm):
    kind = "consultation"
    title = _("Overleg met Veilig Thuis")
    intro = _("U overlegt voordat het huisverbod wordt opgelegd (Wth art. 2 lid 3).")
    takes_files = False

    consulted_at = moment_field(_("Wanneer sprak u met Veilig Thuis?"))
    spoken_to = forms.CharField(label=_("Met wie sprak u?"), max_length=120)
    advice = long_text(_("Wat adviseert Veilig Thuis?"))

    field_order: tuple[str, ...] = ("consulted_at", "spoken_to", "advice")

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        if answers.get("consulted_at") and answers["consulted_at"] > moment():
            self.add_error("consulted_at", _("Dit tijdstip ligt in de toekomst."))
        return answers
