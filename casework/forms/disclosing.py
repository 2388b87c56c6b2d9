"""The questions of a disclosure on the holder's own initiative (domain brief 1.3, v1)."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.disclosing_policies import why_not_disclose
from casework.forms.disclosure_request import end_of
from casework.forms.once import OnceForm
from casework.forms.providing import grounds_to_send, why_not_on
from casework.forms.weighing import weighed_in, weighing_fields
from casework.models import Contribution, Subject
from casework.provisions import Provision
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Kind, Organisation


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

    def __init__(
        self, *args: Any, thing: Contribution | Subject, actor: Actor, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.thing = thing
        self.actor = actor
        receivers = Organisation.objects.filter(
            participations__case=thing.case, participations__until__isnull=True
        ).exclude(pk=actor.organisation_id)
        if actor.organisation.kind == Kind.OM:
            self.fields |= weighing_fields()
        grounds = Ground.objects.in_force(timezone.localdate(moment()))
        choices = {
            "receiver": receivers,
            "sender_ground": grounds_to_send(actor, receivers=receivers),
            "receiver_ground": grounds.filter(is_for_receiving=True),
        }
        for name, rows in choices.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # ModelChoiceFields

    def clean(self) -> dict[str, Any]:
        """What the services would refuse, beside the question where it can be mended."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        receiver, ground = given.get("receiver"), given.get("sender_ground")
        if receiver and (refusal := why_not_disclose(self.actor, self.thing, receiver)):
            self.add_error("receiver", refusal)
        elif receiver and ground and (refusal := why_not_on(self.thing, receiver, ground)):
            self.add_error("sender_ground", refusal)
        return given

    def clean_valid_until(self) -> datetime | None:
        """The end of that day, as the disclosure keeps it."""
        day = self.cleaned_data["valid_until"]
        if day is None:
            return None
        if day < timezone.localdate(moment()):
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return end_of(day)

    def provision(self) -> Provision:
        given = self.cleaned_data
        return Provision(
            sender_ground=given["sender_ground"],
            necessity=given["necessity"],
            conditions=given["conditions"],
            valid_until=given["valid_until"],
            weighed=weighed_in(given) if "proportionality" in given else None,
        )
