"""The addresses that the privacy officer sets: who may, and the changes."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from notifications.checkpoints import actions
from notifications.models import CheckpointAddress
from partners.actor import Actor
from partners.audit.recording import record
from partners.policies import why_not_view_trail
from partners.refusals import Hidden, require

MOST = 10
THING = "checkpointaddress"


def visible_to(actor: Actor) -> QuerySet[CheckpointAddress]:
    """Its twin is `why_not_view_trail`: who may not see the trail sets no address for it."""
    if why_not_view_trail(actor) is not None:
        return CheckpointAddress.objects.none()
    return CheckpointAddress.objects.filter(
        organisation=actor.organisation_id, removed_at__isnull=True
    )


def address(actor: Actor, pk: int) -> CheckpointAddress:
    """
    :raises Hidden: when there is none, or not of this actor's organisation.
    """
    found = visible_to(actor).filter(pk=pk).first()
    if found is None:
        raise Hidden(THING, pk)
    return found


@transaction.atomic
def set_address(*, kind: str, target: str, actor: Actor, at: datetime) -> CheckpointAddress:
    """
    :raises Refused: when the actor is no privacy officer.
    """
    require(why_not_view_trail(actor), object_type=THING)
    made = CheckpointAddress.objects.create(
        organisation=actor.organisation,
        kind=kind,
        target=target,
        set_by=actor.membership,
        set_at=at,
    )
    _note(actions.ADDRESS_SET, made, actor, at)
    return made


@transaction.atomic
def remove(*, address: CheckpointAddress, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when the actor is no privacy officer.
    """
    require(why_not_view_trail(actor), object_type=THING)
    address.removed_at = at
    address.save(update_fields=["removed_at"])
    _note(actions.ADDRESS_REMOVED, address, actor, at)


def _note(action: str, thing: CheckpointAddress, actor: Actor, at: datetime) -> None:
    facts = {"kind": thing.kind, "target": thing.target}
    record(action, actor=actor, at=at, thing=(THING, str(thing.pk)), payload=facts)
