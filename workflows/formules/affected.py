"""For whom a change of a formule makes a difference: per kind of partner and per role."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from partners.models import Kind, Role
from workflows.formules.catalogue import StepOfTheme, steps_of
from workflows.formules.difference import Change, Part
from workflows.formules.wording import ROLES, kind_label

HOLDERS = {"lead": Kind.GEMEENTE}


@dataclass(frozen=True)
class Concerned:
    """`who` is a kind of partner, with the role where a step is for one role alone."""

    who: str
    changes: list[Change] = field(default_factory=list)


def for_whom(theme: str, changes: Iterable[Change]) -> list[Concerned]:
    """Everyone first, then by name; a change for two stands under both."""
    steps = steps_of(theme)
    everyone = _("Iedereen die aan dit thema werkt")
    found: dict[str, Concerned] = {}
    for change in changes:
        for who in dict.fromkeys(_concerned(change, steps)) or [everyone]:
            found.setdefault(who, Concerned(who)).changes.append(change)
    return sorted(found.values(), key=lambda one: (one.who != everyone, one.who))


def _concerned(change: Change, steps: dict[str, StepOfTheme]) -> list[str]:
    if change.part == Part.PARTNER and change.about:
        return [kind_label(change.about)]
    if change.part == Part.SHARING and change.about:
        givers = [_holder(one) for one in steps.values() if change.about in one.shares]
        return [*givers, _receiver(change.to)]
    if change.part == Part.TERM and change.about in steps:
        return [_holder(steps[change.about])]
    if change.part == Part.CASE_TERM:
        return [_of(kind_label(Kind.GEMEENTE), Role.COORDINATOR)]
    return []


def _holder(step: StepOfTheme) -> str:
    if step.holder == "asked":
        return _of(_("Gevraagde partners"), step.role)
    return _of(kind_label(HOLDERS.get(step.holder, step.holder)), step.role)


def _receiver(to: str) -> str:
    if to == "asked":
        return _("Gevraagde partners")
    return kind_label(Kind.GEMEENTE if to == "lead" else to)


def _of(partner: str, role: Role) -> str:
    return _("%(partner)s: %(role)s") % {"partner": partner, "role": ROLES[role]}
