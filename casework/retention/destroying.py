"""Carry out what two approved: a transaction a line, so that whoever starts again goes on."""

import logging
from datetime import datetime
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction

from casework.models import DestructionLine, FileRemoval
from casework.retention import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Membership

logger = logging.getLogger(__name__)


def destroy_all(at: datetime) -> int:
    """Every line that waits, in the name of who approved it; returns how many are gone."""
    count = 0
    for line, membership in _waiting():
        signer = Membership.objects.select_related("person", "organisation").get(pk=membership)
        try:
            count += destroy(line=line, actor=Actor(signer), at=at)
        except DatabaseError:
            # The others do not wait for it; the next round tries it again.
            logger.exception("A line of a list of destruction could not be carried out: %s", line)
    # First what hangs on the rows that just went: a round that fails to forget leaves no file.
    remove_files()
    forget_lapsed()
    return count


def destroy(*, line: UUID, actor: Actor, at: datetime) -> bool:
    """Item, files, payloads and entry together, or nothing; says whether it is gone."""
    with acting_as(actor, at=at):
        found = DestructionLine.objects.get(pk=line)
        with transaction.atomic():
            # Before the case is gone, of which the entry takes its clearance.
            _record(actions.DESTROYED, found, actor, at)
            told = _destroy(line)
            if told != DestructionLine.Result.DESTROYED:
                transaction.set_rollback(True)
        if told not in ("", DestructionLine.Result.DESTROYED):
            _destroy(line)
            _record(actions.LEFT, found, actor, at)
    return told == DestructionLine.Result.DESTROYED


def forget_lapsed() -> None:
    """What somebody looked for, past its own term: no thing of a case, and on no list."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_forget_lapsed()")


def remove_files() -> int:
    """After the commit: what a killed round left behind goes in the next."""
    count = 0
    for removal in FileRemoval.objects.order_by("at", "key"):
        try:
            default_storage.delete(removal.key)
        except OSError:
            logger.exception("A file of a destroyed document could not be removed")
            continue
        removal.delete()
        count += 1
    return count


def _record(action: str, line: DestructionLine, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=(line.kind, line.case_reference if line.kind == "case" else line.object_id),
        case_reference=line.case_reference,
        ground=line.source,
    )


def _waiting() -> list[tuple[UUID, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT line_id, membership_id FROM casework_to_destroy()")
        return [(row[0], row[1]) for row in cursor.fetchall()]


def _destroy(line: UUID) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_destroy(%s)", [line])
        row = cursor.fetchone()
    return str(row[0]) if row else ""
