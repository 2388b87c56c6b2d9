"""What one must say to open something in an emergency, and to judge that afterwards."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casework.forms.once import OnceForm
from casework.models import Emergency
from casework.models.emergency import SHORTEST_REASON, ClosedThing

NAMES = {"contribution": _("Bijdrage"), "subject": _("Betrokkene of pand")}


class EmergencyForm(OnceForm):
    thing = forms.ChoiceField(
        label=_("Wat moet u zien?"),
        choices=(),
        widget=forms.RadioSelect,
        help_text=_("U ziet van wie het is en sinds wanneer het er is, en verder niets."),
    )
    kind = forms.ChoiceField(
        label=_("Wat is de noodsituatie?"), choices=Emergency.Kind.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Waarom kunt u niet wachten op een verstrekking?"),
        min_length=SHORTEST_REASON,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Ten minste 20 tekens. De houder en beide functionarissen gegevensbescherming lezen "
            "dit; noem niet meer dan nodig is."
        ),
    )
    is_certain = forms.BooleanField(
        label=_(
            "Ik neem noodtoegang. Dat wordt meteen gemeld en achteraf beoordeeld, en staat in het "
            "auditspoor van beide organisaties."
        )
    )

    def __init__(self, *args: Any, closed: list[ClosedThing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.closed = {one.value: one for one in closed}
        choices = [(one.value, _sentence(one)) for one in closed]
        self.fields["thing"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> ClosedThing:
        return self.closed[self.cleaned_data["thing"]]


class VerdictForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Uw oordeel"), choices=Emergency.Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Waarom oordeelt u zo?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Beide organisaties lezen dit. Zonder namen of adressen van betrokkenen."),
    )


def _sentence(one: ClosedThing) -> str:
    made = date_format(timezone.localtime(one.created_at), "j F Y H:i")
    return f"{NAMES[one.thing]}, {one.organisation.name}, {made}"
