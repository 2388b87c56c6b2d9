"""N1 to N3: the start plan, the triage, the referral, and the plan of all parties."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Case, InformationClass
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.nazorg.conditions import ConditionFields
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm
from workflows.kept import kept
from workflows.own import last_person, last_start_plan

STAYS = [("short", _("Kort")), ("long", _("Lang"))]
RISKS = [("low", _("Laag")), ("high", _("Hoog"))]
COURSES = [
    ("regular", _("Gewone nazorg")),
    ("refer", _("Meer nodig: verwijzen naar een andere zaak")),
]
REFERRALS = [
    ("pga", _("Persoonsgerichte aanpak in het Zorg- en Veiligheidshuis")),
    ("bij", _("Bestuurlijke informatie justitiabelen (BIJ)")),
]
NEEDS = {"corporatie": "housing", "zorg": "care"}
"""Which condition each partner helps with; of the others it hears nothing."""


class StartPlanForm(ConditionFields):
    kind = "start-plan"
    title = _("Startplan")
    information_class = InformationClass.Z
    asked = ("action", "basis")

    person = forms.CharField(label=_("Naam van de betrokkene"), max_length=200)
    release_on = day(_("Verwachte dag van vrijlating"))
    is_known = yes_no(_("Is de betrokkene bij de gemeente bekend?"))
    keeps_home = yes_no(_("Behoudt de betrokkene de woning?"))


class TriageForm(StepForm):
    kind = "triage"
    title = _("Weging van de nazorg")
    intro = _("Lees ook de risico-informatie, als die er is en u daarvoor bent aangewezen.")

    stay = choice(_("Hoe lang duurt de detentie?"), STAYS)
    risk = choice(_("Hoe groot is het risico?"), RISKS)
    course = choice(_("Hoe gaat het verder?"), COURSES)
    motive = long_text(_("Waarom?"))

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class ReferForm(StepForm):
    """Of a BIJ case not even the number stands here: it exists for named people alone."""

    kind = "referral"
    title = _("Verwijzing")
    intro = _(
        "Meld eerst de andere zaak. Hier staat alleen dat er verwezen is; niets uit die zaak, en "
        "van een BIJ-zaak ook het nummer niet."
    )
    takes_files = False

    to = forms.MultipleChoiceField(
        label=_("Waarheen verwijst u?"),
        choices=REFERRALS,
        widget=forms.CheckboxSelectMultiple,
    )
    pga_case = forms.CharField(
        label=_("Zaaknummer van de persoonsgerichte aanpak"), max_length=24, required=False
    )
    goes_on = yes_no(
        _("Gaat de gewone nazorg hiernaast door?"),
        help_text=_("Na verwijzing naar de persoonsgerichte aanpak stopt zij meestal."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if "pga" in answers.get("to", []):
            self.need("pga_case")
            if answers.get("pga_case") and not self._is_known(answers["pga_case"]):
                self.add_error("pga_case", _("Met dit nummer ziet u geen persoonsgerichte aanpak."))
        return answers

    def _is_known(self, reference: str) -> bool:
        visible = Case.objects.visible_to(self.actor)
        return visible.filter(theme="pga", reference=reference.strip()).exists()

    def outcome(self) -> str:
        return "regular" if self.cleaned_data["goes_on"] == "yes" else "closed"


class AskForm(PartnerFields):
    kind = "plan-request"
    title = _("Verzoek om bijdragen aan het plan")
    intro = _("Het plan is uiterlijk vier weken voor de vrijlating klaar.")
    shares = ("person", "start_plan", "need_housing", "need_care")
    by_answer = frozenset({"need_housing", "need_care"})
    shared_as = {"need_care": InformationClass.Z}
    partners_help = _(
        "De inrichting en de reclassering lezen het startplan. De corporatie leest alleen wat er "
        "over onderdak nodig is, de zorg alleen wat er over zorg nodig is."
    )
    unkept = PartnerFields.unkept | {"housing_need", "care_need"}

    housing_need = long_text(_("Wat moet de corporatie weten over onderdak?"), required=False)
    care_need = long_text(_("Wat moet de zorg weten over de zorgvraag?"), required=False)

    def classes_of(self, name: str) -> frozenset[str]:
        known = {"person": last_person, "start_plan": last_start_plan}
        if name not in known:
            return super().classes_of(name)
        thing = known[name](self.step.case, self.actor)
        return frozenset({thing.information_class} if thing else ())

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.need("partners")
        plan = kept(self.step.case, "start-plan")
        for partner, condition in NEEDS.items():
            if partner in answers.get("partners", []):
                self.need(f"{condition}_need")
                if plan.get(f"{condition}_basis") not in ("consent", "task"):
                    self.add_error(
                        "partners",
                        _("In het startplan staat geen grond om dit met deze partner te delen.")
                        if condition == "housing"
                        else _("In het startplan staat geen grond om de zorgvraag te delen."),
                    )
        return answers


class PlanForm(ConditionFields):
    kind = "plan"
    title = _("Detentie- en re-integratieplan")
    information_class = InformationClass.Z
    shares = ("plan",)
    asked = ("action", "ready_on")

    release_on = day(_("Verwachte dag van vrijlating"))
