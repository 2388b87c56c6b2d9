"""Which partners to ask: those that the formule names, ticked but for those it leaves open."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Kind
from workflows.desks import has_desk
from workflows.forms.step_form import StepForm


class PartnerFields(StepForm):
    """The form of a step that asks partners."""

    partners = forms.MultipleChoiceField(
        label=_("Welke partners vraagt u?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    partners_help: Any = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [
            one
            for one in self.step.process.formule.partners
            if not one.is_optional or has_desk(self.step.case, one.kind)
        ]
        field = self.fields["partners"]
        field.help_text = self.partners_help
        field.choices = [  # type: ignore[attr-defined]  # a MultipleChoiceField
            (one.kind, Kind(one.kind).label) for one in asked
        ]
        self.initial.setdefault("partners", [one.kind for one in asked if not one.is_optional])
        for name in ("partners", "attachments"):
            if name in self.fields:
                self.fields[name] = self.fields.pop(name)
