"""W3, W4, W6 and W9: imposing, reachability, the judge, and breaches."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from partners.models import Kind
from workflows.dates import clock_from
from workflows.forms.fields import choice, day, long_text, moment_field, yes_no
from workflows.forms.huisverbod.scene import BanForm
from workflows.own import own_subjects

DAY_AND_NIGHT = timedelta(hours=24)
IMPOSING = ("imposed_at", "place", "keys_taken", "is_oral")
"""What a huisverbod cannot do without."""
IN_PERSON = [("impose", _("Opleggen")), ("refrain", _("Niet opleggen"))]
RULINGS = [
    ("annulled", _("Het huisverbod is vernietigd")),
    ("suspended", _("Het huisverbod is geschorst")),
    ("stands", _("Het huisverbod blijft in stand")),
]


class ImposeForm(BanForm):
    """`imposed_at` is T0: each term of the huisverbod runs from it, to the minute (Wth 13)."""

    kind = "ban"
    title = _("Beschikking huisverbod")
    intro = _("Vanaf dit tijdstip loopt het huisverbod tien dagen, tot op het uur.")
    shares: ClassVar[tuple[str, ...]] = ("ban", "household")
    lets_in = (Kind.OM, Kind.VEILIG_THUIS, Kind.ZORG)

    imposed_at = moment_field(_("Wanneer is het huisverbod opgelegd?"))
    place = forms.CharField(label=_("Voor welke woning geldt het?"), max_length=200)
    motive = long_text(_("Welke feiten en omstandigheden zijn de aanleiding?"))
    no_contact = long_text(
        _("Met wie mag de persoon geen contact hebben?"),
        required=False,
        help_text=_("De namen van de huisgenoten (Wth art. 2 lid 4)."),
    )
    keys_taken = yes_no(_("Zijn de sleutels ingenomen?"))
    is_oral = yes_no(
        _("Is het huisverbod eerst mondeling opgelegd?"),
        help_text=_("Bij spoed. U stelt het daarna op schrift (Wth art. 2 lid 7)."),
    )
    written_at = moment_field(_("Wanneer is de beschikking uitgereikt?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if not self.is_imposed:
            return answers
        self.need(*IMPOSING)
        if answers.get("is_oral") == "no":
            self.need("written_at")
        imposed = answers.get("imposed_at")
        if imposed and not moment() - DAY_AND_NIGHT <= imposed <= moment():
            self.add_error("imposed_at", _("Kies een tijdstip in de afgelopen 24 uur."))
        written = answers.get("written_at")
        if imposed and written and not imposed <= written <= moment():
            self.add_error("written_at", _("Kies een tijdstip na het opleggen, tot nu."))
        return answers

    @property
    def is_imposed(self) -> bool:
        return True

    def classes_of(self, name: str) -> frozenset[str]:
        if name != "household":
            return super().classes_of(name)
        return frozenset(one.information_class for one in own_subjects(self.step.case, self.actor))

    def outcome(self) -> str:
        if not self.is_imposed:
            return "refrained"
        return "oral" if not self.cleaned_data.get("written_at") else "written"


class ImposeInPersonForm(ImposeForm):
    intro = _("De hulpofficier van justitie legt dit aan u voor. U beslist in persoon.")
    shares = ("ban_in_person",)
    by_answer = frozenset({"ban_in_person"})

    ruling = choice(_("Wat besluit u?"), IN_PERSON)

    field_order = ("ruling",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in IMPOSING:
            self.fields[name].required = False

    @property
    def is_imposed(self) -> bool:
        return self.cleaned_data.get("ruling") == "impose"


class WriteDownForm(BanForm):
    kind = "written-ban"
    title = _("Beschikking op schrift")

    written_at = moment_field(_("Wanneer is de beschikking uitgereikt?"))
    handed_to = long_text(_("Aan wie, en op welke manier?"))

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        imposed, written = clock_from(self.step.case), answers.get("written_at")
        if imposed and written and not imposed <= written <= moment():
            self.add_error("written_at", _("Kies een tijdstip na het opleggen, tot nu."))
        return answers


class ReachabilityForm(BanForm):
    kind = "reachability"
    title = _("Bereikbaarheid en raadsman")
    intro = _(
        "De persoon geeft binnen 24 uur op waar hij of zij bereikbaar is (Wth art. 2 lid 6). Wie "
        "een raadsman wil, krijgt die binnen 24 uur na die wens (Wth art. 5)."
    )
    takes_files = False

    is_reachable = yes_no(_("Heeft de persoon een verblijf opgegeven?"))
    told_at = moment_field(_("Wanneer?"), required=False)
    stays_at = forms.CharField(
        label=_("Waar is de persoon bereikbaar?"), max_length=200, required=False
    )
    wants_lawyer = yes_no(_("Wil de persoon een raadsman?"))
    lawyer_wanted_at = moment_field(_("Wanneer is dat gevraagd?"), required=False)
    lawyer_assigned_at = moment_field(_("Wanneer is een raadsman toegewezen?"), required=False)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("is_reachable") == "yes":
            self.need("told_at", "stays_at")
        if answers.get("wants_lawyer") == "yes":
            self.need("lawyer_wanted_at", "lawyer_assigned_at")
        return answers


class BreachForm(BanForm):
    """W9: filled in as often as there is something to tell; the step stays while it is in force."""

    kind = "breach"
    title = _("Overtreding van het huisverbod")
    intro = _(
        "Overtreden is een misdrijf (Wth art. 11). Deze taak blijft open zolang het huisverbod "
        "geldt, zodat u elke overtreding kunt vastleggen."
    )
    shares = ("breach",)

    breached_at = moment_field(_("Wanneer is het huisverbod overtreden?"))
    facts = long_text(_("Wat is er gebeurd?"), help_text=_("Feiten, geen oordeel."))
    report_number = forms.CharField(
        label=_("Nummer van het proces-verbaal"), max_length=60, required=False
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        imposed, breached = clock_from(self.step.case), answers.get("breached_at")
        if imposed and breached and not imposed <= breached <= moment():
            self.add_error("breached_at", _("Kies een tijdstip na het opleggen, tot nu."))
        return answers


class InjunctionForm(BanForm):
    kind = "injunction"
    title = _("Verzoek om een voorlopige voorziening")
    intro = _(
        "Alleen invullen als er een verzoek is gedaan. Deze taak blijft open zolang het "
        "huisverbod geldt, en houdt verder niets op."
    )

    requested_on = day(_("Wanneer is het verzoek gedaan?"))
    applicant = forms.CharField(label=_("Wie deed het verzoek?"), max_length=120)


class HearingForm(BanForm):
    kind = "hearing"
    title = _("Zitting over de voorlopige voorziening")
    intro = _("De rechter hoort partijen binnen drie dagen na het verzoek.")

    heard_at = moment_field(_("Wanneer was de zitting?"))
    minors_heard = long_text(_("Zijn minderjarigen van 12 jaar of ouder gehoord?"), required=False)


class RulingForm(BanForm):
    kind = "court-ruling"
    title = _("Uitspraak op de voorlopige voorziening")
    intro = _("Is het huisverbod vernietigd of geschorst, dan eindigt de zaak.")
    shares = ("ban_notice",)

    ruled_at = moment_field(_("Wanneer is uitspraak gedaan?"))
    ruling = choice(_("Wat is de uitspraak?"), RULINGS)
    summary = long_text(_("Samenvatting"))

    def outcome(self) -> str:
        return str(self.cleaned_data["ruling"])
