"""Propose a commitment."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.meeting import MeetingField
from casework.forms.once import OnceForm
from casework.models import AgendaItem, Case, Meeting
from partners.acting import moment
from partners.actor import Actor
from partners.models import Organisation


class CommitmentForm(OnceForm):
    party = forms.ModelChoiceField(label=_("Welke partij?"), queryset=Organisation.objects.none())
    text = forms.CharField(
        label=_("Wat spreekt u af?"),
        max_length=300,
        help_text=_("Zonder namen of adressen: alle partners met overzicht lezen dit."),
    )
    due_on = forms.DateField(
        label=_("Uiterlijk"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    meeting = MeetingField(
        label=_("In welk overleg is dit afgesproken?"),
        queryset=Meeting.objects.none(),
        required=False,
        empty_label=_("Niet in een overleg"),
    )

    def __init__(self, *args: Any, case: Case, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = Organisation.objects.filter(  # type: ignore[attr-defined]  # a ModelChoiceField
            participations__case=case, participations__until__isnull=True
        )
        items = AgendaItem.objects.visible_to(actor).filter(case=case)
        self.fields["meeting"].queryset = Meeting.objects.filter(  # type: ignore[attr-defined]  # a MeetingField
            pk__in=items.values("meeting"), cancelled_at__isnull=True
        )

    def clean_due_on(self) -> Any:
        due_on = self.cleaned_data["due_on"]
        if due_on < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return due_on
