"""Disclose what nobody asked for: the holder decides by itself that a partner needs it."""

from datetime import datetime

from django.db import transaction

from casework import disclosing_policies as policies
from casework.models import Contribution, Disclosure, Subject
from casework.provisions import Provision
from casework.services import disclosures, weighings
from casework.services.disclosures import Basis
from partners.actor import Actor
from partners.models import Ground, Organisation
from partners.refusals import require


@transaction.atomic
def give(
    *,
    thing: Contribution | Subject,
    receiver: Organisation,
    purpose: str,
    receiver_ground: Ground,
    provision: Provision,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    """Domain brief 1.3, v1: own initiative; the same rules as for what was asked.

    :raises Refused: when it is not the actor's own, the receiver takes no part in the case, or the
        law keeps it from being given.
    """
    require(policies.why_not_disclose(actor, thing, receiver))
    ground, weighing = provision.sender_ground, None
    if provision.weighed is not None and policies.needs_weighing(thing, actor.organisation, ground):
        weighing = weighings.weigh_giving(
            thing=thing,
            receiver=receiver,
            ground=ground,
            weighed=provision.weighed,
            is_partial=False,
            actor=actor,
            at=at,
        )
    return disclosures.disclose(
        thing=thing,
        receiver=receiver,
        basis=Basis(
            purpose=purpose,
            sender_ground=ground,
            receiver_ground=receiver_ground,
            necessity=provision.necessity,
            conditions=provision.conditions,
            valid_until=provision.valid_until,
            weighing=weighing,
        ),
        is_told=True,
        actor=actor,
        at=at,
    )
