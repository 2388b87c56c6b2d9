"""What is wrong with a formule for its theme, in Dutch and all at once."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.disclosing_policies import is_under_39f
from casework.models import Request
from casework.throughput import labels
from partners.acting import moment
from partners.models import Ground, Kind, Role
from workflows.flows import FLOWS
from workflows.formules.catalogue import answers_needed, steps_of, things_of
from workflows.formules.formule import (
    AskedPartner,
    AskedQuestion,
    CaseTerm,
    Formule,
    Sharing,
    StepTerm,
)
from workflows.formules.shape import shape_mistakes
from workflows.formules.wording import (
    QUESTION_KINDS,
    field_label,
    kind_label,
    receiver_label,
    thing_label,
)

MOST = {
    "title": 120,
    "ground": 80,
    "purpose": 300,
    "necessity": 600,
    "conditions": 300,
    "indicator": 160,
}
"""What the case keeps of it: longer texts would not fit there."""


def mistakes(content: Any, theme: str) -> list[str]:
    """Empty when the formule may be adopted for `theme`."""
    if theme not in FLOWS:
        return [_("Het thema “%(theme)s” bestaat hier niet.") % {"theme": theme}]
    found = shape_mistakes(Formule, content, _("Formule"))
    if not isinstance(content, dict):
        return found
    found += _whole(content)
    partners = list(_parts(AskedPartner, content.get("partners"), found))
    sharings = list(_parts(Sharing, content.get("sharings"), found))
    found += _partners(partners)
    found += _sharings(sharings, theme, {one["kind"] for one in partners})
    found += _terms(content.get("terms"), theme)
    found += _case_terms(content.get("case_terms", {}))
    return found


def _whole(content: dict[str, Any]) -> Iterator[str]:
    where = _("Formule")
    yield from _filled(content, ("title", "ground"), where)
    indicators = content.get("indicators")
    if isinstance(indicators, list) and not any(_is_filled(one) for one in indicators):
        yield _("Formule: noem ten minste één resultaat; anders is er niets om te evalueren.")
    for one in indicators if isinstance(indicators, list) else []:
        if isinstance(one, str) and len(one) > MOST["indicator"]:
            yield _("Formule: een resultaat is te lang (hoogstens %(most)d tekens).") % {
                "most": MOST["indicator"]
            }
    quorum, partners = content.get("quorum", 0), content.get("partners")
    if isinstance(quorum, int) and isinstance(partners, list) and quorum > len(partners):
        yield _("Formule: het quorum is groter dan het aantal partners.")


def _parts(part: type[Any], given: Any, found: list[str]) -> Iterator[dict[str, Any]]:
    """Those that can be judged further; what is wrong with the rest is added to `found`."""
    for number, one in enumerate(given if isinstance(given, list) else [], 1):
        wrong = shape_mistakes(part, one, _place(part, one, number))
        found += wrong
        if not wrong:
            yield one


def _place(part: type[Any], one: Any, number: int) -> str:
    told = one if isinstance(one, dict) else {}
    if part is AskedPartner:
        return _("Partner %(number)d (%(kind)s)") % {
            "number": number,
            "kind": kind_label(str(told.get("kind", "?"))),
        }
    return _("Verstrekking %(number)d (%(thing)s)") % {
        "number": number,
        "thing": thing_label(str(told.get("thing", "?"))),
    }


def _partners(partners: list[dict[str, Any]]) -> Iterator[str]:
    kinds = [one["kind"] for one in partners]
    for number, one in enumerate(partners, 1):
        where = _place(AskedPartner, one, number)
        if one["kind"] not in Kind.values:
            yield _("%(where)s: deze soort partner is onbekend.") % {"where": where}
        if kinds.count(one["kind"]) > 1 and kinds.index(one["kind"]) == number - 1:
            yield _("%(where)s: deze soort partner staat er meer dan eens.") % {"where": where}
        if one["request"] not in Request.Kind.values:
            yield _("%(where)s: dit soort verzoek is onbekend.") % {"where": where}
        yield from _filled(one, ("question",), where)
        yield from _questions(one.get("questions", []), where)


def _questions(asked: list[Any], where: str) -> Iterator[str]:
    names = [one.get("name") for one in asked if isinstance(one, dict)]
    for number, one in enumerate(asked, 1):
        here = _("%(where)s, extra vraag %(number)d") % {"where": where, "number": number}
        wrong = shape_mistakes(AskedQuestion, one, here)
        yield from wrong
        if wrong:
            continue
        yield from _filled(one, ("name", "question"), here)
        if names.count(one["name"]) > 1:
            yield _("%(where)s: deze naam staat er meer dan eens.") % {"where": here}
        kind, choices = one.get("kind", "text"), one.get("choices", [])
        if kind not in QUESTION_KINDS:
            yield _("%(where)s: dit soort vraag is onbekend.") % {"where": here}
        if kind == "choice" and len({value for value, _label in choices}) < 2:
            yield _("%(where)s: geef ten minste twee keuzes.") % {"where": here}
        if kind != "choice" and choices:
            yield _("%(where)s: alleen een keuzevraag heeft keuzes.") % {"where": here}


def _sharings(sharings: list[dict[str, Any]], theme: str, kinds: set[str]) -> Iterator[str]:
    known = things_of(theme)
    grounds = {
        one.code: one for one in Ground.objects.in_force(timezone.localdate(moment())).iterator()
    }
    for number, one in enumerate(sharings, 1):
        where = _place(Sharing, one, number)
        if one["thing"] not in known:
            yield _("%(where)s: geen stap van dit thema verstrekt dit.") % {"where": where}
        if one["to"] not in {"lead", "asked", "reporter", *Kind.values}:
            yield _("%(where)s: de ontvanger “%(to)s” is onbekend.") % {
                "where": where,
                "to": receiver_label(one["to"]),
            }
        yield from _filled(one, ("purpose", "necessity"), where)
        yield from _short_enough(one, "conditions", where)
        yield from _grounds(one, grounds, where)
    shared = {one["thing"] for one in sharings}
    for thing in sorted(answers_needed(theme, kinds) - shared):
        yield _(
            "Verstrekkingen: %(thing)s ontbreekt; de stap die dit verstrekt kan niet zonder."
        ) % {"thing": thing_label(thing)}


def _grounds(one: dict[str, Any], grounds: dict[str, Ground], where: str) -> Iterator[str]:
    sender, receiver = grounds.get(one["sender_ground"]), grounds.get(one["receiver_ground"])
    if sender is not None and is_under_39f(sender) and one["to"] == "asked":
        yield _(
            "%(where)s: het OM weegt elke ontvanger apart (Wjsg art. 39f); noem er één, of laat "
            "de verstrekking weg."
        ) % {"where": where}
    for code, ground in ((one["sender_ground"], sender), (one["receiver_ground"], receiver)):
        if ground is None:
            yield _("%(where)s: de grondslag “%(code)s” is onbekend of geldt niet meer.") % {
                "where": where,
                "code": code,
            }
    if sender is not None and not sender.is_for_sending:
        yield _("%(where)s: %(article)s is geen grondslag om te verstrekken.") % {
            "where": where,
            "article": sender.article,
        }
    if receiver is not None and not receiver.is_for_receiving:
        yield _("%(where)s: %(article)s is geen grondslag om te ontvangen.") % {
            "where": where,
            "article": receiver.article,
        }


def _terms(terms: Any, theme: str) -> Iterator[str]:
    if not isinstance(terms, dict):
        return
    steps = steps_of(theme)
    for name, given in terms.items():
        where = _("Termijn van “%(step)s”") % {"step": labels.step_title(theme, str(name))}
        wrong = shape_mistakes(StepTerm, given, where)
        yield from wrong
        if name not in steps:
            yield _("%(where)s: dit thema kent deze stap niet.") % {"where": where}
        if not wrong:
            yield from _sourced(given, where)
    for name, step in steps.items():
        if step.needs_term and name not in terms:
            yield _("Termijn van “%(step)s” ontbreekt: zonder is de stap nooit te laat.") % {
                "step": labels.step_title(theme, name)
            }


def _case_terms(terms: Any) -> Iterator[str]:
    if not isinstance(terms, dict):
        return
    for code, given in terms.items():
        where = _("Termijn van de zaak “%(code)s”") % {"code": code}
        wrong = shape_mistakes(CaseTerm, given, where)
        yield from wrong
        if wrong:
            continue
        yield from _filled(given, ("title",), where)
        yield from _sourced(given, where)
        if given.get("owner", Role.COORDINATOR) not in Role.values:
            yield _("%(where)s: de rol die bewaakt is onbekend.") % {"where": where}


def _sourced(term: dict[str, Any], where: str) -> Iterator[str]:
    if _is_filled(term["source"]):
        return
    if term["is_statutory"]:
        yield _("%(where)s: noem het wetsartikel; een wettelijke termijn heeft een bron.") % {
            "where": where
        }
    else:
        yield _("%(where)s: noem de bron, zoals “Afspraak in de regio”.") % {"where": where}


def _filled(given: dict[str, Any], names: Iterable[str], where: str) -> Iterator[str]:
    for name in names:
        if isinstance(given.get(name), str) and not _is_filled(given[name]):
            yield _("%(where)s: vul “%(name)s” in.") % {"where": where, "name": field_label(name)}
        yield from _short_enough(given, name, where)


def _short_enough(given: dict[str, Any], name: str, where: str) -> Iterator[str]:
    if name in MOST and isinstance(given.get(name), str) and len(given[name]) > MOST[name]:
        yield _("%(where)s: “%(name)s” is te lang (hoogstens %(most)d tekens).") % {
            "where": where,
            "name": field_label(name),
            "most": MOST[name],
        }


def _is_filled(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
