"""The invitation takes over from the report whom it is about; that is a look, and on record."""

from datetime import datetime
from typing import Any

from casework.models import Subject, SubjectKind
from casework.services import subjects
from partners.actor import Actor
from workflows.models import Step


def person(step: Step, actor: Actor, at: datetime) -> dict[str, Any]:
    people = Subject.objects.visible_to(actor).filter(case=step.case, kind=SubjectKind.PERSON)
    found = people.select_related("case").first()
    if found is None:
        return {}
    subjects.note_reading(subject=found, actor=actor, at=at)
    return {"person": found.label}
