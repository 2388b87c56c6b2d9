"""The five conditions for a return, each with its questions."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import choice, day, long_text
from workflows.forms.step_form import StepForm

CONDITIONS = {
    "work": _("Werk en inkomen"),
    "debts": _("Schulden"),
    "housing": _("Onderdak"),
    "care": _("Zorg"),
    "papers": _("Identiteitsbewijs"),
}
STATUS = [("ready", _("Geregeld")), ("needed", _("Er is iets nodig")), ("unknown", _("Onbekend"))]
BASIS = [
    ("consent", _("De betrokkene stemt ermee in")),
    ("task", _("Nodig voor een wettelijke taak, zonder toestemming")),
    ("none", _("Geen: er wordt hierover niets gedeeld")),
]


class ConditionFields(StepForm):
    """`asked` names what is asked of each condition beside its status."""

    asked: ClassVar[tuple[str, ...]] = ("action",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in CONDITIONS.items():
            self.fields[f"{name}_status"] = choice(label, STATUS)
            for part in self.asked:
                self.fields[f"{name}_{part}"] = _field(part, str(label))
        for name in ("attachments",):
            if name in self.fields:
                self.fields[name] = self.fields.pop(name)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        for name in CONDITIONS:
            if answers.get(f"{name}_status") == "needed":
                self.need(*(f"{name}_{part}" for part in self.asked))
        return answers


def _field(part: str, label: str) -> forms.Field:
    if part == "ready_on":
        return day(_("%(condition)s: wanneer gereed?") % {"condition": label}, required=False)
    if part == "basis":
        return choice(
            _("%(condition)s: op welke grond deelt u dit?") % {"condition": label},
            BASIS,
            required=False,
        )
    return long_text(_("%(condition)s: wat is er nodig?") % {"condition": label}, required=False)
