"""H4 and H5: the answers of the partners, and closing the round."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.weighing import NAMES
from partners.models import Kind
from workflows.forms.asked_question import field_of
from workflows.forms.fields import choice, long_text
from workflows.forms.sharing_fields import OwnLawFields
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
REFUSALS = frozenset({"decline", "contra"})


class AnswerForm(OwnLawFields):
    kind = "answer"
    title = _("Antwoord op het verzoek")
    shares: ClassVar[tuple[str, ...]] = ("answer",)
    needed: ClassVar[tuple[str, ...]] = ("answer",)

    response = choice(_("Wat is uw antwoord?"), RESPONSES)
    answer = long_text(
        _("Uw antwoord"), required=False, help_text=_("Alleen wat voor dit doel nodig is.")
    )
    decline_ground = forms.CharField(
        label=_("Grond van de weigering"), max_length=200, required=False
    )
    decline_reason = long_text(_("Toelichting op de weigering"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._is_om:
            self.fields["response"].choices = OM_RESPONSES  # type: ignore[attr-defined]  # radio
        partner = self.step.process.formule.partner(self.actor.organisation.kind)
        self.asked = partner.questions if partner else ()
        for one in self.asked:
            self.fields[one.name] = field_of(one)

    @property
    def _is_om(self) -> bool:
        return self.actor.organisation.kind == Kind.OM

    def is_sure(self, name: str) -> bool:
        """Who refuses gives nothing."""
        return False

    @property
    def is_refusal(self) -> bool:
        return self.cleaned_data["response"] in REFUSALS

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        response = answers.get("response")
        if response in REFUSALS:
            for name in ("sender_ground", *NAMES):
                self.errors.pop(name, None)
            self.need("decline_ground")
        elif response:
            self.need(*self.needed, *(one.name for one in self.asked if one.is_required))
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
