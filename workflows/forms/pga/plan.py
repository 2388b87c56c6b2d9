"""Z4 to Z7: the plan by parts of life, its progress, its evaluation, and the end."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.ave import leader_field
from casework.models import Commitment, InformationClass
from partners.acting import moment
from partners.models import Kind, Role
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.commitment_rows import CommitmentRows
from workflows.forms.fields import choice, long_text
from workflows.forms.pga.ave_fields import AveFields
from workflows.forms.sharing_fields import OwnLawFields

REVIEWS = [("review_3m", _("Over drie maanden")), ("review_6m", _("Over zes maanden"))]
PROGRESS = [
    ("on_track", _("Op schema: over vier tot zes weken weer")),
    ("stagnation", _("Stagnatie: de procesregisseur moet erbij")),
    ("review", _("Het is tijd om te evalueren")),
]
COURSES = [
    ("continue", _("Doorgaan")),
    ("escalate", _("Opschalen (AVE), en doorgaan")),
    ("descale", _("Afschalen (AVE), en doorgaan")),
    ("replan", _("Een nieuw plan maken")),
    ("finish", _("Afsluiten: naar de gewone keten")),
]
SCALES = frozenset({"escalate", "descale"})
RESULTS = [
    ("reached", _("De aanpak is afgesloten: de doelen zijn gehaald")),
    ("partly", _("De aanpak is afgesloten: de gewone keten gaat verder")),
    ("stopped", _("De aanpak is gestopt")),
]


class PlanForm(CommitmentRows):
    kind = "plan"
    title = _("Plan van aanpak")
    intro = _("Elke afspraak telt zodra de partij zelf haar aanvaardt, op de pagina van de zaak.")
    shares = ("plan",)

    review = choice(_("Wanneer evalueert u?"), REVIEWS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case = self.step.case
        self.areas = self.step.process.formule.areas
        director = leader_field(case, timezone.localdate(moment()))
        director.label = _("Wie is de casusregisseur?")
        director.queryset = director.queryset.filter(  # type: ignore[union-attr]  # set by the field
            organisation__in=case.party_ids, role__in=(Role.LIAISON, Role.COORDINATOR)
        )
        areas = {
            f"area_{name}": long_text(
                _("%(area)s: doel en aanpak") % {"area": label}, required=False
            )
            for name, label in self.areas
        }
        self.fields = {"director": director, **areas, **self.fields}

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.errors:
            return answers
        if not any(answers.get(f"area_{name}") for name, _label in self.areas):
            first = f"area_{self.areas[0][0]}"
            self.add_error(first, _("Vul ten minste één leefgebied in."))
        if not self.rows():
            self.add_error("text_1", _("Leg ten minste één afspraak vast."))
        readers = {one.to for one in self.step.process.formule.sharings_of("plan")}
        if answers["director"].organisation.kind not in readers | {Kind.ZVH}:
            self.add_error("director", _("Deze partij krijgt het plan niet te lezen."))
        return answers


class ProgressForm(OwnLawFields):
    kind = "progress"
    title = _("Voortgang")

    state = long_text(_("Hoe staat het met het plan?"))
    course = choice(_("Hoe gaat het verder?"), PROGRESS)

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class ReviewForm(AveFields):
    kind = "review"
    title = _("Evaluatie van de aanpak")
    intro = _("Opschalen kan ook tussendoor, op de pagina van de zaak.")

    effect = long_text(_("Wat is er bereikt, en wat niet?"))
    course = choice(_("Hoe gaat het verder?"), COURSES)
    review = choice(_("Wanneer evalueert u weer?"), REVIEWS, required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("course") in SCALES | {"continue"}:
            self.need("review")
        if answers.get("course") in SCALES:
            self.need_phase()
            self._check_direction(answers)
        return answers

    def _check_direction(self, answers: dict[str, Any]) -> None:
        now = self.step.case.ave_phases.filter(ended_at__isnull=True).first()
        phase = answers.get("phase")
        if now is None or phase is None:
            return
        if answers["course"] == "escalate" and phase <= now.phase:
            self.add_error("phase", _("Kies een hogere fase dan nu."))
        if answers["course"] == "descale" and phase >= now.phase:
            self.add_error("phase", _("Kies een lagere fase dan nu."))

    def outcome(self) -> str:
        return str(self.cleaned_data["course"])


class FinishForm(EvaluateForm):
    """The reporter hears how it ended, and nothing of the file."""

    title = _("Afsluiting")
    shares = ("feedback",)
    shared_as = {"feedback": InformationClass.B}

    result = choice(_("Wat krijgt de melder te lezen?"), RESULTS)
    handover = long_text(_("Aan wie is wat overgedragen?"))
    open_motive = long_text(
        _("Waarom sluit u af terwijl er nog afspraken openstaan?"), required=False
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        waiting = [Commitment.Status.PROPOSED, Commitment.Status.ACCEPTED]
        rows = Commitment.objects.visible_to(self.actor).filter(case=self.step.case)
        if rows.filter(status__in=waiting).exists():
            self.need("open_motive")
        return answers
