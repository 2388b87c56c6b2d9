"""H13 to H16: objection, the closed period, lifting, reopening, and the evaluation."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from workflows.dates import closed_until
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm
from workflows.kept import kept

PERIOD = [
    ("ended", _("De einddatum is bereikt")),
    ("asked", _("De eigenaar verzoekt om opheffing of heropening")),
    ("revised", _("Het besluit is herzien na bezwaar")),
]
LIFTING = [("lifted", _("Toewijzen: het pand gaat eerder open")), ("refused", _("Afwijzen"))]


class ClosurePeriodForm(StepForm):
    kind = "closure-period"
    title = _("Einde van de sluiting")
    intro = _("Deze taak blijft open tot de einddatum, of tot de eigenaar om opheffing vraagt.")

    event = choice(_("Wat is er gebeurd?"), PERIOD)
    asked_on = day(_("Datum van het verzoek"), required=False)
    guarantees = long_text(_("Welke waarborgen biedt de eigenaar?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("event") == "asked":
            self.need("asked_on", "guarantees")
        if answers.get("event") == "revised" and not self._is_revised:
            self.add_error(
                "event",
                _("Leg eerst vast dat op bezwaar is herzien."),
            )
        if answers.get("event") == "ended" and self.ends_after_today:
            self.add_error("event", _("De einddatum van de sluiting is nog niet bereikt."))
        return answers

    @property
    def _is_revised(self) -> bool:
        return kept(self.step.case, "objection-decision").get("result") == "revised"

    @property
    def ends_after_today(self) -> bool:
        last_day = closed_until(self.step.case)
        return last_day is not None and timezone.localdate(moment()) <= last_day

    def outcome(self) -> str:
        return str(self.cleaned_data["event"])


class DecideLiftingForm(StepForm):
    kind = "lifting"
    title = _("Besluit op het verzoek om opheffing")
    shares = ("measure_notice", "closure_notice")

    ruling = choice(_("Wat besluit u?"), LIFTING)
    motive = long_text(_("Motivering"))

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])


class ReopenForm(StepForm):
    kind = "reopening"
    title = _("Heropening")
    shares = ("measure_notice", "closure_notice", "closure_fact")

    reopened_on = day(_("Datum van de heropening"))
    state = long_text(_("Wat bleek bij de controle van het pand?"))

    def outcome(self) -> str:
        return "reopened"


class EvaluateForm(StepForm):
    """Asks for each indicator that was set at the start whether it was reached."""

    kind = "evaluation"
    title = _("Evaluatie")

    lessons = long_text(_("Wat ging goed, en wat moet een volgende keer anders?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicators = list(self.step.case.outcomes.all())
        for one in self.indicators:
            self.fields[f"outcome_{one.pk}"] = yes_no(one.indicator)

    def reached(self) -> dict[int, bool]:
        return {one.pk: self.cleaned_data[f"outcome_{one.pk}"] == "yes" for one in self.indicators}

    def outcome(self) -> str:
        return "evaluated"


class EvaluateEnforcementForm(EvaluateForm):
    """What became of the premises and their surroundings (H16)."""

    lessons = None  # type: ignore[assignment]  # the way in which an heir of a form drops a field
    aftercare = long_text(_("Welke nazorg is gegeven?"))
    neighbourhood = long_text(_("Wat is het effect op de buurt?"))
    displacement = long_text(_("Is het probleem verplaatst (waterbed)?"))
