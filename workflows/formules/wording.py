"""What a formule says, in words that a reader of a page understands."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from casework.models import Request
from partners.models import Kind, Role
from workflows.formules.formule import AskedQuestion, Retention, Reuse
from workflows.terms import Length, Unit

Grounds = Mapping[str, str]
"""The article of each ground, by its code."""

FIELDS: dict[str, Any] = {
    "title": gettext_lazy("Titel"),
    "ground": gettext_lazy("Grondslag"),
    "indicators": gettext_lazy("Resultaten"),
    "quorum": gettext_lazy("Quorum"),
    "areas": gettext_lazy("Onderdelen van het plan"),
    "retention": gettext_lazy("Bewaartermijn"),
    "advice_reuse": gettext_lazy("Hergebruik van een advies"),
    "request": gettext_lazy("Soort verzoek"),
    "term": gettext_lazy("Termijn"),
    "question": gettext_lazy("Vraag"),
    "has_overview": gettext_lazy("Ziet de stappen van anderen"),
    "is_optional": gettext_lazy("Alleen op verzoek"),
    "questions": gettext_lazy("Extra vragen"),
    "documents": gettext_lazy("Documenten"),
    "people": gettext_lazy("Mensen"),
    "means": gettext_lazy("Middelen"),
    "hours": gettext_lazy("Uren per zaak"),
    "purpose": gettext_lazy("Doel"),
    "sender_ground": gettext_lazy("Grondslag van de verstrekker"),
    "receiver_ground": gettext_lazy("Grondslag van de ontvanger"),
    "necessity": gettext_lazy("Noodzaak"),
    "conditions": gettext_lazy("Voorwaarden"),
    "length": gettext_lazy("Lengte"),
    "is_statutory": gettext_lazy("Wettelijk"),
    "source": gettext_lazy("Bron"),
    "is_backward": gettext_lazy("Telt terug vanaf een dag"),
    "is_exempt": gettext_lazy("Buiten de Algemene termijnenwet"),
    "owner": gettext_lazy("Bewaakt door"),
    "extension": gettext_lazy("Verlenging"),
    "most_pause": gettext_lazy("Langste opschorting"),
    "warn_days": gettext_lazy("Waarschuwen (dagen vooraf)"),
}

THINGS: dict[str, Any] = {
    "signal": gettext_lazy("het signaal"),
    "report": gettext_lazy("de bestuurlijke rapportage"),
    "missing": gettext_lazy("het verzoek om aanvulling"),
    "premises": gettext_lazy("het pand"),
    "answer": gettext_lazy("het antwoord op het verzoek"),
    "answer_om": gettext_lazy("het antwoord van het OM"),
    "measure_notice": gettext_lazy("het bericht van de maatregel"),
    "closure_notice": gettext_lazy("het bericht van de sluiting"),
    "closure_fact": gettext_lazy("het feit dat het pand gesloten is"),
}

QUESTION_KINDS: dict[str, Any] = {
    "text": gettext_lazy("Tekst"),
    "yes_no": gettext_lazy("Ja of nee"),
    "day": gettext_lazy("Datum"),
    "choice": gettext_lazy("Keuze"),
}

KINDS: dict[str, Any] = dict(Kind.choices)
REQUESTS: dict[str, Any] = dict(Request.Kind.choices)
ROLES: dict[str, Any] = dict(Role.choices)


def field_label(name: str) -> str:
    return str(FIELDS.get(name, name.replace("_", " ")))


def kind_label(kind: str) -> str:
    return str(KINDS.get(kind, kind))


def receiver_label(to: str) -> str:
    """By part in the case ("lead", "asked", "reporter"), or else by kind of partner."""
    parts = {
        "lead": _("de gemeente die de zaak leidt"),
        "asked": _("de gevraagde partners"),
        "reporter": _("wie de zaak meldde"),
    }
    return parts.get(to) or kind_label(to)


def thing_label(thing: str) -> str:
    return str(THINGS.get(thing, thing.replace("_", " ")))


def length_text(length: Length) -> str:
    n = length.count
    texts = {
        Unit.HOURS: ngettext("%(count)d uur", "%(count)d uur", n),
        Unit.DAYS: ngettext("%(count)d dag", "%(count)d dagen", n),
        Unit.WORKING_DAYS: ngettext("%(count)d werkdag", "%(count)d werkdagen", n),
        Unit.WEEKS: ngettext("%(count)d week", "%(count)d weken", n),
        Unit.MONTHS: ngettext("%(count)d maand", "%(count)d maanden", n),
    }
    return texts[length.unit] % {"count": n}


def question_text(asked: AskedQuestion) -> str:
    """The question with all that is set about it."""
    kind = str(QUESTION_KINDS.get(asked.kind, asked.kind)).lower()
    if asked.choices:
        kind += ": " + ", ".join(f"{label} ({value})" for value, label in asked.choices)
    must = _("verplicht") if asked.is_required else _("niet verplicht")
    return f"{asked.question} ({kind}; {must})"


def text_of(name: str, value: Any, grounds: Grounds) -> str:
    """A part of a formule as one line; empty when it says nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, Length):
        return length_text(value)
    if isinstance(value, Retention | Reuse):
        return _kept_for(value)
    if isinstance(value, tuple):
        return "; ".join(text_of(name, one, grounds) for one in value)
    if name.endswith("_ground"):
        return grounds.get(value, str(value))
    if name in ("request", "owner"):
        return str((REQUESTS | ROLES).get(value, value))
    return str(value)


def _kept_for(value: Retention | Reuse) -> str:
    if isinstance(value, Retention):
        return f"{length_text(value.length)} ({value.source})"
    told = {"years": value.years, "day": value.valid_from, "source": value.source}
    return _("%(years)d jaar, vanaf %(day)s (%(source)s)") % told
