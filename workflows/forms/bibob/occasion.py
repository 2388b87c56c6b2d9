"""B0, B1 and T1 to T3: what gives reason for a Bibob test, and whether it is made."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casework.models import SubjectKind
from partners.models import Kind
from workflows.forms.begin_form import BeginForm, SubjectDraft
from workflows.forms.bibob.words import not_yet
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm

OCCASIONS = [
    ("application", _("Een aanvraag")),
    ("existing", _("Een bestaande vergunning, subsidie of overeenkomst")),
    ("riec", _("Een signaal van het RIEC")),
    ("own", _("Eigen informatie van de gemeente")),
]
DECISIONS = [
    ("permit", _("Vergunning")),
    ("exemption", _("Ontheffing")),
    ("subsidy", _("Subsidie")),
    ("contract", _("Overheidsopdracht")),
    ("property", _("Vastgoedtransactie")),
]
FALLS = [
    ("falls", _("Ja, er volgt een Bibob-toets")),
    ("outside", _("Nee, de zaak wordt afgesloten")),
    ("withdrawn", _("De aanvraag is al ingetrokken; de zaak wordt afgesloten")),
]
TIP = [
    ("used", _("Ja, de gemeente begint een Bibob-toets")),
    ("unused", _("Nee, de gemeente doet niets met de tip")),
]
OF_OM = ("tip_on", "tip_reference")
OF_GEMEENTE = ("occasion", "branch", "is_granted", "is_running", "kvk", "trade_names", "seat")


class OccasionForm(BeginForm):
    """The gemeente says what it is about; the OM points, and need not say why (art. 26)."""

    # Art. 26 is a ground of its own, beside Wjsg 39f.
    is_weighed = False
    title = _("Aanleiding")
    shares = ("tip",)
    page_title = _("Bibob-toets of tip")
    page_intro = _(
        "De gemeente meldt een aanleiding; de officier van justitie kan een tip geven "
        "(Wet Bibob art. 26). De politie tipt niet zelf: zij gaat langs de officier van justitie."
    )
    lead_label = _("Voor welke gemeente?")

    occasion = choice(_("Wat is de aanleiding?"), OCCASIONS)
    tip_on = day(_("Datum van de tip"))
    tip_reference = forms.CharField(label=_("Kenmerk van het OM"), max_length=60)
    decision_type = choice(_("Om wat voor besluit gaat het?"), DECISIONS)
    branch = forms.CharField(
        label=_("Branche"), max_length=80, help_text=_("Bijvoorbeeld horeca of vastgoed.")
    )
    is_granted = yes_no(_("Is het al verleend?"))
    is_running = yes_no(_("Is de onderneming al open?"))
    name = forms.CharField(label=_("Naam van betrokkene"), max_length=200)
    legal_form = forms.CharField(label=_("Rechtsvorm"), max_length=60, required=False)
    kvk = forms.RegexField(
        label=_("KvK-nummer"),
        regex=r"^[0-9]{8}$",
        required=False,
        error_messages={"invalid": _("Een KvK-nummer heeft acht cijfers.")},
    )
    trade_names = forms.CharField(label=_("Handelsnamen"), max_length=300, required=False)
    seat = forms.CharField(label=_("Adres van de vestiging"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_tip = self.actor.organisation.kind == Kind.OM
        for name in OF_GEMEENTE if self.is_tip else OF_OM:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        not_yet(self, "tip_on")
        return answers

    def subjects(self) -> list[SubjectDraft]:
        told = {name: self.cleaned_data.get(name, "") for name in ("legal_form", "kvk", "seat")}
        details = {name: value for name, value in told.items() if value}
        return [SubjectDraft(SubjectKind.ENTERPRISE, self.cleaned_data["name"], details)]


class PolicyForm(StepForm):
    kind = "weighing"
    title = _("Toets aan het Bibob-beleid")
    intro = _("Eerst de gewone weigeringsgronden: Bibob is het uiterste middel.")

    falls = choice(_("Valt dit onder het Bibob-beleid van uw gemeente?"), FALLS)
    reason = long_text(_("Waarom wel of niet?"))
    riec_advice_on = day(_("Datum van een advies van het RIEC"), required=False)

    def outcome(self) -> str:
        return str(self.cleaned_data["falls"])


class TipForm(StepForm):
    """T3: the gemeente must decide on a tip; T4: the OM hears whether it is used."""

    kind = "tip-weighing"
    title = _("Beslissing over de tip")
    shares = ("tip_feedback",)
    intro = _(
        "De gemeente beslist of zij met de tip een Bibob-toets begint. Het OM hoort alleen of de "
        "tip wordt gebruikt, en niet waarom."
    )

    is_used = choice(_("Gebruikt u de tip?"), TIP)
    reason = long_text(_("Waarom wel of niet?"))

    def outcome(self) -> str:
        return str(self.cleaned_data["is_used"])
