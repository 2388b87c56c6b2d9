"""What a gemeente may set differently from the formule: few things, each declared here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from casework.throughput import labels
from workflows.formules.formule import Formule
from workflows.formules.shape import is_length
from workflows.formules.wording import length_text
from workflows.terms import Length


class Sort(StrEnum):
    LENGTH = "length"
    NUMBER = "int"
    CHOICE = "choice"


@dataclass(frozen=True)
class Adjustable:
    """`step` is whose term it is, for a term; `title` names what is no term."""

    theme: str
    sort: Sort = Sort.LENGTH
    step: str = ""
    code: str = ""
    title: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()

    @property
    def name(self) -> str:
        return f"{self.theme}-{self.step or self.code}"

    @property
    def label(self) -> str:
        if self.step:
            told = {"step": labels.step_title(self.theme, self.step)}
            return _("Termijn van “%(step)s”") % told
        return str(self.title)

    def default(self, formule: Formule) -> str:
        """What the formule says, as it is written; empty when it says nothing of it."""
        term = formule.terms.get(self.step)
        return str(term.length) if term else ""

    def shown(self, value: str) -> str:
        if self.sort == Sort.LENGTH and is_length(value):
            return length_text(Length.parse(value))
        return str(dict(self.choices).get(value, value))


def _terms(theme: str, *steps: str) -> tuple[Adjustable, ...]:
    return tuple(Adjustable(theme, step=step) for step in steps)


DECLARED: tuple[Adjustable, ...] = (
    *_terms("hennep", "weigh", "close_round", "choose_measure", "hear", "decide", "evaluate"),
)
"""Agreed terms of the gemeente's own work; a statutory term is nobody's to set."""

BY_NAME = {one.name: one for one in DECLARED}
