"""B6 to B8: the Bureau is asked, answers in its own time, and the gemeente tests what it says."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from casework.models import InformationClass
from workflows.forms.bibob.words import DEGREES, GROUNDS, SecretForm, not_yet, several
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.lbb import LbbState, lbb_state

EVENTS = {
    "received": _("Het advies is ontvangen"),
    "extra": _("Het LBB vraagt aanvullende gegevens (art. 12): zijn termijn staat stil"),
    "supplied": _("De gevraagde gegevens zijn verstrekt: zijn termijn loopt weer"),
    "extended": _("Het LBB verlengt zijn termijn eenmalig (art. 15)"),
    "without": _("De termijn is voorbij: verder zonder advies (Awb 3:6)"),
}
POSSIBLE: dict[LbbState, tuple[str, ...]] = {
    LbbState.RUNS: ("received", "extra", "extended"),
    LbbState.EXTENDED: ("received", "extra"),
    LbbState.WAITS: ("received", "supplied"),
    LbbState.LATE: ("received", "without"),
    LbbState.OVER: ("received", "without"),
}
"""What can happen next, by how the term of the Bureau stands."""
SOUND = [
    ("questions", _("Nee: vragen terug naar het LBB")),
    *[
        (value, format_lazy(_("Ja, en de uitkomst is: {degree}"), degree=label))
        for value, label in DEGREES
    ],
]


class RequestAdviceForm(SecretForm):
    kind = "advice-request"
    title = _("Adviesaanvraag bij het LBB")
    shares = ("advice_asked",)
    shared_as = {"advice_asked": InformationClass.B}
    intro = _(
        "De beslistermijn staat stil van de dag van de aanvraag tot de dag van ontvangst, "
        "hoogstens zo lang als het LBB mag doen over zijn advies (Wet Bibob art. 15 en 31)."
    )

    requested_on = day(_("Datum van de adviesaanvraag"))
    questions = long_text(_("Welke vragen onderzoekt het LBB?"))
    told_on = day(
        _("Betrokkene bericht gestuurd op"),
        help_text=_("Betrokkene hoort dat advies is gevraagd (art. 32)."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "requested_on", "told_on")
        return answers

    def outcome(self) -> str:
        return "requested"


class ReceiveAdviceForm(SecretForm):
    """The Bureau does not use this system: the coordinator keeps what it says."""

    kind = "advice"
    title = _("Advies van het LBB")
    intro = _("Leg vast wat het LBB laat weten. Het advies zelf is geheim (art. 28).")

    event = choice(_("Wat is er gebeurd?"), [])
    on = day(_("Op welke dag?"))
    asked = long_text(_("Welke gegevens vraagt het LBB?"), required=False)
    degree = choice(_("Wat is de uitkomst van het advies?"), DEGREES, required=False)
    grounds = several(_("Op welke gronden (art. 3)?"), GROUNDS, required=False)
    summary = long_text(_("Kern van het advies"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        possible = POSSIBLE[lbb_state(self.step.case)]
        self.fields["event"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (name, EVENTS[name]) for name in possible
        ]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "on")
        if answers.get("event") == "received":
            self.need("degree", "summary")
        if answers.get("event") == "extra":
            self.need("asked")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["event"])


class TestAdviceForm(SecretForm):
    kind = "advice-test"
    title = _("Toets van het advies")
    intro = _(
        "Kan het besluit op dit advies rusten (Awb 3:9)? Weeg nieuwe feiten mee, zoals een "
        "vrijspraak. Bespreken in de driehoek mag, voor zover nodig (art. 28 lid 2 onder c)."
    )

    result = choice(_("Is het advies zorgvuldig en begrijpelijk?"), SOUND)
    report = long_text(_("Hoe hebt u dat getoetst?"))
    new_facts = long_text(_("Welke nieuwe feiten zijn er?"), required=False)
    by_lawyer = yes_no(_("Heeft een jurist meegelezen?"))
    answer_by = day(_("Wanneer verwacht u het antwoord van het LBB?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("result") == "questions":
            self.need("answer_by")
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["result"])
