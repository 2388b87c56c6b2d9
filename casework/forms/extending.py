"""Extend a disclosure that would end."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.arrangement_policies import arrangement_for, needs_arrangement, why_none
from casework.forms.disclosure_request import end_of
from casework.forms.providing import grounds_to_send
from casework.models import Disclosure
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground


class ExtendForm(forms.Form):
    sender_ground = forms.ModelChoiceField(
        label=_("Uw grondslag om te verstrekken"), queryset=Ground.objects.none()
    )
    necessity = forms.CharField(
        label=_("Waarom is dit langer nodig?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    last_day = forms.DateField(
        label=_("Tot en met welke dag?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, disclosure: Disclosure, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.disclosure = disclosure
        grounds = grounds_to_send(actor, receivers=[disclosure.receiver])
        self.fields["sender_ground"].queryset = grounds  # type: ignore[attr-defined]  # a ModelChoiceField
        self.initial.setdefault("sender_ground", disclosure.sender_ground_id)

    def clean_last_day(self) -> Any:
        until = end_of(self.cleaned_data["last_day"])
        if self.disclosure.valid_until is None or until <= self.disclosure.valid_until:
            raise forms.ValidationError(_("Kies een dag na die waarop het nu eindigt."))
        return until

    def clean_sender_ground(self) -> Ground:
        ground: Ground = self.cleaned_data["sender_ground"]
        thing = self.disclosure.contribution or self.disclosure.subject
        today, receiver = timezone.localdate(moment()), self.disclosure.receiver
        if thing is None or not needs_arrangement(ground):
            return ground
        if arrangement_for(thing, receiver, ground, today) is None:
            raise forms.ValidationError(why_none(thing, receiver, ground, today))
        return ground
