"""The questions of a disclosure made by hand (domain brief 1.3)."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import Contribution
from casework.secrecy import why_not_give_secret
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Organisation


class DiscloseForm(OnceForm):
    receiver = forms.ModelChoiceField(
        label=_("Aan welke partner?"), queryset=Organisation.objects.none()
    )
    purpose = forms.CharField(label=_("Doel"), max_length=300)
    sender_ground = forms.ModelChoiceField(
        label=_("Uw grondslag om te verstrekken"), queryset=Ground.objects.none()
    )
    receiver_ground = forms.ModelChoiceField(
        label=_("Grondslag van de ontvanger"), queryset=Ground.objects.none()
    )
    necessity = forms.CharField(
        label=_("Waarom is dit nodig, en kan het niet met minder?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    conditions = forms.CharField(label=_("Voorwaarden"), max_length=300, required=False)
    valid_until = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Daarna ziet de partner het niet meer. Leeg: tot u de verstrekking intrekt."),
    )

    def __init__(self, *args: Any, contribution: Contribution, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contribution = contribution
        grounds = Ground.objects.in_force(timezone.localdate(moment()))
        choices = {
            "receiver": Organisation.objects.filter(
                participations__case=contribution.case, participations__until__isnull=True
            ).exclude(pk=actor.organisation_id),
            "sender_ground": grounds.filter(
                holder__in=["", actor.organisation.kind], is_for_sending=True
            ),
            "receiver_ground": grounds.filter(is_for_receiving=True),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        receiver, ground = given.get("receiver"), given.get("sender_ground")
        if receiver and ground:
            refusal = why_not_give_secret(self.contribution, receiver, ground)
            if refusal:
                self.add_error("sender_ground", refusal)
        return given

    def clean_valid_until(self) -> datetime | None:
        """The end of that day, as the disclosure keeps it."""
        day = self.cleaned_data["valid_until"]
        if day is None:
            return None
        if day < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
