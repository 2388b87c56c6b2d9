"""H4 and H5: the answers of the partners, and closing the round."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Kind
from workflows.forms.fields import choice, day, long_text
from workflows.forms.sharing_fields import SharingFields
from workflows.forms.step_form import StepForm

RESPONSES = [
    ("answer", _("Ik verstrek wat gevraagd is")),
    ("decline", _("Ik weiger, met een grond")),
]
OM_RESPONSES = [
    ("answer", _("Verstrekt")),
    ("partial", _("Deels verstrekt")),
    ("decline", _("Geweigerd")),
    ("contra", _("Contra-indicatie: sepot, vrijspraak of nog geen beslissing")),
]
"""The OM decides each time, and never by default (Wjsg 39f; domain brief 7.6)."""
CONFISCATION = [("yes", _("Ja")), ("no", _("Nee")), ("unknown", _("Nog niet bekend"))]
REFUSALS = frozenset({"decline", "contra"})


class AnswerForm(SharingFields):
    kind = "answer"
    title = _("Antwoord op het verzoek")
    shares = ("answer",)

    response = choice(_("Wat is uw antwoord?"), RESPONSES)
    answer = long_text(
        _("Uw antwoord"), required=False, help_text=_("Alleen wat voor dit doel nodig is.")
    )
    decline_ground = forms.CharField(
        label=_("Grond van de weigering"), max_length=200, required=False
    )
    decline_reason = long_text(_("Toelichting op de weigering"), required=False)

    confiscation = choice(_("Is ontneming gevorderd?"), CONFISCATION, required=False)
    ready_on = day(_("Wanneer is uw eigen maatregel gereed?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._is_om:
            self.fields["response"].choices = OM_RESPONSES  # type: ignore[attr-defined]  # radio
        del self.fields["ready_on" if self._is_om else "confiscation"]

    @property
    def _is_om(self) -> bool:
        return self.actor.organisation.kind == Kind.OM

    def shared_thing(self) -> str:
        return "answer_om" if self._is_om else "answer"

    @property
    def is_refusal(self) -> bool:
        return self.cleaned_data["response"] in REFUSALS

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        response = answers.get("response")
        if response in REFUSALS:
            for name in ("sender_ground", "necessity"):
                self.errors.pop(name, None)
            self.need("decline_ground")
        elif response:
            self.need("answer", *(["confiscation"] if self._is_om else []))
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["response"])


class CloseRoundForm(StepForm):
    kind = "round"
    title = _("Ronde sluiten")
    intro = _("Een laat advies houdt het besluit niet op (Awb 3:6). Wat nog komt, blijft welkom.")
    takes_files = False

    reason = long_text(_("Waarom wacht u niet langer?"))

    def outcome(self) -> str:
        return "closed"
