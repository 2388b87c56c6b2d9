"""Choose another information class, each with what it means, and say why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import Contribution, InformationClass
from casework.reclassing_policies import why_not_reclassify
from partners import classes
from partners.actor import Actor


class ClassChangeForm(forms.Form):
    to_class = forms.ChoiceField(label=_("Nieuwe informatieklasse"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Waarom past deze klasse beter?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Zonder namen: wie de bijdrage leest, leest dit ook."),
    )

    def __init__(self, *args: Any, contribution: Contribution, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_class"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one.code, f"{one.code}: {one.name}. {one.meaning}")
            for one in classes.rules().values()
            if why_not_reclassify(actor, contribution, one.code) is None
        ]

    def chosen(self) -> InformationClass:
        return InformationClass(self.cleaned_data["to_class"])
