"""B9 to B12: the intention, the view of those concerned, and the decision."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from workflows.forms.awb import HearForm
from workflows.forms.bibob.words import SecretForm
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.step_form import StepForm
from workflows.kept import kept

INTENT = [
    ("refuse", _("Weigeren")),
    ("revoke", _("Intrekken")),
    ("not_award", _("Niet gunnen, of niet aangaan")),
    ("dissolve", _("Ontbinden of opzeggen")),
    ("conditions", _("Verlenen met voorschriften (art. 3 lid 7)")),
    ("grant", _("Toch verlenen of laten: een maatregel is niet evenredig (art. 3 lid 5)")),
]
DEGREE = [("lesser", _("Mindere mate van gevaar")), ("serious", _("Ernstig gevaar"))]
RULINGS = [
    ("granted", _("Verlenen, gunnen of aangaan")),
    ("conditions", _("Verlenen met voorschriften")),
    ("refused", _("Weigeren")),
    ("revoked", _("Intrekken, ontbinden of opzeggen")),
    ("not_awarded", _("Niet gunnen")),
    ("not_entered", _("Niet aangaan")),
    ("dismissed", _("Buiten behandeling stellen (Awb 4:5)")),
]
HARSH = frozenset({"refused", "revoked", "not_awarded", "not_entered"})


class IntendForm(SecretForm):
    kind = "intent"
    title = _("Voornemen")
    intro = _("Bij ernstig gevaar kán u weigeren of intrekken; het moet evenredig zijn.")

    degree = choice(_("Welke mate van gevaar stelt u vast?"), DEGREE)
    intent = choice(_("Wat neemt u zich voor?"), INTENT)
    proportionate = long_text(_("Waarom is dat evenredig (art. 3 lid 5)?"))
    conditions = long_text(
        _("Welke voorschriften?"),
        required=False,
        help_text=_("Gericht op het wegnemen of beperken van het gevaar."),
    )
    third_parties = long_text(
        _("Welke derden worden in het voornemen genoemd?"),
        required=False,
        help_text=_("Zij krijgen alleen hun eigen gegevens, en geven ook een zienswijze."),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        intent = answers.get("intent")
        if intent == "conditions":
            self.need("conditions")
        if answers.get("degree") == "lesser" and intent not in (None, "conditions", "grant"):
            self.add_error(
                "intent", _("Bij mindere mate van gevaar passen voorschriften (art. 3 lid 7).")
            )
        return answers

    def outcome(self) -> str:
        return "grant" if self.cleaned_data["intent"] == "grant" else "intended"


class BibobHearForm(SecretForm, HearForm):
    """Art. 33, and the copy and notice of art. 28 lid 3."""

    intro = _(
        "De belanghebbende kiest zelf: schriftelijk of mondeling (Awb 4:9). Betrokkene krijgt een "
        "afschrift van het advies en een schriftelijke mededeling van de geheimhouding."
    )

    copy_given_on = day(_("Afschrift van het advies gegeven op"), required=False)
    is_secrecy_told = yes_no(_("Is schriftelijk op de geheimhouding gewezen (art. 28 lid 3)?"))
    third_parties = long_text(_("Wat brachten genoemde derden naar voren?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case = self.step.case
        is_reused = kept(case, "danger").get("danger") == "reuse"
        self.has_advice = is_reused or bool(kept(case, "advice").get("degree"))
        if not self.has_advice:
            del self.fields["copy_given_on"]
            del self.fields["is_secrecy_told"]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.has_advice:
            self.need("copy_given_on")
            if answers.get("is_secrecy_told") == "no":
                self.add_error(
                    "is_secrecy_told",
                    _("Geef eerst de schriftelijke mededeling, en leg dan de zienswijze vast."),
                )
        return answers


class BibobRulingForm(StepForm):
    kind = "ruling"
    title = _("Besluit")
    intro = _("Noem van het advies alleen wat voor de motivering nodig is (art. 28 lid 2 onder a).")

    ruling = choice(_("Wat besluit u?"), RULINGS)
    motive = long_text(_("Motivering"))
    conditions = long_text(_("Welke voorschriften verbindt u eraan?"), required=False)
    announced_on = day(_("Datum van bekendmaking"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        ruling = answers.get("ruling")
        if ruling == "conditions":
            self.need("conditions")
        is_dismissed = kept(self.step.case, "missing-questionnaire").get("course") == "dismiss"
        if ruling and is_dismissed != (ruling == "dismissed"):
            self.add_error("ruling", self._course(is_dismissed))
        elif ruling in HARSH and not kept(self.step.case, "view"):
            self.add_error(
                "ruling", _("Zonder voornemen en zienswijze kan dit niet (Wet Bibob art. 33).")
            )
        return answers

    def _course(self, is_dismissed: bool) -> Any:
        if is_dismissed:
            return _("U koos eerder om de aanvraag buiten behandeling te stellen.")
        return _("Buiten behandeling stellen kan alleen als de vragenlijst ontbreekt.")

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
