"""To which phase, why, and who leads: for the page of the case, and for steps that scale."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.ave_policies import rules_of, why_not_lead
from casework.forms.once import OnceForm
from casework.models import AvePhaseNumber, AveReason, Case
from partners.acting import moment
from partners.models import Membership
from partners.models.membership import CASE_ROLES


class LeaderField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not so at run time
    """Names person, role and organisation."""

    def label_from_instance(self, one: Membership) -> str:
        return f"{one.person.name}, {one.get_role_display()} ({one.organisation.name})"


def candidates(case: Case, on: date) -> QuerySet[Membership]:
    """Who work cases at the parties of this one; for a restricted case those who are cleared."""
    rows = Membership.objects.in_force(on).filter(
        organisation__in=[*case.party_ids, case.lead_id],
        role__in=CASE_ROLES,
        person__is_active=True,
    )
    ordered = rows.cleared_for(case.clearance, on).select_related("person", "organisation")
    return ordered.order_by("organisation__name", "person__name")


def phases(case: Case, on: date) -> list[tuple[int, str]]:
    """With who leads each."""
    return [
        (number, f"{AvePhaseNumber(number).label}, {rule.leader_title}")
        for number, rule in sorted(rules_of(case, on).items())
    ]


def phase_field(case: Case, on: date, *, required: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Naar welke fase?"),
        choices=phases(case, on),
        coerce=int,
        empty_value=None,
        required=required,
        widget=forms.RadioSelect,
    )


def reason_field(*, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Waarom deze fase?"),
        choices=AveReason.choices,
        required=required,
        widget=forms.RadioSelect,
    )


def leader_field(case: Case, on: date, *, required: bool = True) -> LeaderField:
    return LeaderField(
        label=_("Wie heeft in die fase de leiding?"),
        queryset=candidates(case, on),
        required=required,
    )


class ScaleForm(OnceForm):
    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        self.today = timezone.localdate(moment())
        self.fields["phase"] = phase_field(case, self.today)
        self.fields["reason"] = reason_field()
        self.fields["leader"] = leader_field(case, self.today)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        phase, leader = answers.get("phase"), answers.get("leader")
        if phase and leader:
            refusal = why_not_lead(leader, self.case, phase, self.today)
            if refusal is not None:
                self.add_error("leader", refusal)
        return answers
