"""What the gemeente asks itself about a signal of ondermijning; never what the RIEC knows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import SubjectKind
from workflows.forms.advice_round import AnswerForm
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm
from workflows.own import own_subjects

SOURCES = [
    ("official", _("Ambtenaar")),
    ("citizen", _("Inwoner of ondernemer")),
    ("partner", _("Partner")),
    ("anonymous", _("Anonieme melding")),
]
RELIABILITY = [
    ("own", _("Zelf waargenomen")),
    ("known", _("Van een bekende bron gehoord")),
    ("unknown", _("Bron onbekend")),
]
COURSES = [
    ("none", _("Geen actie: het signaal wordt niet verder gebruikt")),
    ("internal", _("Intern oppakken, met eigen bevoegdheden")),
    ("research", _("Eerst bronnen raadplegen (hit of geen hit)")),
    ("riec", _("Aanbieden aan het RIEC")),
]
PLANS = [
    ("none", _("Geen actie")),
    ("act", _("Eigen acties")),
    ("riec", _("Aanbieden aan het RIEC")),
]
ANSWERS_OF_RIEC = [
    ("taken", _("Het RIEC neemt het signaal over")),
    ("returned", _("Het RIEC geeft het signaal terug")),
]
HITS = [("hit", _("Hit: er is informatie")), ("no_hit", _("Geen hit"))]
MORE = [("more", _("Er volgen nog acties")), ("done", _("Alle acties zijn gedaan"))]


class OndermijningSignalForm(BeginForm):
    title = _("Signaal")
    page_title = _("Signaal van ondermijning melden")
    page_intro = _(
        "Alleen feiten, zonder oordeel. Alleen wie voor dit thema is aangewezen ziet de zaak."
    )

    about = forms.CharField(
        label=_("Over welk pand of welke onderneming gaat het?"), max_length=200
    )
    kind_of_subject = choice(
        _("Wat is dat?"),
        [(SubjectKind.PREMISES, _("Pand")), (SubjectKind.ENTERPRISE, _("Onderneming"))],
    )
    source = choice(_("Wie gaf het signaal?"), SOURCES)
    reliability = choice(_("Hoe betrouwbaar is de bron?"), RELIABILITY)
    noticed_on = day(_("Wanneer is het opgemerkt?"))
    facts = long_text(_("Wat is er gezien of gehoord?"), help_text=_("Feiten, geen oordeel."))

    def subjects(self) -> list[SubjectDraft]:
        kind = SubjectKind(self.cleaned_data["kind_of_subject"])
        return [SubjectDraft(kind, self.cleaned_data["about"])]


class IntakeForm(StepForm):
    kind = "intake"
    title = _("Inname van het signaal")
    intro = _("Drie vragen. Is een antwoord nee, dan draagt u het signaal over of sluit u af.")

    is_undermining = yes_no(_("Gaat het om ondermijning?"))
    is_municipal = yes_no(_("Is er een taak voor de gemeente?"))
    is_local = yes_no(_("Speelt het op het grondgebied van uw gemeente?"))
    handed_to = long_text(_("Aan wie draagt u het over, of waarom sluit u af?"), required=False)

    QUESTIONS = ("is_undermining", "is_municipal", "is_local")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if "no" in [answers.get(one) for one in self.QUESTIONS]:
            self.need("handed_to")
        return answers

    def outcome(self) -> str:
        is_ours = all(self.cleaned_data[one] == "yes" for one in self.QUESTIONS)
        return "ours" if is_ours else "not_ours"


class AssessForm(StepForm):
    kind = "assessment"
    title = _("Weging")
    intro = _("Weeg het signaal. Een tweede persoon bevestigt daarna uw weging.")

    gravity = long_text(_("Hoe ernstig is het?"))
    concrete = long_text(_("Hoe concreet is het?"))
    current = long_text(_("Hoe actueel is het?"))
    fits = long_text(_("Past het bij een taak van de gemeente, en bij welke?"))
    course = choice(_("Wat stelt u voor?"), COURSES)

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class ConfirmForm(StepForm):
    """The second pair of eyes: it agrees with the course that was proposed, or asks again."""

    kind = "confirmation"
    title = _("Bevestiging van de weging")
    takes_files = False

    agrees = yes_no(_("Bent u het met de weging en het voorstel eens?"))
    remarks = long_text(_("Toelichting"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("agrees") == "no":
            self.need("remarks")
        return answers

    def outcome(self) -> str:
        if self.cleaned_data["agrees"] == "no":
            return "again"
        return str(self.step.process.outcome_of("assess"))


class SourcesForm(PartnerFields):
    kind = "sources"
    title = _("Bronnenonderzoek")
    intro = _("Privacytoets 1: vraag eerst alleen of er iets is. Inhoud vraagt u later apart.")
    shares = ("subject",)
    partners_help = _("Zij krijgen alleen het pand of de onderneming.")

    necessity_of_research = long_text(_("Waarom is dit onderzoek nodig?"))
    proportion = long_text(_("Waarom kan het niet met minder?"))

    def classes_of(self, name: str) -> frozenset[str]:
        return frozenset(one.information_class for one in own_subjects(self.step.case, self.actor))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.need("partners")
        return answers


class HitForm(AnswerForm):
    """No content: whether there is anything is all that is told."""

    title = _("Hit of geen hit")
    answer = None  # type: ignore[assignment]  # the way in which an heir of a form drops a field
    hit = choice(_("Is er informatie?"), HITS, required=False)
    takes_files = False
    needed = ("hit",)


class PlanForm(StepForm):
    kind = "plan"
    title = _("Plan van aanpak")
    intro = _("Privacytoets 2: toets elke actie en elke verstrekking apart.")

    objective = long_text(_("Wat wilt u bereiken?"))
    actions = long_text(_("Welke acties, door wie en wanneer?"))
    privacy_own = long_text(_("Toets 2A: mag de gemeente de gegevens voor deze acties gebruiken?"))
    privacy_others = long_text(_("Toets 2B: wat vraagt of verstrekt u, en op welke grond?"))
    course = choice(_("Wat is de uitkomst?"), PLANS)

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class RiecForm(StepForm):
    kind = "riec"
    title = _("Verwijzing naar het RIEC")
    intro = _(
        "Leg alleen de verwijzing vast. De inhoud van de zaak van het RIEC blijft bij het RIEC."
    )
    takes_files = False

    offered_on = day(_("Wanneer is het signaal aangeboden?"))
    response = choice(_("Wat doet het RIEC?"), ANSWERS_OF_RIEC)
    riec_reference = forms.RegexField(
        r"^[A-Za-z0-9./-]{1,40}$",
        label=_("Zaaknummer van het RIEC"),
        required=False,
        help_text=_("Alleen het nummer: letters, cijfers, punt, streep."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("response") == "taken":
            self.need("riec_reference")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["response"])


class ActForm(StepForm):
    kind = "own-actions"
    title = _("Eigen acties")
    intro = _(
        "Alleen acties van de gemeente zelf. Een Bibob-onderzoek of een sluiting begint u als "
        "eigen zaak, met een eigen grondslag."
    )

    done = long_text(_("Wat heeft de gemeente gedaan, en met welk resultaat?"))
    spin_off = forms.RegexField(
        r"^\d{4}-VR\d{2}-\d{6}$",
        label=_("Nummer van de zaak die hieruit voortkomt"),
        required=False,
        help_text=_("Bijvoorbeeld 2026-VR21-000123. Leeg als er geen is."),
    )
    course = choice(_("Is de gemeente klaar?"), MORE)

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])
