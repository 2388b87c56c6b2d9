"""Ask the bevoegd gezag, and agree or not."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.consent_policies import authorities
from casework.forms.neutral import refuse_address
from casework.forms.providing import label_of
from casework.models import Contribution, DisclosureRequest, Subject
from partners.acting import moment
from partners.models import Organisation


class AskAuthorityForm(forms.Form):
    thing = forms.ChoiceField(label=_("Wat wilt u verstrekken?"))
    authority = forms.ModelChoiceField(
        label=_("Wie is hier het bevoegd gezag?"), queryset=Organisation.objects.none()
    )
    about = forms.CharField(
        label=_("Wat is het, in algemene woorden?"),
        max_length=300,
        validators=[refuse_address],
        help_text=_("Het bevoegd gezag leest dit en niet de bijdrage. Zonder namen of adressen."),
    )
    interest = forms.CharField(
        label=_("Welk zwaarwegend belang maakt dit noodzakelijk?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[refuse_address],
    )

    def __init__(
        self,
        *args: Any,
        request: DisclosureRequest,
        things: list[Contribution | Subject],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.things = {str(one.pk): one for one in things}
        if len(things) == 1:
            self.initial["thing"] = str(things[0].pk)
        found = authorities(request.case, timezone.localdate(moment()))
        keys = [one.pk for one in found if one.pk != request.holder_id]
        rows = Organisation.objects.filter(pk__in=keys)
        self.fields["authority"].queryset = rows  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["thing"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *([] if len(things) == 1 else [("", "---------")]),
            *((key, label_of(one)) for key, one in self.things.items()),
        ]

    def chosen(self) -> Contribution | Subject:
        return self.things[self.cleaned_data["thing"]]


class ConsentForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Stemt u in met deze verstrekking?"),
        choices=[("granted", _("Ja, ik stem in")), ("refused", _("Nee, ik stem niet in"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("De houder leest dit; het staat bij de instemming vast."),
        validators=[refuse_address],
    )
