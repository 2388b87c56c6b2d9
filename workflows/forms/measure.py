"""H6 to H9: urgency, the measure by the matrix, the view of those concerned, the decision."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Measure
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm
from workflows.matrix import fitting_row

HEARING = [
    ("written", _("Schriftelijk")),
    ("oral", _("Mondeling")),
    ("none", _("Geen zienswijze gegeven")),
]
RULINGS = [
    (Measure.CLOSURE, Measure.CLOSURE.label),
    (Measure.PENALTY, Measure.PENALTY.label),
    (Measure.WARNING, Measure.WARNING.label),
    (Measure.REFRAIN, Measure.REFRAIN.label),
]


class UrgencyForm(StepForm):
    kind = "urgency"
    title = _("Spoed beoordelen")
    intro = _("Bij spoed volgt meteen het besluit, zonder zienswijze vooraf (Awb 4:11 en 5:31).")
    takes_files = False

    is_urgent = yes_no(_("Is er spoed, zoals brandgevaar of dreiging van een ripdeal?"))
    reason = long_text(_("Waarom wel of niet?"))

    def outcome(self) -> str:
        return "urgent" if self.cleaned_data["is_urgent"] == "yes" else "regular"


class ChooseMeasureForm(StepForm):
    kind = "measure"
    title = _("Maatregel kiezen")

    measure = choice(_("Welke maatregel neemt u zich voor?"), RULINGS)
    months = forms.IntegerField(
        label=_("Aantal maanden sluiting"), min_value=1, max_value=60, required=False
    )
    heavier_motive = long_text(
        _("Zwaardere motivering"),
        required=False,
        help_text=_("Verplicht als geen rij van de matrix past."),
    )
    deviation_motive = long_text(
        _("Waarom wijkt u af van de matrix?"),
        required=False,
        help_text=_("Verplicht als u iets anders kiest dan de matrix voorschrijft."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = fitting_row(self.step)
        if self.row is not None:
            self.initial.setdefault("measure", self.row.measure)
            self.initial.setdefault("months", self.row.months)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("measure") == Measure.CLOSURE:
            self.need("months")
        if self.row is None and not answers.get("heavier_motive"):
            self.add_error(
                "heavier_motive",
                _("Geen rij van de matrix past op deze vondst. Motiveer uw keuze extra zwaar."),
            )
        if self._deviates(answers) and not answers.get("deviation_motive"):
            self.add_error(
                "deviation_motive", _("U wijkt af van de matrix (%(row)s).") % {"row": self.row}
            )
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["measure"])

    def _deviates(self, answers: dict[str, Any]) -> bool:
        if self.row is None or not answers.get("measure"):
            return False
        if answers["measure"] != self.row.measure:
            return True
        return bool(self.row.months and answers.get("months") != self.row.months)


class HearForm(StepForm):
    kind = "view"
    title = _("Zienswijze")
    intro = _("De belanghebbende kiest zelf: schriftelijk of mondeling (Awb 4:9).")

    how = choice(_("Hoe is de zienswijze gegeven?"), HEARING)
    received_on = day(_("Datum van de zienswijze"), required=False)
    summary = long_text(_("Wat is er naar voren gebracht?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("how") in ("written", "oral"):
            self.need("received_on", "summary")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["how"])


class DecideForm(StepForm):
    """The three-step test (drietrapsraket) of domain brief H9, one question an aspect."""

    kind = "ruling"
    title = _("Besluit")
    shares = ("ruling", "notice")

    ruling = choice(_("Wat besluit u?"), RULINGS)
    suitable = long_text(_("1. Geschikt: waarom past deze maatregel bij het doel?"))
    gravity = long_text(_("2. Noodzakelijk: hoe ernstig en omvangrijk is de overtreding?"))
    elapsed = long_text(_("Noodzakelijk: wat betekent de tijd die sinds de vondst is verstreken?"))
    trade = long_text(_("Noodzakelijk: is er feitelijk gehandeld vanuit het pand?"))
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
        help_text=_("Bij een sluiting of dwangsom: tot en met deze dag kan men zelf handelen."),
    )
    closed_from = day(_("Sluiting vanaf"), required=False)
    closed_until = day(_("Sluiting tot en met"), required=False)
    penalty_amount = forms.IntegerField(
        label=_("Dwangsom in euro"), min_value=1, max_value=1_000_000, required=False
    )
    announced_on = day(_("Datum van bekendmaking"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        needed = {
            Measure.CLOSURE: ("closed_from", "closed_until"),
            Measure.PENALTY: ("grace_until", "penalty_amount"),
        }.get(answers.get("ruling", ""), ())
        self.need(*needed)
        self._check_order(answers)
        return answers

    def _check_order(self, answers: dict[str, Any]) -> None:
        start, end = answers.get("closed_from"), answers.get("closed_until")
        if start and end and end <= start:
            self.add_error("closed_until", _("De sluiting moet eindigen na het begin."))
        grace = answers.get("grace_until")
        if start and grace and start < grace + timedelta(days=1):
            self.add_error(
                "closed_from", _("Sluiten kan pas na het einde van de begunstigingstermijn.")
            )

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
