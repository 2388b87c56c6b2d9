"""One entry of a trail in full: what it tells, how it was sealed, and what happened with it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from partners import actions
from partners.actor import Actor
from partners.audit.lines import Line, line
from partners.audit.models import Checkpoint, Payload, TrailEntry
from partners.audit.proof.evidence import inclusion_proof
from partners.audit.proof.tree import leaf_hash
from partners.audit.sealed_lines import line_as, rows
from partners.audit.sealed_log import NothingSealed, SealedLog
from partners.audit.trail import Cursor, matching, note, page_of
from partners.audit.wanted import Wanted
from partners.refusals import Conflict, Hidden

MOST_OF_A_TRACE = 50


@dataclass(frozen=True)
class Seal:
    """`text` is the line as the rows make it now; `checkpoint` the first that covers it."""

    seq: int
    leaf_hash: str
    text: str
    is_intact: bool
    checkpoint: Checkpoint


@dataclass(frozen=True)
class Detail:
    """`same_trace` holds what else happened in the same request, the newest first.

    `payload` is None where there was none, where it is another organisation's, or destroyed.
    """

    line: Line
    seal: Seal | None
    payload: dict[str, Any] | None
    same_trace: list[Line]


def look_at(row: UUID, *, by: Actor, at: datetime) -> Detail:
    """
    :raises Hidden: when there is no such row in the trail, or it is not for this actor.
    """
    found = _row(by, row)
    trace = matching(by, Wanted(trace=found.entry.trace)).exclude(pk=found.pk)
    kept = Payload.objects.filter(entry=found.entry_id).values_list("content", flat=True).first()
    detail = Detail(
        line=line(found),
        seal=_seal(found),
        payload=kept,
        same_trace=page_of(by, trace, Cursor(), MOST_OF_A_TRACE).lines,
    )
    note(actions.TRAIL_VIEWED, by=by, at=at, wanted=Wanted(), facts={"row": str(row)})
    return detail


def prove(row: UUID, *, by: Actor, at: datetime) -> tuple[int, str]:
    """Its number, and the proof that the latest checkpoint holds it, as `audit prove` writes it.

    :raises Hidden: when there is no such row in the trail, or it is not for this actor.
    :raises Conflict: when it is not sealed yet.
    """
    seq = _row(by, row).seq
    try:
        log = SealedLog(by.organisation)
    except NothingSealed as error:
        raise Conflict(str(error)) from error
    if seq is None or seq >= log.size:
        raise Conflict(
            _("Deze regel is nog niet verzegeld. Probeer het over enkele seconden opnieuw.")
        )
    proof = inclusion_proof(log.line(seq), seq, log.size, log.complete, log.note(log.size))
    facts = {"row": str(row), "form": "tlog-proof"}
    note(actions.TRAIL_EXPORTED, by=by, at=at, wanted=Wanted(), facts=facts)
    return seq, proof


def _row(actor: Actor, row: UUID) -> TrailEntry:
    found = matching(actor, Wanted()).filter(pk=row).first()
    if found is None:
        raise Hidden("trailentry", row)
    return found


def _seal(found: TrailEntry) -> Seal | None:
    if found.seq is None or found.leaf_hash is None:
        return None
    after = Checkpoint.objects.filter(organisation=found.organisation_id, size__gt=found.seq)
    checkpoint = after.order_by("size").first()
    if checkpoint is None:
        return None
    sealed = bytes(found.leaf_hash)
    (row,) = rows(TrailEntry.objects.filter(pk=found.pk))
    text = line_as(row, found.seq)
    return Seal(
        seq=found.seq,
        leaf_hash=sealed.hex(),
        text=text.decode(),
        is_intact=leaf_hash(text) == sealed,
        checkpoint=checkpoint,
    )
