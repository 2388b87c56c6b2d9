"""What may happen to the term of a decision: suspended, resumed, extended, or in default."""

from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from partners.acting import moment
from workflows.forms.fields import choice, day, long_text
from workflows.models import CaseTerm

ACTS = {
    "pause": _("Opschorten (Awb 4:15)"),
    "resume": _("De opschorting beëindigen"),
    "extend": _("Verdagen, met bericht aan de aanvrager (Awb 4:14)"),
    "default": _("Een ingebrekestelling vastleggen (Awb 4:17)"),
}
PAUSES = [
    ("supplement", _("De aanvraag moet worden aangevuld (Awb 4:5)")),
    ("consent", _("De aanvrager stemt in met uitstel")),
    ("applicant", _("De vertraging komt door de aanvrager")),
    ("force", _("Overmacht")),
]


class DecisionTermForm(OnceForm):
    act = choice(_("Wat gebeurt er met de beslistermijn?"), [])
    on = day(_("Vanaf welke dag?"), help_text=_("Bij een ingebrekestelling: de dag van ontvangst."))
    ground = choice(_("Waarom wordt de termijn opgeschort?"), PAUSES, required=False)
    reason = long_text(_("Toelichting"), required=False)

    def __init__(self, *args: Any, term: CaseTerm, is_in_default: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term = term
        act = self.fields["act"]
        act.choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (name, ACTS[name]) for name in _possible(term, is_in_default)
        ]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        act, on = answers.get("act"), answers.get("on")
        if act == "pause" and not answers.get("ground"):
            self.add_error("ground", self.fields["ground"].error_messages["required"])
        if act == "extend" and not answers.get("reason"):
            self.add_error("reason", self.fields["reason"].error_messages["required"])
        if on and act == "default":
            self._check_default(on)
        if on and act == "pause":
            self._check_pause(on)
        return answers

    def _check_default(self, on: Any) -> None:
        due_on = self.term.due_on
        if on > timezone.localdate(moment()):
            self.add_error("on", _("Deze dag is nog niet geweest."))
        elif due_on is None or on <= due_on:
            self.add_error("on", _("De beslistermijn was op die dag nog niet voorbij."))

    def _check_pause(self, on: Any) -> None:
        first = max(
            (one.until for one in self.term.pauses.all() if one.until),
            default=self.term.starts_on,
        )
        due_on = self.term.due_on
        if due_on is None or not first <= on <= due_on:
            last = due_on or first
            self.add_error(
                "on",
                _now("Kies een dag van %(first)s tot en met %(last)s.")
                % {"first": date_format(first, "j F Y"), "last": date_format(last, "j F Y")},
            )

    @property
    def explanation(self) -> str:
        """What goes on record, in Dutch: the ground of a suspension, and what was added."""
        with translation.override(settings.LANGUAGE_CODE):
            labels = {value: str(label) for value, label in PAUSES}
        told = (labels.get(self.cleaned_data.get("ground", "")), self.cleaned_data["reason"])
        return ". ".join(one for one in told if one)


def _possible(term: CaseTerm, is_in_default: bool) -> list[str]:
    is_paused = term.open_pause is not None
    possible = ["resume"] if is_paused else ["pause"]
    if term.extension and term.extended_at is None:
        possible.append("extend")
    return possible if is_in_default or is_paused else [*possible, "default"]
