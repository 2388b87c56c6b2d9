"""Each partner keeps the checkpoints of the others, and holds their logs to what it kept."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from partners import actions
from partners.actor import Actor
from partners.audit.models import WitnessedLog
from partners.audit.partner_log import PartnerHead, PartnerTree, partner_head
from partners.audit.proof.checkpoints import Checkpoint, open_checkpoint
from partners.audit.proof.growth import why_not_grown
from partners.audit.proof.notes import BadNote, VerifierKey
from partners.audit.proof.tree import EMPTY
from partners.audit.recording import record
from partners.models import Organisation, Role
from partners.models.organisation import ServiceArea
from partners.news import News, tell
from partners.policies import why_not_view_trail

PAGE = "/auditspoor/checkpoint"
LOOKED_AT = (
    *("size", "root", "note", "verifiers", "kept_at"),
    *("checked_at", "seen_size", "why_not"),
)
GONE = "Het spoor heeft geen controlepunt meer."
OTHER_KEY = "Het nieuwste controlepunt is met een andere sleutel ondertekend dan u bewaarde."


def visible_to(actor: Actor) -> QuerySet[WitnessedLog]:
    """What one's own organisation keeps of others, and what others keep of it."""
    if why_not_view_trail(actor) is not None:
        return WitnessedLog.objects.none()
    mine = actor.organisation_id
    rows = WitnessedLog.objects.filter(witness=mine) | WitnessedLog.objects.filter(log=mine)
    return rows.select_related("witness", "log").order_by("log__name", "witness__name")


def partners_of(organisation: Organisation, *, at: datetime) -> QuerySet[Organisation]:
    """Who serves one of the same regions on that day."""
    areas = ServiceArea.objects.in_force(timezone.localdate(at))
    regions = areas.filter(organisation=organisation).values("region")
    others = areas.filter(region__in=regions).exclude(organisation=organisation)
    return Organisation.objects.filter(pk__in=others.values("organisation")).order_by("pk")


@transaction.atomic
def look(*, log: Organisation, by: Actor, at: datetime) -> WitnessedLog | None:
    """Hold that log to what `by` kept of it, keep what it is now, and tell it when it differs.

    None as long as there is no checkpoint.
    """
    rows = WitnessedLog.objects.select_for_update(of=("self",))
    kept = rows.filter(witness=by.organisation, log=log).first()
    head = partner_head(log.pk)
    if kept is None:
        return _first(head, log, by, at) if head is not None else None
    held = kept.holds
    _judge(kept, head, at)
    kept.save(update_fields=LOOKED_AT)
    if held and not kept.holds:
        _alarm(kept, by, at)
    return kept


def _first(head: PartnerHead, log: Organisation, by: Actor, at: datetime) -> WitnessedLog:
    """Nothing was kept yet to hold it to: from now on there is, unless it vouches for nothing."""
    kept = WitnessedLog(witness=by.organisation, log=log, size=0, root=EMPTY, kept_at=at)
    try:
        now = open_checkpoint(head.note, head.keys)
    except BadNote as error:
        kept.checked_at, kept.seen_size, kept.why_not = at, 0, _not_valid(error)
    else:
        _keep(kept, now, head, at)
    kept.save()
    if not kept.holds:
        _alarm(kept, by, at)
    return kept


def _judge(kept: WitnessedLog, head: PartnerHead | None, at: datetime) -> None:
    kept.checked_at = at
    if head is None:
        kept.seen_size, kept.why_not = 0, GONE
        return
    try:
        now = open_checkpoint(head.note, head.keys)
        kept.seen_size = now.size
        before = [VerifierKey.parse(one) for one in kept.verifiers.splitlines()]
        why_not = _why_not(kept, now, before, head)
    except BadNote as error:
        why_not = _not_valid(error)
    if why_not is None:
        _keep(kept, now, head, at)
    else:
        kept.why_not = why_not


def _why_not(
    kept: WitnessedLog, now: Checkpoint, before: list[VerifierKey], head: PartnerHead
) -> str | None:
    if before:
        try:
            open_checkpoint(head.note, before)
        except BadNote:
            return OTHER_KEY
    origin = before[0].name if before else now.origin
    old = Checkpoint(origin, kept.size, bytes(kept.root))
    return why_not_grown(old, now, PartnerTree(kept.log_id).complete)


def _keep(kept: WitnessedLog, now: Checkpoint, head: PartnerHead, at: datetime) -> None:
    """With the keys that vouched for this very note: an old one that no longer does is let go."""
    vouching = [key for key in head.keys if _vouches(key, head.note)]
    kept.size, kept.root, kept.note, kept.kept_at = now.size, now.root, head.note, at
    kept.verifiers = "\n".join(str(key) for key in vouching)
    kept.checked_at, kept.seen_size, kept.why_not = at, now.size, ""


def _vouches(key: VerifierKey, note: str) -> bool:
    try:
        open_checkpoint(note, [key])
    except BadNote:
        return False
    return True


def _not_valid(error: BadNote) -> str:
    return f"Het nieuwste controlepunt is niet geldig: {error}."


def _alarm(kept: WitnessedLog, by: Actor, at: datetime) -> None:
    """Once, to the privacy officers of both."""
    record(
        actions.LOG_DIFFERS,
        actor=by,
        at=at,
        thing=("trail", kept.log.code),
        touched=[kept.log_id],
        payload={"kept": kept.size, "seen": kept.seen_size, "why": kept.why_not},
    )
    for organisation in (kept.witness_id, kept.log_id):
        tell(
            News(
                kind="log_differs",
                case_reference="",
                organisation_id=organisation,
                roles=(Role.PRIVACY_OFFICER,),
                at=at,
                by=None,
                link=PAGE,
            )
        )
