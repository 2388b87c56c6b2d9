"""Give neighbouring gemeenten a signal, and answer one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.forms.neutral import refuse_address, refuse_digits
from casework.forms.once import OnceForm
from casework.models import Case, SignalReceipt, WaterbedSignal
from partners.actor import Actor


def _day(label: Any, **given: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **given)


class SignalForm(OnceForm):
    measure = forms.ChoiceField(label=_("Welke maatregel?"), choices=WaterbedSignal.Measure.choices)
    branch = forms.CharField(
        label=_("Branche"), max_length=80, required=False, validators=[refuse_address]
    )
    area = forms.CharField(
        label=_("Woonkern of wijk"),
        max_length=80,
        validators=[refuse_digits],
        help_text=_("Nooit een adres: geen straat, postcode of huisnummer."),
    )
    starts_on = _day(_("Vanaf"))
    ends_on = _day(_("Tot en met"), required=False)
    effect = forms.CharField(
        label=_("Welk effect verwacht u bij uw buren?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[refuse_address],
        help_text=_("Zonder namen of adressen."),
    )
    desk = forms.CharField(
        label=_("Aanspreekpunt"),
        max_length=120,
        validators=[refuse_address],
        help_text=_("Een loket of functie, met telefoonnummer of mailadres."),
    )

    def __init__(self, *args: Any, case: Case, actor: Actor, **kwargs: Any) -> None:
        kwargs["initial"] = _known(case, actor)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        starts_on, ends_on = given.get("starts_on"), given.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Kies een dag vanaf het begin."))
        return given

    def answers(self) -> dict[str, Any]:
        """All but the period, which two of the fields make up."""
        given = {name: self.cleaned_data[name] for name in ("branch", "area", "effect", "desk")}
        return given | {"measure": WaterbedSignal.Measure(self.cleaned_data["measure"])}


def _known(case: Case, actor: Actor) -> dict[str, Any]:
    """What the case says already; a name of a woonkern with a digit in it is left to type."""
    known: dict[str, Any] = {"desk": f"IV {actor.organisation.name}"}
    if not any(one.isdigit() for one in case.woonkern):
        known["area"] = case.woonkern
    decision = case.decisions.filter(effective_from__isnull=False).last()
    if decision is not None:
        known |= {"starts_on": decision.effective_from, "ends_on": decision.effective_until}
        if decision.outcome in WaterbedSignal.Measure.values:
            known["measure"] = decision.outcome
    return known


class ReceiptForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Wat ziet u in uw gemeente?"),
        choices=SignalReceipt.Answer.choices,
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(
        label=_("Toelichting"),
        max_length=300,
        required=False,
        validators=[refuse_address],
        help_text=_("Zonder namen of adressen."),
    )
