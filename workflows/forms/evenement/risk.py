"""E3 to E5: the risk scan, what is asked of whom, and what the advices together come to."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.acting import moment
from partners.models import Kind
from workflows.events.calendar import clashes_of_event
from workflows.events.of_case import class_of, event_of, provisional_class, thresholds
from workflows.forms.advice_round import AnswerForm
from workflows.forms.evenement.fields import CAPACITY_LABELS, number
from workflows.forms.fields import choice, day, long_text, yes_no
from workflows.forms.partner_fields import PartnerFields
from workflows.forms.step_form import StepForm
from workflows.models import CaseTerm, EventClass
from workflows.own import event_file

MOST_SCORE = 5
SCORES = ("audience_score", "activity_score", "place_score")
CAPACITY = tuple(CAPACITY_LABELS)
CAPACITY_HELP = _("Verplicht bij klasse B en C. Vul 0 in als u niets vraagt.")


class ClashAside(StepForm):
    """A form beside which stands what the event clashes with on the regional calendar."""

    aside = "workflows/evenement/_clashes.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event_of(self.step.case)
        self.clashes = clashes_of_event(self.event)


def score(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=MOST_SCORE,
        help_text=_("Van 1 (weinig risico) tot 5 (veel risico)."),
    )


class ScanForm(ClashAside):
    """The scores come to a provisional class; it is a person who chooses, and says why."""

    kind = "scan"
    title = _("Risicoscan")
    intro = _("De scan wijst een voorlopige klasse aan. U kiest de klasse zelf, met een reden.")
    aside = "workflows/evenement/_scan.html"

    audience_score = score(_("Publiek: wie komen er, en hoe gedragen zij zich?"))
    activity_score = score(_("Activiteit: wat gebeurt er?"))
    place_score = score(_("Ruimte: waar en wanneer is het?"))
    event_class = choice(_("Welke klasse kiest u?"), EventClass.choices)
    class_reason = long_text(_("Waarom deze klasse?"))
    deviation_reason = long_text(
        _("Waarom wijkt u af van de scan?"),
        required=False,
        help_text=_("Verplicht als u een andere klasse kiest dan de scan aanwijst."),
    )
    police_hours = number(CAPACITY_LABELS["police_hours"], required=False, help_text=CAPACITY_HELP)
    fire_units = number(CAPACITY_LABELS["fire_units"], required=False, help_text=CAPACITY_HELP)
    ghor_units = number(CAPACITY_LABELS["ghor_units"], required=False, help_text=CAPACITY_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thresholds = thresholds(self.step.case, timezone.localdate(moment()))
        for name in CAPACITY:
            self.initial.setdefault(name, getattr(self.event, name, 0))

    @property
    def provisional(self) -> EventClass | None:
        scores = (
            self.cleaned_data.get(f"{one}_score") for one in ("audience", "activity", "place")
        )
        given = [one for one in scores if one is not None]
        return provisional_class(self.thresholds, sum(given)) if len(given) == 3 else None

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        chosen = answers.get("event_class")
        if chosen in (EventClass.ATTENTION, EventClass.RISK):
            self.need(*CAPACITY)
        provisional = self.provisional
        if chosen and provisional and chosen != provisional and not answers["deviation_reason"]:
            self.add_error(
                "deviation_reason",
                gettext("De scan wijst klasse %(class)s aan. Leg uit waarom u een andere kiest.")
                % {"class": provisional.value},
            )
        return answers

    def content(self) -> list[dict[str, Any]]:
        """With what the scan came to, beside what was chosen."""
        kept = super().content()
        provisional = self.provisional
        if provisional is not None:
            kept.append(
                {
                    "name": "provisional_class",
                    "question": gettext("Voorlopige klasse volgens de scan"),
                    "answer": str(provisional.label),
                    "value": provisional.value,
                }
            )
        return kept

    def outcome(self) -> str:
        return str(self.cleaned_data["event_class"])


class ConsultForm(ClashAside):
    kind = "consultation"
    title = _("Vooroverleg")
    intro = _("Bij klasse C werkt de organisator vooraf met de gemeente en de diensten samen.")

    met_on = day(_("Datum van het vooroverleg"))
    present = long_text(_("Welke organisaties waren erbij?"))
    agreed = long_text(_("Wat is er afgesproken?"))

    def outcome(self) -> str:
        return "consulted"


class AskAdviceForm(PartnerFields, ClashAside):
    kind = "advice-request"
    title = _("Advies vragen")
    intro = _("Elke dienst adviseert voor zichzelf. Een laat advies houdt niets op (Awb 3:6).")
    shares = ("event_file",)
    partners_help = _("Zij krijgen de aanvraag en de risicoscan.")

    question = long_text(_("Waar moeten de diensten in elk geval op letten?"), required=False)

    def classes_of(self, name: str) -> frozenset[str]:
        return frozenset(one.information_class for one in event_file(self.step.case, self.actor))

    def outcome(self) -> str:
        return "asked"


class AdviseForm(AnswerForm):
    """The advice of one service; politie may add what only the burgemeester may know."""

    shares = ("answer", "intelligence")
    unkept = AnswerForm.unkept | {"intelligence"}

    intelligence = long_text(
        _("Politie-informatie voor de burgemeester"),
        required=False,
        help_text=_(
            "Alleen de burgemeester leest dit (Wpg art. 16 lid 1 onder c). Het staat niet in uw "
            "advies."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.actor.organisation.kind != Kind.POLITIE:
            del self.fields["intelligence"]

    def announced(self) -> tuple[str, ...]:
        apart = ("intelligence",) if "intelligence" in self.fields else ()
        return super().announced() + apart


class IntegrateForm(ClashAside):
    kind = "integral-advice"
    title = _("Integraal advies")
    intro = _("Het multidisciplinaire overleg brengt de adviezen samen. De klasse kan omhoog.")
    shares = ("integral_advice",)

    met_on = day(_("Datum van het multidisciplinaire overleg"))
    risks = long_text(_("Wat zijn de risico's?"))
    advice = long_text(_("Wat is het integrale advies?"))
    event_class = choice(_("Welke klasse geldt nu?"), EventClass.choices)
    class_reason = long_text(_("Waarom gaat de klasse omhoog?"), required=False)
    extends = yes_no(_("Verdaagt u de beslistermijn?"))
    extend_reason = long_text(_("Waarom verdaagt u?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = class_of(self.step.case) or EventClass.ATTENTION
        field: Any = self.fields["event_class"]
        field.choices = [
            (one.value, one.label) for one in EventClass if one.height >= self.now.height
        ]
        self.initial.setdefault("event_class", self.now.value)
        self.initial.setdefault("extends", "no")
        running = CaseTerm.objects.running().filter(case=self.step.case, code="decision")
        if not running.filter(extended_at__isnull=True).exists():
            del self.fields["extends"]
            del self.fields["extend_reason"]

    @property
    def is_raised(self) -> bool:
        return self.cleaned_data.get("event_class") not in (None, "", self.now.value)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.is_raised:
            self.need("class_reason")
        if answers.get("extends") == "yes":
            self.need("extend_reason")
        return answers

    def outcome(self) -> str:
        return "raised" if self.is_raised else "kept"
