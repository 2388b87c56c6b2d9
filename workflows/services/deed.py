"""What a service gets to carry out a step: the step, who does it, and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation

from casework.models import Case, Contribution
from casework.services import contributions, documents
from casework.services.contributions import Draft
from partners.actor import Actor
from workflows.forms.step_form import StepForm
from workflows.formules.formule import Formule
from workflows.models import Step


@dataclass(frozen=True)
class Deed:
    """`form` is valid: its `cleaned_data` holds the answers."""

    step: Step
    actor: Actor
    form: StepForm
    at: datetime

    @property
    def case(self) -> Case:
        return self.step.case

    @property
    def formule(self) -> Formule:
        return self.step.process.formule

    @property
    def answers(self) -> dict[str, Any]:
        return self.form.cleaned_data

    @property
    def key(self) -> str:
        """Names this step for the decision it may bear."""
        return f"{self.step.flow_task.name}:{self.step.pk}"

    def contribute(self) -> Contribution:
        """Keep the answers, with what was attached, as a contribution of the actor's own."""
        contribution = contributions.contribute(
            case=self.case, draft=self._draft(), actor=self.actor, at=self.at
        )
        for upload in self.answers.get("attachments", []):
            documents.attach(contribution=contribution, upload=upload, actor=self.actor, at=self.at)
        return contribution

    def _draft(self) -> Draft:
        """Kept in Dutch, whatever language the actor reads."""
        with translation.override(settings.LANGUAGE_CODE):
            return Draft(
                kind=self.form.kind,
                title=str(self.form.title),
                information_class=self.form.class_for(self.actor),
                content=self.form.content(),
            )
