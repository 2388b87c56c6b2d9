"""Block something of one's own, and lift that."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BlockForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom mag dit (nog) niet worden verstrekt of bekend worden?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen uw eigen organisatie leest dit."),
    )


class LiftForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom mag dit nu wel?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen uw eigen organisatie leest dit. Opheffen verstrekt nog niets."),
    )
