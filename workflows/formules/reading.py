"""A formule as a page reads it: each part in words, nothing left to decode."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workflows.formules.affected import HOLDERS
from workflows.formules.catalogue import steps_of
from workflows.formules.formule import AskedPartner, Formule
from workflows.formules.offer import articles, in_order
from workflows.formules.wording import (
    REQUESTS,
    ROLES,
    kind_label,
    length_text,
    question_text,
    receiver_label,
    thing_label,
)


@dataclass(frozen=True)
class ReadPartner:
    name: str
    request: str
    term: str
    asked: AskedPartner
    questions: list[str]


@dataclass(frozen=True)
class ReadSharing:
    thing: str
    receiver: str
    purpose: str
    sender_ground: str
    receiver_ground: str
    necessity: str
    conditions: str


@dataclass(frozen=True)
class ReadTerm:
    title: str
    who: str
    length: str
    term: Any


@dataclass(frozen=True)
class Reading:
    formule: Formule
    partners: list[ReadPartner] = field(default_factory=list)
    sharings: list[ReadSharing] = field(default_factory=list)
    terms: list[ReadTerm] = field(default_factory=list)
    case_terms: list[ReadTerm] = field(default_factory=list)


def reading(theme: str, formule: Formule) -> Reading:
    grounds = articles()
    return Reading(
        formule=formule,
        partners=[_partner(one) for one in formule.partners],
        sharings=_sharings(formule, grounds),
        terms=_terms(theme, formule),
        case_terms=[
            ReadTerm(one.title, str(ROLES.get(one.owner, one.owner)), length_text(one.length), one)
            for one in formule.case_terms.values()
        ],
    )


def _partner(asked: AskedPartner) -> ReadPartner:
    return ReadPartner(
        name=kind_label(asked.kind),
        request=str(REQUESTS.get(asked.request, asked.request)),
        term=length_text(asked.term),
        asked=asked,
        questions=[question_text(one) for one in asked.questions],
    )


def _sharings(formule: Formule, grounds: Mapping[str, str]) -> list[ReadSharing]:
    return [
        ReadSharing(
            thing=thing_label(one.thing),
            receiver=receiver_label(one.to),
            purpose=one.purpose,
            sender_ground=grounds.get(one.sender_ground, one.sender_ground),
            receiver_ground=grounds.get(one.receiver_ground, one.receiver_ground),
            necessity=one.necessity,
            conditions=one.conditions,
        )
        for one in formule.sharings
    ]


def _terms(theme: str, formule: Formule) -> list[ReadTerm]:
    """In the order of the process; of a step that the flow lost the name is all there is."""
    steps = steps_of(theme)
    lost = [name for name in formule.terms if name not in steps]
    found = []
    for name in [*in_order(theme), *lost]:
        term = formule.terms.get(name)
        if term is None:
            continue
        step = steps.get(name)
        who = f"{_holder(step.holder)}: {ROLES[step.role]}" if step else ""
        found.append(
            ReadTerm(str(step.title) if step else name, who, length_text(term.length), term)
        )
    return found


def _holder(holder: str) -> str:
    if holder == "asked":
        return receiver_label("asked").capitalize()
    return kind_label(HOLDERS.get(holder, holder))
