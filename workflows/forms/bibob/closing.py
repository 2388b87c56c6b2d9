"""B13 and B14, and the way out: what the Bureau and the neighbours hear, and a withdrawal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.neutral import refuse_address, refuse_digits
from casework.models import InformationClass
from workflows.forms.bibob.words import DEGREES, SecretForm, not_yet
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm


class WithdrawalForm(StepForm):
    kind = "withdrawal"
    title = _("Intrekking van de aanvraag")
    intro = _(
        "Alleen als betrokkene de aanvraag intrekt. Anders hoeft u hier niets te doen: "
        "na het besluit vervalt deze taak vanzelf."
    )

    withdrawn_on = day(_("Ingetrokken op"))
    notes = long_text(_("Toelichting"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "withdrawn_on")
        return answers

    def outcome(self) -> str:
        return "withdrawn"


class ReportWithdrawalForm(StepForm):
    kind = "withdrawal-report"
    title = _("Melding van de terugtrekking")
    intro = _("Ook een terugtrekking na de Bibob-vragen meldt u onverwijld (Wet Bibob art. 7a).")

    reported_on = day(_("Gemeld aan het LBB op"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "reported_on")
        return answers

    def outcome(self) -> str:
        return "reported"


class ReportConclusionForm(SecretForm):
    kind = "conclusion-report"
    title = _("Melding van de conclusie")
    intro = _("Meld de eigen conclusie onverwijld aan het LBB (Wet Bibob art. 7a).")

    degree = choice(_("Welke conclusie meldt u?"), DEGREES)
    reported_on = day(_("Gemeld aan het LBB op"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "reported_on")
        return answers

    def outcome(self) -> str:
        return "reported"


class WaterbedForm(StepForm):
    """Never a person, an enterprise or an address."""

    kind = "waterbed"
    title = _("Waterbed-signaal")
    information_class = InformationClass.N
    takes_files = False
    intro = _("Uw buurgemeenten horen dat er een maatregel is, zonder namen en adressen.")

    gives_signal = yes_no(_("Geeft u een signaal aan uw buurgemeenten?"))
    branch = forms.CharField(
        label=_("Branche"), max_length=80, required=False, validators=[refuse_address]
    )
    area = forms.CharField(
        label=_("Woonkern of wijk"), max_length=80, required=False, validators=[refuse_digits]
    )
    starts_on = day(_("Vanaf"), required=False)
    effect = forms.CharField(
        label=_("Welk effect verwacht u bij uw buren?"),
        max_length=300,
        required=False,
        validators=[refuse_address],
        help_text=_("Zonder namen of adressen."),
    )
    desk = forms.CharField(
        label=_("Aanspreekpunt"),
        max_length=120,
        required=False,
        validators=[refuse_address],
        help_text=_("Een loket of functie, met telefoonnummer of mailadres."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("desk", f"IV {self.actor.organisation.name}")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("gives_signal") == "yes":
            self.need("branch", "area", "starts_on", "effect", "desk")
        return answers

    def outcome(self) -> str:
        return "given" if self.cleaned_data["gives_signal"] == "yes" else "kept"
