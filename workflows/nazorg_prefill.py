"""Fill the forms of nazorg in with what the case tells the gemeente; a look, and on record."""

from datetime import datetime
from typing import Any

from casework.models import Contribution, Subject, SubjectKind
from casework.services import contributions, subjects
from partners.actor import Actor
from workflows.forms.nazorg.conditions import CONDITIONS
from workflows.kept import kept
from workflows.models import Step


def from_report(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    """The start plan takes over who it is, when the release is, and what was screened."""
    found: dict[str, Any] = {}
    visible = Contribution.objects.visible_to(actor).filter(case=step.case)
    for told in visible.filter(kind__in=("signal", "screening")).select_related("case"):
        contributions.note_reading(contribution=told, actor=actor, at=at)
        found |= {item["name"]: item["value"] for item in told.content}
    people = Subject.objects.visible_to(actor).filter(case=step.case, kind=SubjectKind.PERSON)
    person = people.select_related("case").first()
    if person is not None:
        subjects.note_reading(subject=person, actor=actor, at=at)
        found["person"] = person.label
    return {name: one for name, one in found.items() if _is_taken_over(name)}


def from_start_plan(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    """What the gemeente put in itself: no look at another's."""
    plan = kept(step.case, "start-plan")
    needs = {f"{one}_need": plan[f"{one}_action"] for one in CONDITIONS if f"{one}_action" in plan}
    return {name: one for name, one in plan.items() if _is_taken_over(name)} | needs


def _is_taken_over(name: str) -> bool:
    condition, _, part = name.partition("_")
    asked = condition in CONDITIONS and part in ("status", "action")
    return asked or name in ("person", "release_on")
