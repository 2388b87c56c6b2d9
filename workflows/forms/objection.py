"""Objection and appeal: filed or not, decided in time, and what the court said of it."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from workflows.dates import (
    MOST_POSTPONED,
    appeal_ends_on,
    has_appeal,
    objection_decided_by,
    objection_ends_on,
)
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm
from workflows.kept import kept

FILED = [
    ("none", _("Nee, er is geen bezwaar gemaakt binnen de termijn")),
    ("filed", _("Ja, er is bezwaar gemaakt")),
]
DECISIONS = {
    "upheld": _("Ongegrond of niet-ontvankelijk: het besluit blijft"),
    "revised": _("Gegrond: het besluit wordt herzien"),
}
OBJECTION = [
    *DECISIONS.items(),
    ("withdrawn", _("Geen beslissing nodig: het bezwaar is ingetrokken")),
    ("postponed", _("Nog niet: de beslissing wordt verdaagd")),
]
APPEAL = [
    ("none", _("Nee, er is geen beroep ingesteld binnen de termijn")),
    ("filed", _("Ja, er is beroep ingesteld")),
]
JUDGMENT = [
    ("dismissed", _("Ongegrond of niet-ontvankelijk: het besluit blijft")),
    ("quashed", _("Gegrond: het besluit is vernietigd")),
    ("withdrawn", _("Het beroep is ingetrokken")),
]


class ObjectionForm(StepForm):
    kind = "objection"
    title = _("Bezwaar")
    intro = _("De bezwaartermijn is zes weken na de bekendmaking (Awb 6:7 en 6:8).")

    filed = choice(_("Is er bezwaar gemaakt?"), FILED)
    filed_on = day(_("Datum van het bezwaar"), required=False)
    has_committee = yes_no(_("Behandelt een adviescommissie het bezwaar (Awb 7:13)?"))
    notes = long_text(_("Toelichting"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["has_committee"].required = False

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        ends_on = objection_ends_on(self.step.case)
        if answers.get("filed") == "filed":
            self.need("filed_on", "has_committee")
        if answers.get("filed") == "none" and (too_early := runs_until(ends_on)):
            self.add_error("filed", too_early)
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["filed"])


class DecideObjectionForm(StepForm):
    kind = "objection-decision"
    title = _("Beslissing op bezwaar")
    intro = _("Zes weken na de bezwaartermijn, met een adviescommissie twaalf weken (Awb 7:10).")

    result = choice(_("Wat beslist u?"), OBJECTION)
    motive = long_text(_("Motivering"))
    announced_on = day(_("Datum van bekendmaking"), required=False)
    postponed_to = day(
        _("Verdaagd tot en met"),
        required=False,
        help_text=_("Hoogstens zes weken, en één keer (Awb 7:10 lid 3)."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("result") in DECISIONS:
            self.need("announced_on")
        if answers.get("result") == "postponed":
            self.need("postponed_to")
            self._check_postponing(answers)
        return answers

    def _check_postponing(self, answers: dict[str, Any]) -> None:
        due = objection_decided_by(self.step.case)
        if kept(self.step.case, self.kind).get("postponed_to"):
            self.add_error("result", _("De beslissing is al een keer verdaagd (Awb 7:10 lid 3)."))
        elif due and answers.get("postponed_to") and answers["postponed_to"] <= due:
            self.add_error("postponed_to", _("Verdagen kan alleen tot na de termijn die nu loopt."))
        elif due and answers.get("postponed_to"):
            longest = due + MOST_POSTPONED
            if answers["postponed_to"] > longest:
                self.add_error(
                    "postponed_to",
                    _now("Verdagen kan hoogstens tot en met %(day)s.") % {"day": shown(longest)},
                )

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])


class AppealForm(StepForm):
    """First whether an appeal was made, then how it ended."""

    kind = "appeal"
    title = _("Beroep")
    intro = _("De beroepstermijn is zes weken na de beslissing op bezwaar (Awb 6:7 en 6:8).")

    result = choice(_("Is er beroep ingesteld?"), APPEAL)
    notes = long_text(_("Toelichting"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_filed = has_appeal(self.step.case)
        if self.is_filed:
            field = self.fields["result"]
            field.label = _("Hoe is het beroep afgelopen?")
            field.choices = JUDGMENT  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        too_early = runs_until(appeal_ends_on(self.step.case))
        if answers.get("result") == "none" and too_early:
            self.add_error("result", too_early)
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])


def runs_until(last_day: Any) -> str:
    """Why nobody can say yet that nothing came: the last day counts (Awb 6:7)."""
    if last_day is None or timezone.localdate(moment()) > last_day:
        return ""
    return _now("De termijn loopt nog tot en met %(day)s. Leg dit vast na die dag.") % {
        "day": shown(last_day)
    }


def shown(day_: Any) -> str:
    return date_format(day_, "j F Y")
