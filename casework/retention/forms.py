"""What is asked before something is proposed, approved, kept longer or held back."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms.neutral import refuse_address
from casework.forms.once import OnceForm
from casework.models import Contribution, RetentionHold
from casework.retention.due import Item
from casework.retention.rules import last_day


class ProposeForm(OnceForm):
    """The page draws the boxes itself, in the table of what is due."""

    items = forms.MultipleChoiceField(
        label=gettext_lazy("Wat wilt u laten vernietigen?"),
        error_messages={
            "required": gettext_lazy("Kies ten minste één regel."),
            "invalid_choice": gettext_lazy("Iets op uw lijst is niet meer aan de beurt."),
        },
    )

    def __init__(self, *args: Any, due: list[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.due = {one.key: one for one in due}
        self.fields["items"].choices = [(key, key) for key in self.due]  # type: ignore[attr-defined]

    def chosen(self) -> list[Item]:
        return [self.due[key] for key in self.cleaned_data["items"]]


class DecideForm(OnceForm):
    decision = forms.ChoiceField(
        label=gettext_lazy("Mag dit worden vernietigd?"),
        choices=[
            ("approve", gettext_lazy("Ja, vernietigen. Dat kan niet ongedaan worden gemaakt.")),
            ("refuse", gettext_lazy("Nee, de lijst gaat terug")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[refuse_address],
        help_text=gettext_lazy("Nodig als de lijst teruggaat. Zonder namen of adressen."),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("decision") == "refuse" and not given.get("reason"):
            self.add_error("reason", _("Schrijf op waarom de lijst teruggaat."))
        return given


class KeepLongerForm(OnceForm):
    until = forms.DateField(
        label=gettext_lazy("Bewaren tot en met"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    weighing = forms.CharField(
        label=gettext_lazy("Weging"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "Waarom is langer bewaren noodzakelijk, en waarom weegt dat zwaarder dan het belang "
            "van de betrokkene? De weging blijft bij de bijdrage en gaat met haar weg."
        ),
    )

    def __init__(self, *args: Any, contribution: Contribution, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contribution = contribution
        self.last_day = last_day(contribution, on)
        if self.last_day is not None:
            self.fields["until"].help_text = _("Ten hoogste tot en met %(day)s.") % {
                "day": date_format(self.last_day, "j F Y")
            }

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        now = self.contribution.retain_until
        if now is not None and until <= now:
            raise ValidationError(
                _("Kies een dag na %(day)s.") % {"day": date_format(now, "j F Y")}
            )
        if self.last_day is not None and until > self.last_day:
            raise ValidationError(
                _("Langer dan tot en met %(day)s mag niet.")
                % {"day": date_format(self.last_day, "j F Y")}
            )
        return until


class HoldForm(OnceForm):
    reason = forms.ChoiceField(
        label=gettext_lazy("Waarom wacht het vernietigen?"),
        choices=RetentionHold.Reason.choices,
        widget=forms.RadioSelect,
    )
