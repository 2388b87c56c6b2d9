"""Escalate a case, answer that, step down, refer it, and give feedback."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework import ladder_policies
from casework.forms.neutral import refuse_address
from casework.forms.once import OnceForm
from casework.models import Case, Escalation, Level, Referral
from partners.acting import moment
from partners.models import Membership, Organisation, ServiceArea
from partners.models.membership import CASE_ROLES


def long_text(label: Any, help_text: Any = "") -> forms.CharField:
    """Whoever is asked reads this, without having any of the case's contents."""
    return forms.CharField(
        label=label,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=help_text or _("Zonder namen of adressen."),
        validators=[refuse_address],
    )


class DueForm(OnceForm):
    due_on = forms.DateField(
        label=_("Uiterlijk"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_due_on(self) -> Any:
        due_on = self.cleaned_data["due_on"]
        if due_on < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return due_on


def desks(case: Case) -> Any:
    """Organisations of the case's region at which someone works cases."""
    today = timezone.localdate(moment())
    working = Membership.objects.in_force(today).filter(role__in=CASE_ROLES, person__is_active=True)
    serving = ServiceArea.objects.in_force(today).filter(region=case.region_id)
    return (
        Organisation.objects.in_force(today)
        .filter(pk__in=working.values("organisation"))
        .filter(pk__in=serving.values("organisation"))
    )


class EscalateForm(DueForm):
    to_level = forms.ChoiceField(label=_("Naar welke trede?"), choices=())
    asked = forms.CharField(
        label=_("Welk besluit vraagt u?"), max_length=300, validators=[refuse_address]
    )
    reason = long_text(_("Waarom kan dit niet op de huidige trede?"))
    organisation = forms.ModelChoiceField(
        label=_("Aan welke organisatie?"),
        queryset=Organisation.objects.none(),
        help_text=_("Zij ziet de zaak op hoofdlijnen, en niet wat partners hebben ingebracht."),
    )
    role = forms.ChoiceField(
        label=_("Wie moet antwoorden?"),
        choices=[("", _("Wie daar aan zaken werkt")), *Escalation.ANSWERING],
        required=False,
    )
    field_order = ["to_level", "asked", "reason", "organisation", "role", "due_on"]

    def __init__(self, *args: Any, case: Case, present: Level, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        higher = [(one.value, one.label) for one in Level if one.height > present.height]
        self.fields["to_level"].choices = higher  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["organisation"].queryset = desks(case)  # type: ignore[attr-defined]  # as above

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        organisation = given.get("organisation")
        if organisation is not None and "role" in given:
            refusal = ladder_policies.why_not_address(organisation, given["role"], moment())
            if refusal is not None:
                self.add_error("role", refusal)
        return given


class AnswerEscalationForm(forms.Form):
    text = long_text(_("Wat is uw besluit of antwoord?"))


class StepDownForm(OnceForm):
    to_level = forms.ChoiceField(label=_("Naar welke trede?"), choices=())
    reason = long_text(_("Waarom schaalt u af?"))
    result = long_text(_("Wat heeft de opschaling opgeleverd?"))

    def __init__(self, *args: Any, present: Level, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lower = [(one.value, one.label) for one in Level if one.height < present.height]
        self.fields["to_level"].choices = lower  # type: ignore[attr-defined]  # a ChoiceField


class ReferForm(DueForm):
    domain = forms.ChoiceField(label=_("Naar welk domein?"), choices=Referral.Domain.choices)
    organisation = forms.ModelChoiceField(
        label=_("Aan welke organisatie?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Een organisatie die hier niet werkt"),
        help_text=_("Werkt zij hier niet, dan legt u zelf de terugkoppeling vast."),
    )
    reason = long_text(_("Waarom hoort dit daar?"))
    field_order = ["domain", "organisation", "reason", "due_on"]

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].label = _("Terugkoppeling uiterlijk")
        self.fields["organisation"].queryset = desks(case).exclude(pk=case.lead_id)  # type: ignore[attr-defined]  # a ModelChoiceField


class FeedbackForm(forms.Form):
    text = long_text(_("Wat is er met de zaak gedaan?"))
