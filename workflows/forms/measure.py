"""H6 to H9: urgency, the measure by the matrix, the view of those concerned, the decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Measure
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.matrix_fields import MatrixFields, whole_months
from workflows.forms.step_form import StepForm
from workflows.kept import kept


class UrgencyForm(StepForm):
    kind = "urgency"
    title = _("Spoed beoordelen")
    intro = _("Bij spoed volgt meteen het besluit, zonder zienswijze vooraf (Awb 4:11 en 5:31).")
    takes_files = False

    is_urgent = yes_no(_("Is er spoed, zoals brandgevaar of dreiging van een ripdeal?"))
    reason = long_text(_("Waarom wel of niet?"))

    def outcome(self) -> str:
        return "urgent" if self.cleaned_data["is_urgent"] == "yes" else "regular"


class ChooseMeasureForm(MatrixFields):
    kind = "measure"
    title = _("Maatregel kiezen")

    measure = choice(_("Welke maatregel neemt u zich voor?"), Measure.choices)
    months = forms.IntegerField(
        label=_("Aantal maanden sluiting"), min_value=1, max_value=60, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row is not None:
            self.initial.setdefault("measure", self.row.measure)
            self.initial.setdefault("months", self.row.months)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("measure") == Measure.CLOSURE:
            self.need("months")
        if answers.get("measure"):
            self.check_matrix(answers["measure"], answers.get("months"))
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["measure"])


class DecideForm(MatrixFields):
    """The three-step test (drietrapsraket) of domain brief H9, one question an aspect."""

    kind = "ruling"
    title = _("Besluit")
    shares = ("measure_notice", "closure_notice", "closure_fact")
    by_answer = frozenset({"closure_notice", "closure_fact"})

    ruling = choice(_("Wat besluit u?"), Measure.choices)
    suitable = long_text(_("1. Geschikt: waarom past deze maatregel bij het doel?"))
    gravity = long_text(_("2. Noodzakelijk: hoe ernstig en omvangrijk is de overtreding?"))
    elapsed = long_text(_("Noodzakelijk: wat betekent de tijd die sinds de vondst is verstreken?"))
    trade = long_text(_("Noodzakelijk: is er vanuit het pand in drugs gehandeld?"))
    neighbourhood = long_text(_("Noodzakelijk: staat het pand in een kwetsbare wijk?"))
    blame = long_text(_("3. Evenwichtig: wie valt wat te verwijten?"))
    attachment = long_text(_("Evenwichtig: hoe sterk is de binding met de woning?"))
    returning = long_text(
        _("Evenwichtig: kan de bewoner terug, of volgt een zwarte lijst van de corporatie?")
    )
    minors = long_text(
        _("Evenwichtig: zijn er minderjarige kinderen, en wat adviseert de jeugdbescherming?")
    )
    grace_until = day(
        _("Einde van de begunstigingstermijn"),
        required=False,
        help_text=_(
            "Bij een sluiting of dwangsom: tot en met deze dag kan de overtreder het zelf oplossen."
        ),
    )
    closed_from = day(_("Sluiting vanaf"), required=False)
    closed_until = day(_("Sluiting tot en met"), required=False)
    penalty_amount = forms.IntegerField(
        label=_("Dwangsom in euro"), min_value=1, max_value=1_000_000, required=False
    )
    announced_on = day(_("Datum van bekendmaking"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.need(*self._needed(answers.get("ruling")))
        self._check_order(answers)
        if answers.get("ruling") and not self._was_intended(answers):
            self.check_matrix(answers["ruling"], self._months(answers))
        return answers

    def _needed(self, ruling: str | None) -> tuple[str, ...]:
        """Without urgency a last names its begunstigingstermijn (Awb 5:24 and 5:31)."""
        if ruling == Measure.PENALTY:
            return ("grace_until", "penalty_amount")
        if ruling == Measure.CLOSURE and self._is_urgent:
            return ("closed_from", "closed_until")
        if ruling == Measure.CLOSURE:
            return ("grace_until", "closed_from", "closed_until")
        return ()

    @property
    def _is_urgent(self) -> bool:
        return kept(self.step.case, "urgency").get("is_urgent") == "yes"

    def _was_intended(self, answers: dict[str, Any]) -> bool:
        """What was announced beforehand was held against the matrix then."""
        intent = kept(self.step.case, "measure")
        if self._is_urgent or intent.get("measure") != answers["ruling"]:
            return False
        months = self._months(answers)
        return months is None or months <= intent.get("months", 0)

    def _months(self, answers: dict[str, Any]) -> int | None:
        start, end = answers.get("closed_from"), answers.get("closed_until")
        if answers.get("ruling") != Measure.CLOSURE or not start or not end or end <= start:
            return None
        return whole_months(start, end)

    def _check_order(self, answers: dict[str, Any]) -> None:
        start, end = answers.get("closed_from"), answers.get("closed_until")
        grace, announced = answers.get("grace_until"), answers.get("announced_on")
        if start and end and end <= start:
            self.add_error("closed_until", _("De sluiting moet eindigen na het begin."))
        if start and grace and start <= grace:
            self.add_error(
                "closed_from", _("Sluiten kan pas na het einde van de begunstigingstermijn.")
            )
        if start and announced and start < announced:
            self.add_error(
                "closed_from", _("Een besluit werkt niet vóór de bekendmaking (Awb 3:40).")
            )

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
