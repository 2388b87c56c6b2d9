"""What a formule says, read from its stored content."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflows.terms import Length


@dataclass(frozen=True)
class AskedQuestion:
    """A question that a partner answers beside its answer proper.

    `kind` is text, yes_no, day or choice; `choices` are value and label, for a choice alone.
    """

    name: str
    question: str
    kind: str = "text"
    choices: tuple[tuple[str, str], ...] = ()
    is_required: bool = True

    @classmethod
    def read(cls, content: dict[str, Any]) -> "AskedQuestion":
        choices = tuple((value, label) for value, label in content.get("choices", []))
        return cls(**{**content, "choices": choices})


@dataclass(frozen=True)
class AskedPartner:
    """A partner kind that is asked, what for, with what it takes part, and what it may know.

    One that `is_optional` is asked only where somebody chooses it, and only where it has a desk.
    `people`, `means` and `hours` are what the partner pledged for a case; `documents` what it
    brings.
    """

    kind: str
    request: str
    term: Length
    question: str
    has_overview: bool
    is_optional: bool = False
    questions: tuple[AskedQuestion, ...] = ()
    documents: tuple[str, ...] = ()
    people: str = ""
    means: str = ""
    hours: int | None = None

    @classmethod
    def read(cls, content: dict[str, Any]) -> "AskedPartner":
        return cls(
            **{
                **content,
                "term": Length.parse(content["term"]),
                "questions": tuple(AskedQuestion.read(one) for one in content.get("questions", [])),
                "documents": tuple(content.get("documents", [])),
            }
        )


@dataclass(frozen=True)
class Sharing:
    """One disclosure that a step proposes: of which contribution, to whom, on which grounds.

    `is_named` gives it to those alone who are cleared for the theme at the receiver.
    """

    thing: str
    to: str
    purpose: str
    sender_ground: str
    receiver_ground: str
    necessity: str
    conditions: str
    is_named: bool = False


@dataclass(frozen=True)
class StepTerm:
    """`is_backward` counts back from a day that the case sets, such as the day of an event."""

    length: Length
    is_statutory: bool
    source: str
    is_backward: bool = False
    is_exempt: bool = False

    @classmethod
    def read(cls, content: dict[str, Any]) -> "StepTerm":
        return cls(**{**content, "length": Length.parse(content["length"])})


@dataclass(frozen=True)
class CaseTerm:
    """A term of the case itself, such as that of the decision; it may pause and be extended.

    `most_pause` bounds all pauses together, `extension` is granted once, `warn_days` are the days
    before the end on which its owner (a role at the lead) is warned.
    """

    length: Length
    is_statutory: bool
    source: str
    title: str
    owner: str = "coordinator"
    is_exempt: bool = False
    extension: Length | None = None
    most_pause: Length | None = None
    warn_days: tuple[int, ...] = (14, 3)

    @classmethod
    def read(cls, content: dict[str, Any]) -> "CaseTerm":
        lengths = {
            name: Length.parse(content[name])
            for name in ("length", "extension", "most_pause")
            if content.get(name)
        }
        warned = {"warn_days": tuple(content["warn_days"])} if "warn_days" in content else {}
        return cls(**{**content, **lengths, **warned})


@dataclass(frozen=True)
class Retention:
    """How long after the decision its papers are kept, to the day, and then destroyed."""

    length: Length
    source: str

    @classmethod
    def read(cls, content: dict[str, Any]) -> "Retention":
        return cls(**{**content, "length": Length.parse(content["length"])})


@dataclass(frozen=True)
class Reuse:
    """For how many years an advice given since `valid_from` may be used for another decision."""

    years: int
    valid_from: date
    source: str

    @classmethod
    def read(cls, content: dict[str, Any]) -> "Reuse":
        return cls(**{**content, "valid_from": date.fromisoformat(content["valid_from"])})


@dataclass(frozen=True)
class Formule:
    """`quorum` tells how many of the asked must be present or have answered; 0 is none.

    `areas` are the parts of life that a plan goes by: a name for the field, and what it is called.
    """

    title: str
    ground: str
    partners: tuple[AskedPartner, ...]
    sharings: tuple[Sharing, ...]
    terms: dict[str, StepTerm] = field(default_factory=dict)
    case_terms: dict[str, CaseTerm] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()
    quorum: int = 0
    retention: Retention | None = None
    advice_reuse: tuple[Reuse, ...] = ()
    areas: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, content: dict[str, Any]) -> "Formule":
        """
        :raises KeyError: when a part is missing.
        :raises TypeError: when a part has a word that is not known.
        :raises ValueError: when a term is not a length.
        """
        return cls(
            title=content["title"],
            ground=content["ground"],
            partners=tuple(AskedPartner.read(one) for one in content["partners"]),
            sharings=tuple(Sharing(**one) for one in content["sharings"]),
            terms={node: StepTerm.read(term) for node, term in content["terms"].items()},
            case_terms={
                code: CaseTerm.read(term) for code, term in content.get("case_terms", {}).items()
            },
            indicators=tuple(content["indicators"]),
            quorum=content.get("quorum", 0),
            retention=Retention.read(content["retention"]) if "retention" in content else None,
            advice_reuse=tuple(Reuse.read(one) for one in content.get("advice_reuse", [])),
            areas=tuple((name, label) for name, label in content.get("areas", [])),
        )

    def partner(self, kind: str) -> AskedPartner | None:
        return next((one for one in self.partners if one.kind == kind), None)

    def reuse_of(self, given_on: date) -> Reuse | None:
        """The rule that held on the day on which the advice was given."""
        held = [one for one in self.advice_reuse if one.valid_from <= given_on]
        return max(held, key=lambda one: one.valid_from, default=None)

    def sharings_of(self, thing: str) -> list[Sharing]:
        return [one for one in self.sharings if one.thing == thing]
