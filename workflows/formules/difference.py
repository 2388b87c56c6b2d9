"""What differs between two formules, as a list that a reader understands; nothing is left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from casework.throughput import labels
from workflows.formules.formule import AskedPartner, AskedQuestion, Formule, Sharing
from workflows.formules.wording import (
    Grounds,
    field_label,
    kind_label,
    question_text,
    receiver_label,
    text_of,
    thing_label,
)

Key = tuple[str, int]
"""By what a part is recognised in the other formule, and which of several alike it is."""


class Part(StrEnum):
    GENERAL = "general"
    PARTNER = "partner"
    SHARING = "sharing"
    TERM = "term"
    CASE_TERM = "case_term"


@dataclass(frozen=True)
class Change:
    """`about` is the kind of partner, the step, or what is shared; `to` its receiver.

    `title` names that for a reader, `what` the field; `old` is empty for what is new, and `new` for
    what is gone.
    """

    part: Part
    about: str
    title: str
    what: str
    old: str
    new: str
    to: str = ""

    @property
    def sentence(self) -> str:
        told = {"what": self.what, "old": self.old, "new": self.new}
        if self.old and self.new:
            return _("%(what)s: was “%(old)s”, wordt “%(new)s”") % told
        if self.new:
            return _("%(what)s: nieuw, “%(new)s”") % told
        if self.old:
            return _("%(what)s: vervalt, was “%(old)s”") % told
        return _("%(what)s: gewijzigd") % told


def changes(
    old: Formule, new: Formule, *, theme: str = "", grounds: Grounds | None = None
) -> list[Change]:
    """In the order of a formule: the whole, its partners, what is shared, its terms.

    `theme` gives steps their titles, `grounds` gives codes their articles.
    """
    teller = _Teller(theme, grounds or {})
    return [
        *teller.general(old, new),
        *teller.partners(old.partners, new.partners),
        *teller.sharings(old.sharings, new.sharings),
        *teller.terms(Part.TERM, old.terms, new.terms),
        *teller.terms(Part.CASE_TERM, old.case_terms, new.case_terms),
    ]


@dataclass(frozen=True)
class _Teller:
    theme: str
    grounds: Grounds

    def general(self, old: Formule, new: Formule) -> Iterator[Change]:
        apart = ("partners", "sharings", "terms", "case_terms")
        here = (Part.GENERAL, "", _("Hele formule"))
        yield from self._fields(here, old, new, leave=apart)

    def partners(
        self, old: Sequence[AskedPartner], new: Sequence[AskedPartner]
    ) -> Iterator[Change]:
        before, after = _keyed(old, _kind), _keyed(new, _kind)
        for key in _either(before, after):
            here = (Part.PARTNER, key[0], kind_label(key[0]))
            one, other = before.get(key), after.get(key)
            if one and other:
                yield from self._fields(here, one, other, leave=("kind", "questions"))
                yield from self._questions(here, one.questions, other.questions)
            else:
                yield self._whole(here, _("Doet mee"), one, other)
        if _moved(before, after):
            yield self._order((Part.PARTNER, "", _("Partners")), before, after, kind_label)

    def sharings(self, old: Sequence[Sharing], new: Sequence[Sharing]) -> Iterator[Change]:
        before, after = _keyed(old, _route), _keyed(new, _route)
        for key in _either(before, after):
            one, other = before.get(key), after.get(key)
            thing, _sign, to = key[0].partition(">")
            title = _("%(thing)s, aan %(receiver)s") % {
                "thing": capfirst(thing_label(thing)),
                "receiver": receiver_label(to),
            }
            here = (Part.SHARING, thing, title)
            if one and other:
                yield from self._fields(here, one, other, leave=("thing", "to"), to=to)
            else:
                yield self._whole(here, _("Wordt verstrekt"), one, other, to=to)
        if _moved(before, after):
            here = (Part.SHARING, "", _("Verstrekkingen"))
            yield self._order(here, before, after, lambda key: key.replace(">", " → "))

    def terms(self, part: Part, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        for about in dict.fromkeys([*old, *new]):
            one, other = old.get(about), new.get(about)
            here = (part, about, self._step(about) if part == Part.TERM else _case_term(one, other))
            if one and other:
                yield from self._fields(here, one, other)
            else:
                yield self._whole(here, _("Termijn"), one, other)

    def _step(self, node: str) -> str:
        return labels.step_title(self.theme, node)

    def _fields(
        self,
        here: tuple[Part, str, str],
        old: Any,
        new: Any,
        *,
        leave: tuple[str, ...] = (),
        to: str = "",
    ) -> Iterator[Change]:
        """Every field of the dataclass that differs: a new one cannot be forgotten here."""
        for one in fields(old):
            before, after = getattr(old, one.name), getattr(new, one.name)
            if one.name not in leave and before != after:
                was, becomes = (text_of(one.name, value, self.grounds) for value in (before, after))
                yield Change(*here, field_label(one.name), was, becomes, to)

    def _questions(
        self,
        here: tuple[Part, str, str],
        old: Sequence[AskedQuestion],
        new: Sequence[AskedQuestion],
    ) -> Iterator[Change]:
        before, after = _keyed(old, _name), _keyed(new, _name)
        for key in _either(before, after):
            one, other = before.get(key), after.get(key)
            if one != other:
                was, becomes = (question_text(asked) if asked else "" for asked in (one, other))
                yield Change(*here, _("Extra vraag"), was, becomes)
        if _moved(before, after):
            yield self._order(here, before, after, str)

    def _whole(
        self, here: tuple[Part, str, str], what: str, old: Any, new: Any, *, to: str = ""
    ) -> Change:
        was, becomes = (_summary(one, self.grounds) if one else "" for one in (old, new))
        return Change(*here, what, was, becomes, to)

    def _order(
        self,
        here: tuple[Part, str, str],
        old: Iterable[Key],
        new: Iterable[Key],
        label: Callable[[str], str],
    ) -> Change:
        was, becomes = (", ".join(label(name) for name, _n in keys) for keys in (old, new))
        return Change(*here, _("Volgorde"), was, becomes)


def _summary(one: Any, grounds: Grounds) -> str:
    """A part that came or went, with all that it says."""
    told = [
        f"{field_label(field.name).lower()} {text}"
        for field in fields(one)
        if field.name not in ("kind", "thing", "to", "questions")
        and (text := text_of(field.name, getattr(one, field.name), grounds))
    ]
    asked = [question_text(question) for question in getattr(one, "questions", ())]
    return "; ".join(told + asked)


def _case_term(old: Any, new: Any) -> str:
    return str((new or old).title)


def _keyed(parts: Sequence[Any], name: Callable[[Any], str]) -> dict[Key, Any]:
    seen: Counter[str] = Counter()
    found = {}
    for one in parts:
        found[name(one), seen[name(one)]] = one
        seen[name(one)] += 1
    return found


def _either(old: dict[Key, Any], new: dict[Key, Any]) -> list[Key]:
    return list(dict.fromkeys([*old, *new]))


def _moved(old: dict[Key, Any], new: dict[Key, Any]) -> bool:
    return [key for key in old if key in new] != [key for key in new if key in old]


def _kind(partner: AskedPartner) -> str:
    return partner.kind


def _route(sharing: Sharing) -> str:
    return f"{sharing.thing}>{sharing.to}"


def _name(asked: AskedQuestion) -> str:
    return asked.name
