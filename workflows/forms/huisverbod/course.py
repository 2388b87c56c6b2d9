"""W5, W7, W8 and W10: help, the zorgoverleg, what the burgemeester decides, and the end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from workflows.dates import lasts_until
from workflows.forms.advice_round import AnswerForm
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.fields import choice, day, long_text, moment_field, yes_no
from workflows.forms.huisverbod.scene import BanForm
from workflows.forms.partner_fields import PartnerFields

ADVICES = [
    ("extend", _("Verlengen: de dreiging duurt voort")),
    ("lapse", _("Laten aflopen na tien dagen")),
    ("withdraw", _("Intrekken: de hulp is aanvaard en dat is bevestigd")),
]
ENDS = [
    ("ended", _("De einddatum is bereikt")),
    ("withdraw", _("De hulp is aanvaard: de burgemeester beslist over intrekken")),
]
WITHDRAWALS = [("withdrawn", _("Intrekken")), ("stays", _("Niet intrekken"))]


class TriageForm(BanForm):
    kind = "triage"
    title = _("Start van de hulp en eerste triage")
    intro = _("U spreekt alle betrokkenen en ziet wie welke hulp nodig heeft.")
    shares = ("help",)

    talked_at = moment_field(_("Wanneer was het eerste gesprek?"))
    for_staying = long_text(_("Welke hulp is er voor wie achterblijft?"))
    for_children = long_text(_("Welke hulp is er voor de kinderen?"), required=False)
    for_leaving = long_text(_("Welke hulp is er voor wie het huis uit moest?"))


class ChildSafetyForm(BanForm):
    """Veilig Thuis says for itself what the hulpofficier put down of their talk."""

    kind = "child-safety"
    title = _("Veiligheid van de kinderen")
    intro = _(
        "De hulpofficier heeft u geraadpleegd voordat het huisverbod werd opgelegd (Wth art. 2 "
        "lid 3). U legt zelf vast wat Veilig Thuis vindt en doet."
    )
    shares = ("child_safety",)

    is_as_told = yes_no(_("Klopt wat de hulpofficier van het overleg heeft vastgelegd?"))
    correction = long_text(_("Wat moet er anders staan?"), required=False)
    seen_on = day(_("Wanneer hebt u de kinderen gezien of gesproken?"), required=False)
    why_not_seen = long_text(_("Waarom nog niet?"), required=False)
    safety = long_text(_("Zijn de kinderen veilig?"))
    further = long_text(_("Wat doet Veilig Thuis verder?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("is_as_told") == "no":
            self.need("correction")
        if not answers.get("seen_on") and "seen_on" not in self.errors:
            self.need("why_not_seen")
        return answers

    def outcome(self) -> str:
        return "judged"


class ArrangeForm(BanForm, PartnerFields):
    kind = "arrangement"
    title = _("Advies vragen")
    intro = _("U vraagt de partners om hun plan en advies, uiterlijk op dag acht.")
    partners_help = _("Elke partner ziet alleen wat aan haar is verstrekt.")

    remarks = long_text(_("Wat moeten de partners nog weten?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        self.need("partners")
        return answers


class AdviceForm(BanForm, AnswerForm):
    title = _("Advies over het huisverbod")


class CareMeetingForm(BanForm):
    kind = "care-meeting"
    title = _("Zorgoverleg")

    held_on = day(_("Wanneer is het zorgoverleg gehouden?"))
    present = long_text(_("Wie waren erbij?"))
    threat = long_text(_("Duurt de dreiging voort?"))
    advice = choice(_("Wat is het advies aan de burgemeester?"), ADVICES)
    motive = long_text(_("Waarop rust het advies?"))


class HelpFields(BanForm):
    """Withdrawing asks that help was accepted, and that this was confirmed (Wth art. 2 lid 9)."""

    help_accepted_on = day(_("Wanneer is de hulp aanvaard?"), required=False)
    help_confirmed = choice(
        _("Heeft de hulpinstantie dat bevestigd?"),
        [("yes", _("Ja")), ("no", _("Nee"))],
        required=False,
    )

    def need_help(self) -> None:
        self.need("help_accepted_on", "help_confirmed")
        if self.cleaned_data.get("help_confirmed") == "no":
            self.add_error(
                "help_confirmed", _("Intrekken kan pas als de hulpinstantie dit bevestigt.")
            )


class DecideForm(HelpFields):
    kind = "ban-ruling"
    title = _("Besluit over het vervolg")
    intro = _(
        "U besluit voordat de tien dagen voorbij zijn. Samen duurt het huisverbod ten hoogste "
        "vier weken."
    )
    shares = ("ban_notice",)

    ruling = choice(_("Wat besluit u?"), ADVICES)
    days = forms.IntegerField(label=_("Met hoeveel dagen verlengt u?"), min_value=1, required=False)
    heard_on = day(_("Wanneer zijn de betrokkenen gehoord?"), required=False)
    view = long_text(_("Wat is hun zienswijze?"), required=False)
    motive = long_text(_("Motivering"))

    field_order = ("ruling", "days", "heard_on", "view")

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        ruling = answers.get("ruling")
        if ruling == "extend":
            self.need("days", "heard_on", "view")
            self._bound(answers.get("days"))
        elif ruling == "withdraw":
            self.need_help()
        return answers

    def _bound(self, days: int | None) -> None:
        most = self.step.process.formule.case_terms["ban"].extension
        if days and most and days > most.count:
            self.add_error(
                "days",
                _("Het huisverbod kan met ten hoogste %(most)s dagen worden verlengd.")
                % {"most": most.count},
            )
        ends = lasts_until(self.step.case)
        if ends is not None and moment() >= ends:
            self.add_error("ruling", _("Het huisverbod is al afgelopen: verlengen kan niet meer."))

    def outcome(self) -> str:
        done = {"extend": "extended", "lapse": "lapsing", "withdraw": "withdrawn"}
        return done[self.cleaned_data["ruling"]]


class EndForm(BanForm):
    kind = "ban-end"
    title = _("Einde van het huisverbod")
    intro = _("Deze taak blijft open tot het huisverbod afloopt, of tot u intrekken voorlegt.")
    takes_files = False
    shares = ("ban_notice",)
    by_answer = frozenset({"ban_notice"})

    event = choice(_("Wat is er gebeurd?"), ENDS)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        ends = lasts_until(self.step.case)
        if answers.get("event") == "ended" and ends is not None and moment() < ends:
            self.add_error("event", _("Het huisverbod is nog niet afgelopen."))
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["event"])


class WithdrawForm(HelpFields):
    kind = "withdrawal"
    title = _("Besluit over intrekken")
    shares = ("ban_notice",)
    by_answer = frozenset({"ban_notice"})

    ruling = choice(_("Wat besluit u?"), WITHDRAWALS)
    motive = long_text(_("Motivering"))

    field_order = ("ruling",)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("ruling") == "withdrawn":
            self.need_help()
        return answers

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])


class WindUpForm(BanForm):
    kind = "safety-plan"
    title = _("Veiligheidsplan en overdracht")
    shares = ("help",)

    safety_plan = long_text(_("Wat is het veiligheidsplan?"))
    transfer = long_text(_("Aan wie draagt u de hulp over?"))
    is_multiproblem = yes_no(
        _("Verwijst u door naar het Zorg- en Veiligheidshuis?"),
        help_text=_("Bij problemen op meer gebieden tegelijk."),
    )


class FollowUpForm(BanForm):
    kind = "follow-up"
    title = _("Nazorg na drie maanden")
    shares = ("help",)

    talked_on = day(_("Wanneer sprak u de betrokkenen?"))
    state = long_text(_("Hoe gaat het nu, en is het veilig?"))
    further = long_text(_("Welke hulp loopt door?"), required=False)


class EvaluateBanForm(BanForm, EvaluateForm):
    """Like every evaluation, in the class of the papers."""
