"""E9 to E11: preparing, inspecting, the day itself, the evaluation, and closing the case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.events.of_case import class_of
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.injunction import CarryOutForm
from workflows.forms.step_form import StepForm
from workflows.models import EventClass

FOUND = [
    ("right", _("In orde")),
    ("mended", _("In orde na herstel")),
    ("wrong", _("Niet in orde: de burgemeester beslist of het door kan gaan")),
]
HALT = [("goes_on", _("Het evenement gaat door")), ("stopped", _("Het evenement gaat niet door"))]
POWERS = [
    ("172", _("Gemeentewet art. 172")),
    ("174", _("Gemeentewet art. 174")),
    ("175", _("Gemeentewet art. 175")),
]


class PrepareForm(CarryOutForm):
    kind = "preparation"
    title = _("Operationeel plan")
    shares = ("operational_plan",)

    plan = long_text(_("Wat staat er in het (integraal) operationeel plan?"))
    has_card = yes_no(_("Is de informatiekaart naar de meldkamer?"))
    has_script = yes_no(_("Is er een draaiboek?"))
    briefing_on = day(_("Datum van de briefing"))
    driehoek_on = day(
        _("Datum van de driehoek"), required=False, help_text=_("Verplicht bij klasse C.")
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if class_of(self.step.case) == EventClass.RISK:
            self.need("driehoek_on")
        return answers

    def outcome(self) -> str:
        return "prepared"


class InspectForm(CarryOutForm):
    kind = "inspection"
    title = _("Schouw")

    inspected_on = day(_("Datum van de schouw"))
    present = long_text(_("Welke diensten waren erbij?"))
    findings = long_text(_("Wat is er gezien?"))
    result = choice(_("Wat is het resultaat?"), FOUND)

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])


class HaltForm(StepForm):
    kind = "halt"
    title = _("Besluit na de schouw")
    shares = ("event_decision",)

    ruling = choice(_("Wat besluit u?"), HALT)
    power = forms.ChoiceField(
        label=_("Op welke bevoegdheid, als het niet doorgaat?"),
        choices=[("", _("Kies een artikel")), *POWERS],
        required=False,
    )
    motive = long_text(_("Waarom?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("ruling") == "stopped":
            self.need("power")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])


class PerformForm(StepForm):
    kind = "log"
    title = _("Logboek")
    intro = _("Zonder namen van personen: wat gebeurde er, wanneer, en wat is er besloten?")

    was_held = yes_no(_("Is het evenement doorgegaan?"))
    log = long_text(_("Logboek"))
    has_incidents = yes_no(_("Waren er incidenten?"))
    incidents = long_text(_("Welke incidenten?"), required=False)
    decisions = long_text(
        _("Welke besluiten zijn er tijdens het evenement genomen?"),
        required=False,
        help_text=_("Zoals stilleggen (Gemeentewet art. 172, 174 of 175)."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("has_incidents") == "yes":
            self.need("incidents")
        return answers

    def outcome(self) -> str:
        if self.cleaned_data["has_incidents"] == "yes":
            return "incidents"
        return "calm" if self.cleaned_data["was_held"] == "yes" else "cancelled"


class EvaluateEventForm(EvaluateForm):
    intro = _("Verbeterpunten gaan mee naar de vooraankondiging van volgend jaar.")
    shares = ("event_evaluation",)

    lessons = None  # type: ignore[assignment]  # the way in which an heir of a form drops a field
    evaluated_on = day(_("Datum van de evaluatie"))
    went_well = long_text(_("Wat ging goed?"))
    improvements = long_text(_("Wat moet een volgende keer anders?"))


class FinishForm(StepForm):
    kind = "finish"
    title = _("Zaak afsluiten")
    takes_files = False

    remark = long_text(_("Opmerking bij het afsluiten"), required=False)

    def outcome(self) -> str:
        return "closed"
