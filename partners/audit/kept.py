"""A checkpoint that the partner kept elsewhere, held against its log as it is now."""

from dataclasses import dataclass
from datetime import datetime

from partners import actions
from partners.actor import Actor
from partners.audit.models import SealKey
from partners.audit.proof.checkpoints import Checkpoint, open_checkpoint, split_notes
from partners.audit.proof.growth import why_not_grown
from partners.audit.proof.notes import BadNote, VerifierKey
from partners.audit.recording import record
from partners.audit.stored_tree import StoredTree, latest_checkpoint
from partners.audit.trail import require_reader

NOTHING = "Van dit spoor is nog niets verzegeld."


@dataclass(frozen=True)
class Head:
    """The newest checkpoint of one's own log: what a partner keeps elsewhere."""

    note: str
    size: int
    at: datetime
    verifiers: list[str]


@dataclass(frozen=True)
class Verdict:
    """`why_not` is empty when the log goes on from `kept`."""

    kept: Checkpoint | None
    now: Checkpoint | None
    why_not: str = ""


def head_of(organisation_id: int) -> Head | None:
    latest = latest_checkpoint(organisation_id)
    if latest is None:
        return None
    return Head(latest.note, latest.size, latest.at, _verifiers(organisation_id))


def check(*, text: str, by: Actor, at: datetime) -> list[Verdict]:
    """One for each note in the text, oldest first as it stands there; the look is recorded.

    :raises Refused: when the actor may not see the trail.
    :raises BadNote: when the text is no checkpoint at all.
    """
    require_reader(by)
    notes = split_notes(_plain(text))
    if not notes:
        raise BadNote("it is empty")
    verdicts = [_verdict(note, by.organisation_id) for note in notes]
    record(
        actions.CHECKPOINT_CHECKED,
        actor=by,
        at=at,
        thing=("trail", by.organisation.code),
        payload={"holds": not any(one.why_not for one in verdicts), "notes": len(verdicts)},
    )
    return verdicts


def _verdict(note: str, organisation_id: int) -> Verdict:
    keys = [VerifierKey.parse(one) for one in _verifiers(organisation_id)]
    latest = latest_checkpoint(organisation_id)
    if latest is None or not keys:
        return Verdict(None, None, NOTHING)
    try:
        now = open_checkpoint(latest.note, keys)
    except BadNote as error:
        return Verdict(None, None, f"Het nieuwste controlepunt zelf is niet geldig: {error}.")
    try:
        kept = open_checkpoint(note, keys)
    except BadNote as error:
        return Verdict(None, now, f"Dit is geen geldig controlepunt van dit spoor: {error}.")
    return Verdict(kept, now, why_not_grown(kept, now, StoredTree(organisation_id).complete) or "")


def _verifiers(organisation_id: int) -> list[str]:
    return list(
        SealKey.objects.filter(organisation=organisation_id).values_list("verifier", flat=True)
    )


def _plain(text: str) -> str:
    """As a browser or a mail programme may have changed it: ends of lines, and space around."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n ").split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"
