"""Choose who is accountable for a case."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from partners.models import Membership, Role


class MembershipField(forms.ModelChoiceField):  # type: ignore[type-arg]  # only a stub is generic
    def label_from_instance(self, obj: Membership) -> str:
        return obj.person.name


class OwnerForm(forms.Form):
    owner = MembershipField(label=_("Nieuwe eigenaar"), queryset=Membership.objects.none())

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["owner"].queryset = (  # type: ignore[attr-defined]  # a MembershipField
            Membership.objects.in_force(today)
            .filter(organisation=case.lead, role=Role.COORDINATOR, person__is_active=True)
            .cleared_for(case.clearance, today)
            .exclude(pk=case.owner_id)
            .select_related("person")
        )
