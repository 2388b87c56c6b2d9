"""Move running cases to another version of their formule, and back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from partners.acting import engine_sees
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require
from workflows.formules import actions
from workflows.models import CaseProcess, FormuleVersion, Move
from workflows.moving.rehearsal import (
    rehearse,
    why_not_move,
    why_not_move_cases,
    why_not_undo,
)

MOST = 50
"""So many at once at most: each is locked, and the page should answer soon."""


@dataclass
class Moved:
    """What became of a batch: references that went along, and those that did not with why."""

    batch: UUID
    done: list[str] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


@transaction.atomic
def move(*, references: Iterable[str], target: FormuleVersion, actor: Actor, at: datetime) -> Moved:
    """Running terms stay as they were; what comes next follows the new version.

    :raises Refused: when the actor does not lead them, or the target does not hold there.
    """
    require(why_not_move_cases(actor, target), object_type="formuleversion", object_id=target.pk)
    wanted = set(list(references)[:MOST])
    moved = Moved(uuid4())
    for candidate in rehearse(actor, target):
        if candidate.process.case.reference in wanted:
            _move(candidate.process, target, moved, actor, at)
    return moved


def _move(
    process: CaseProcess, target: FormuleVersion, moved: Moved, actor: Actor, at: datetime
) -> None:
    reference = process.case.reference
    with engine_sees(process.case_id), process.flow_class.lock(process.pk):
        process.refresh_from_db(fields=["formule_version"])
        process.case.refresh_from_db(fields=["closed_at"])
        if (why_not := why_not_move(process, target)) is not None:
            moved.left.append((reference, why_not))
            return
        before = process.formule_version
        process.formule_version = target
        process.save(update_fields=["formule_version"])
    row = Move.objects.create(
        batch=moved.batch,
        case=process.case,
        from_version=before,
        to_version=target,
        moved_by=actor.membership,
        moved_at=at,
    )
    record(actions.CASE_MOVED, actor=actor, at=at, thing=row, case_reference=reference)
    moved.done.append(reference)


@transaction.atomic
def undo(*, batch: UUID, actor: Actor, at: datetime) -> Moved:
    """Back to the version that each came from, where that still can be."""
    undone = Moved(batch)
    rows = Move.objects.filter(batch=batch, undone_at=None, case__lead=actor.organisation_id)
    for row in rows.select_related("case__process", "from_version", "to_version"):
        process = row.case.process
        with engine_sees(row.case_id), process.flow_class.lock(process.pk):
            process.refresh_from_db(fields=["formule_version"])
            if (why_not := why_not_undo(process, row.to_version_id)) is not None:
                undone.left.append((row.case.reference, why_not))
                continue
            process.formule_version = row.from_version
            process.save(update_fields=["formule_version"])
        row.undone_by, row.undone_at = actor.membership, at
        row.save(update_fields=["undone_by", "undone_at"])
        record(
            actions.MOVE_UNDONE, actor=actor, at=at, thing=row, case_reference=row.case.reference
        )
        undone.done.append(row.case.reference)
    return undone
