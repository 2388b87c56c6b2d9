"""Fill a form in with what the case already tells this actor; that is a look, and on record."""

from datetime import datetime
from typing import Any

from casework.models import Contribution, Subject, SubjectKind
from casework.services import contributions, subjects
from partners.actor import Actor
from workflows.models import Step

FROM_REPORT = ("found_on", "premises", "substance")


def initial_for(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    """What this step's node takes over, if anything."""
    prefill = step.flow_task.prefill
    return prefill(step, actor, at) if prefill else {}


def from_report(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    """What the weighing takes over from politie: the find and the address."""
    return _from_report(step, actor, at) | _from_premises(step, actor, at)


def _from_report(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    visible = Contribution.objects.visible_to(actor).filter(case=step.case, kind="report")
    report = visible.select_related("case").last()
    if report is None:
        return {}
    contributions.note_reading(contribution=report, actor=actor, at=at)
    told = {item["name"]: item["value"] for item in report.content}
    return {name: told[name] for name in FROM_REPORT if name in told}


def _from_premises(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    visible = Subject.objects.visible_to(actor).filter(case=step.case, kind=SubjectKind.PREMISES)
    premises = visible.select_related("case").first()
    if premises is None:
        return {}
    subjects.note_reading(subject=premises, actor=actor, at=at)
    return {"address": premises.label}
