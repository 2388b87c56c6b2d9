"""Rows for what was agreed: which party does what, by when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from partners.models import Organisation
from workflows.forms.fields import day
from workflows.forms.step_form import StepForm

ROWS = range(1, 7)


@dataclass(frozen=True)
class CommitmentDraft:
    party: Organisation
    text: str
    due_on: date


class CommitmentRows(StepForm):
    """Six rows, each whole or empty; more are added on the page of the case."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = Organisation.objects.filter(pk__in=self.step.case.party_ids)
        for number in ROWS:
            self.fields[f"party_{number}"] = forms.ModelChoiceField(
                parties, label=_("Afspraak %(n)s: welke partij?") % {"n": number}, required=False
            )
            self.fields[f"text_{number}"] = forms.CharField(
                label=_("Afspraak %(n)s: wat?") % {"n": number}, max_length=300, required=False
            )
            self.fields[f"due_{number}"] = day(
                _("Afspraak %(n)s: uiterlijk wanneer?") % {"n": number}, required=False
            )
        if "attachments" in self.fields:
            self.fields["attachments"] = self.fields.pop("attachments")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        for number in ROWS:
            names = [f"{part}_{number}" for part in ("party", "text", "due")]
            if any(answers.get(name) for name in names):
                self.need(*names)
        return answers

    def rows(self) -> list[CommitmentDraft]:
        given = self.cleaned_data
        return [
            CommitmentDraft(given[f"party_{n}"], given[f"text_{n}"], given[f"due_{n}"])
            for n in ROWS
            if given.get(f"party_{n}")
        ]
