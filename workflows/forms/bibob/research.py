"""B4 and B5: what the gemeente found itself, and whether that is enough."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from workflows.forms.bibob.words import (
    DEGREES,
    GROUNDS,
    RELATIONS,
    SecretForm,
    not_yet,
    several,
)
from workflows.forms.fields import choice, day, long_text
from workflows.terms import Length, Unit

SOURCES = [
    ("open", _("Open bronnen")),
    ("kvk", _("Handelsregister (KvK)")),
    ("kadaster", _("Kadaster")),
    ("archive", _("Eigen archieven")),
    ("register", _("Bibob-register van het LBB")),
    ("justid", _("Justitiële gegevens (Justid)")),
]
DANGER = [
    *DEGREES,
    ("advice", _("Er blijven vragen: advies vragen aan het LBB")),
    ("reuse", _("Een eerder advies van het LBB gebruiken")),
]


class ResearchForm(SecretForm):
    kind = "research"
    title = _("Bevindingen eigen onderzoek")
    intro = _("Eigen onderzoek volgens Wet Bibob art. 7a. Wat hier staat is geheim (art. 28).")

    sources = several(_("Welke bronnen zijn geraadpleegd?"), SOURCES)
    justid_asked_on = day(_("Justitiële gegevens gevraagd op"), required=False)
    justid_received_on = day(_("Justitiële gegevens ontvangen op"), required=False)
    findings = long_text(_("Wat is er gevonden?"))
    financing = long_text(_("Wat is er gevonden over de financiering?"))
    questions = long_text(_("Welke vragen blijven open?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if "justid" in answers.get("sources", []):
            self.need("justid_asked_on")
        not_yet(self, "justid_asked_on", "justid_received_on")
        return answers

    def outcome(self) -> str:
        return "researched"


class ConcludeForm(SecretForm):
    kind = "danger"
    title = _("Gevaar")

    danger = choice(_("Is er gevaar dat de overheid strafbare feiten mogelijk maakt?"), DANGER)
    grounds = several(_("Op welke grond (Wet Bibob art. 3)?"), GROUNDS, required=False)
    relations = several(_("Door wie is er een relatie?"), RELATIONS, required=False)
    advice_on = day(_("Datum van het eerdere advies"), required=False)
    motive = long_text(
        _("Waarom?"),
        help_text=_("Weeg aard, ernst en aantal van de feiten en de sterkte van het vermoeden."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("danger") in ("lesser", "serious"):
            self.need("grounds", "relations")
        if answers.get("danger") == "reuse":
            self.need("advice_on")
            not_yet(self, "advice_on")
            self._check_reuse(answers)
        return answers

    def _check_reuse(self, answers: dict[str, Any]) -> None:
        """The formule tells how long, by the law that held when the advice was given."""
        given_on = answers.get("advice_on")
        if given_on is None:
            return
        rule = self.step.process.formule.reuse_of(given_on)
        if rule is None:
            self.add_error("advice_on", _("Van dit advies is niet bekend hoe lang het telt."))
        elif timezone.localdate(moment()) > _years_after(given_on, rule.years):
            self.add_error(
                "advice_on",
                _now("Dit advies is te oud om te gebruiken: het telt %(years)s jaar (%(source)s).")
                % {"years": rule.years, "source": rule.source},
            )

    def outcome(self) -> str:
        return str(self.cleaned_data["danger"])


def _years_after(day_: date, years: int) -> date:
    return Length(years * 12, Unit.MONTHS).after(day_)
