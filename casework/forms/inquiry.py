"""The questions of an inquiry: about whom or what, why, and on which ground."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import SubjectKind
from casework.models.inquiry import ASKED_OF, Sought
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground


class InquiryForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Wat wilt u weten?"),
        choices=[(one.value, one.label) for one in ASKED_OF],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Naam, adres of KvK-nummer"),
        max_length=200,
        min_length=3,
        help_text=_(
            "Precies zoals het is vastgelegd; hoofdletters, spaties en leestekens maken niet uit. "
            "Wat u invult, komt apart en afgeschermd in het auditspoor."
        ),
    )
    born_on = forms.DateField(
        label=_("Geboortedatum"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Nodig bij een persoon: een naam alleen is niet genoeg."),
    )
    ground = forms.ModelChoiceField(label=_("Uw grondslag"), queryset=Ground.objects.none())
    purpose = forms.CharField(
        label=_("Waarvoor moet u dit weten?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = Ground.objects.in_force(timezone.localdate(moment()))
        self.fields["ground"].queryset = grounds.filter(  # type: ignore[attr-defined]  # as above
            is_for_receiving=True, holder__in=["", actor.organisation.kind]
        )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("kind") == SubjectKind.PERSON and not given.get("born_on"):
            self.add_error("born_on", _("Vul de geboortedatum in."))
        return given

    def sought(self) -> Sought:
        given = self.cleaned_data
        born_on = given["born_on"].isoformat() if given["born_on"] else ""
        return Sought(SubjectKind(given["kind"]), given["words"].replace("\x00", ""), born_on)
