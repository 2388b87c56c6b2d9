"""Whom to name for which theme, and until when: a day is asked, and one is proposed."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.throughput import labels
from partners.actor import Actor
from partners.clock import today
from partners.models import Membership
from partners.models.clearance import LONGEST, PROPOSED
from partners.models.membership import CASE_ROLES

DAY = timedelta(days=1)


class LastDayForm(forms.Form):
    """`after` is the last day as it was, in a renewal."""

    last_day = forms.DateField(
        label=_("Tot en met welke dag?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Ten hoogste een jaar. Wie het dan nog nodig heeft, krijgt het opnieuw."),
    )

    def __init__(self, *args: Any, after: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.after = after
        self.fields["last_day"].initial = today() + PROPOSED

    def clean_last_day(self) -> date:
        chosen: date = self.cleaned_data["last_day"]
        if not today() <= chosen < today() + LONGEST:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag, en binnen een jaar."))
        if self.after is not None and chosen <= self.after:
            raise forms.ValidationError(_("Kies een dag na die waarop het nu eindigt."))
        return chosen

    @property
    def valid_until(self) -> date:
        """Of a valid form: the first day no longer."""
        last: date = self.cleaned_data["last_day"]
        return last + DAY


class MemberField(forms.ModelChoiceField):  # type: ignore[type-arg]  # only a stub is generic
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.person.name}, {obj.get_role_display()}"


class GiveForm(LastDayForm):
    membership = MemberField(
        label=_("Wie?"), queryset=Membership.objects.none(), empty_label=_("Kies een persoon")
    )
    theme = forms.ChoiceField(label=_("Voor welk thema?"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Membership.objects.in_force(today()).filter(
            organisation=actor.organisation_id, role__in=CASE_ROLES, person__is_active=True
        )
        self.fields["membership"].queryset = (  # type: ignore[attr-defined]  # a MemberField
            members.exclude(person=actor.person)
            .select_related("person", "organisation")
            .order_by("person__name")
        )
        self.fields["theme"].choices = [("", _("Kies een thema")), *labels.themes()]  # type: ignore[attr-defined]  # a ChoiceField
        self.order_fields(["membership", "theme", "last_day"])
