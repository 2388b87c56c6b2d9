"""What a privacy officer writes down of a request, and what each answers."""

from datetime import date
from typing import Any
from unicodedata import normalize

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms.once import OnceForm
from casework.models import RightsRequest, RightsShare
from casework.rights.policies import why_not_choose
from casework.rights.records import Record
from casework.rights.requests import Answer, Asked
from partners.acting import moment


class RegisterForm(OnceForm):
    right = forms.ChoiceField(
        label=gettext_lazy("Welk recht?"),
        choices=RightsRequest.Right.choices,
        widget=forms.RadioSelect,
    )
    label = forms.CharField(
        label=gettext_lazy("Naam van de betrokkene"),
        max_length=200,
        help_text=gettext_lazy(
            "Zoals de naam in een zaak kan zijn vastgelegd. Welke partners iets over deze "
            "persoon bewaren, zoekt de database uit; u hoort het pas met hun antwoord."
        ),
    )
    asked = forms.CharField(
        label=gettext_lazy("Wat vraagt de betrokkene?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Elke partner die iets bewaart, leest dit."),
    )
    identity_check = forms.ChoiceField(
        label=gettext_lazy("Hoe stelde u de identiteit vast?"),
        choices=RightsRequest.Check.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Bewaar geen kopie van het identiteitsbewijs."),
    )
    received_on = forms.DateField(
        label=gettext_lazy("Ontvangen op"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_label(self) -> str:
        """Partners are asked by the letters and digits of it, as the database compares names."""
        label: str = self.cleaned_data["label"]
        if not any(one.isascii() and one.isalnum() for one in normalize("NFKD", label)):
            raise ValidationError(
                _("Schrijf de naam in Latijns schrift, zoals partners haar vastleggen.")
            )
        return label

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if day > timezone.localdate(moment()):
            raise ValidationError(_("Kies een dag die geweest is."))
        return day

    def given(self) -> Asked:
        data = self.cleaned_data
        return Asked(
            right=RightsRequest.Right(data["right"]),
            label=data["label"],
            asked=data["asked"],
            identity_check=RightsRequest.Check(data["identity_check"]),
            received_on=data["received_on"],
        )


class ExtendTermForm(OnceForm):
    reason = forms.CharField(
        label=gettext_lazy("Waarom is er meer tijd nodig?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "De betrokkene leest dit. Verlengen kan één keer, met twee maanden."
        ),
    )


class AnswerForm(OnceForm):
    outcome = forms.ChoiceField(
        label=gettext_lazy("Uw besluit voor de gegevens van uw organisatie"),
        choices=RightsShare.Outcome.choices,
        widget=forms.RadioSelect,
    )
    chosen = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Welke gegevens wijst u toe?"),
        choices=(),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Wijst u alles toe, dan hoeft u hier niets te kiezen. Alleen met wat is toegewezen "
            "gebeurt iets. Kijk of het om deze persoon gaat: een naam kan van meer mensen zijn."
        ),
    )
    answer = forms.CharField(
        label=gettext_lazy("Antwoord aan de betrokkene"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Dit komt zo in de antwoordbrief."),
    )
    article = forms.CharField(
        label=gettext_lazy("Wetsartikel"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nodig als u (deels) weigert: het artikel waarop u dat doet."),
    )
    telling = forms.ChoiceField(
        label=gettext_lazy("Mag een weigering in de brief staan?"),
        choices=[
            ("yes", gettext_lazy("Ja")),
            ("no", gettext_lazy("Nee, ook niet dat mijn organisatie iets bewaart")),
        ],
        initial="yes",
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Kiest u nee, dan ziet ook de organisatie die de brief schrijft uw antwoord niet."
        ),
    )

    def __init__(
        self, *args: Any, right: RightsRequest.Right, records: list[Record], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.right, self.kept = right, len(records)
        choices = [(one.item.pk, f"{one.words} ({one.origin})") for one in records]
        self.fields["chosen"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if not records:
            del self.fields["chosen"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("outcome") and "chosen" not in self.errors:
            self._judge(RightsShare.Outcome(given["outcome"]), len(given.get("chosen", ())))
        refuses = given.get("outcome") in (RightsShare.Outcome.PART, RightsShare.Outcome.REFUSED)
        if refuses and not given.get("article"):
            self.add_error("article", _("Noem het artikel waarop u weigert."))
        return given

    def _judge(self, outcome: RightsShare.Outcome, chosen: int) -> None:
        refusal = why_not_choose(self.right, outcome, chosen=chosen, kept=self.kept)
        if refusal is not None:
            self.add_error("chosen" if self.kept else "outcome", refusal)

    def given(self) -> Answer:
        data = self.cleaned_data
        return Answer(
            outcome=RightsShare.Outcome(data["outcome"]),
            answer=data["answer"],
            article=data["article"],
            may_be_told=data["telling"] == "yes",
            chosen=frozenset(data.get("chosen", ())),
        )
