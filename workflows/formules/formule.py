"""What a formule says, read from its stored content."""

from dataclasses import dataclass, field
from typing import Any

from workflows.terms import Length


@dataclass(frozen=True)
class AskedPartner:
    """A partner kind that is asked, what for, and what it may know of the premises."""

    kind: str
    request: str
    term: Length
    question: str
    has_overview: bool


@dataclass(frozen=True)
class Sharing:
    """One disclosure that a step proposes: of which contribution, to whom, on which grounds."""

    thing: str
    to: str
    purpose: str
    sender_ground: str
    receiver_ground: str
    necessity: str
    conditions: str


@dataclass(frozen=True)
class StepTerm:
    length: Length
    is_statutory: bool
    source: str


@dataclass(frozen=True)
class Formule:
    title: str
    ground: str
    partners: tuple[AskedPartner, ...]
    sharings: tuple[Sharing, ...]
    terms: dict[str, StepTerm] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()

    @classmethod
    def read(cls, content: dict[str, Any]) -> "Formule":
        """
        :raises KeyError: when a part is missing.
        :raises ValueError: when a term is not a length.
        """
        return cls(
            title=content["title"],
            ground=content["ground"],
            partners=tuple(
                AskedPartner(**{**one, "term": Length.parse(one["term"])})
                for one in content["partners"]
            ),
            sharings=tuple(Sharing(**one) for one in content["sharings"]),
            terms={
                node: StepTerm(Length.parse(term["length"]), term["is_statutory"], term["source"])
                for node, term in content["terms"].items()
            },
            indicators=tuple(content["indicators"]),
        )

    def partner(self, kind: str) -> AskedPartner | None:
        return next((one for one in self.partners if one.kind == kind), None)

    def sharings_of(self, thing: str) -> list[Sharing]:
        return [one for one in self.sharings if one.thing == thing]
