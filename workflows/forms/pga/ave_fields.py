"""Fields of a step that brings the case to a phase of AVE, where its course needs them."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.ave_policies import why_not_lead, why_not_scale
from casework.forms.ave import leader_field, phase_field, reason_field
from partners.acting import moment
from workflows.forms.step_form import StepForm

PARTS = ("phase", "phase_reason", "leader")


class AveFields(StepForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case, self.today = self.step.case, timezone.localdate(moment())
        self.fields["phase"] = phase_field(case, self.today, required=False)
        self.fields["phase"].help_text = _("Alleen bij op- of afschalen; dan ook de volgende twee.")
        self.fields["phase_reason"] = reason_field(required=False)
        self.fields["leader"] = leader_field(case, self.today, required=False)
        if "attachments" in self.fields:
            self.fields["attachments"] = self.fields.pop("attachments")

    def need_phase(self, *, comes_in: bool = False) -> None:
        """`comes_in`: the gemeente takes part from this very step on."""
        self.need(*PARTS)
        if (refusal := why_not_scale(self.actor, self.step.case, self.today)) is not None:
            self.add_error("phase", refusal)
        phase, leader = self.cleaned_data.get("phase"), self.cleaned_data.get("leader")
        if phase and leader and not (comes_in and leader.organisation_id == self.step.case.lead_id):
            refusal = why_not_lead(leader, self.step.case, phase, self.today)
            if refusal is not None:
                self.add_error("leader", refusal)
