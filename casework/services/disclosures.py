"""Disclose one's own information to another partner, and take that back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from casework import actions, policies
from casework.models import Contribution, Disclosure, Subject
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Ground, Organisation
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import require


@dataclass(frozen=True)
class Basis:
    """Why this may be shared: purpose, the ground of both ends, necessity, conditions."""

    purpose: str
    sender_ground: Ground
    receiver_ground: Ground
    necessity: str
    conditions: str = ""


@transaction.atomic
def disclose(
    *,
    thing: Contribution | Subject,
    receiver: Organisation,
    basis: Basis,
    is_told: bool,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    """Give it, and tell the receiver if `is_told`; what it has already, it keeps as it got it.

    :raises Refused: when it is not the actor's own, or the receiver takes no part in the case.
    """
    require(policies.why_not_disclose(actor, thing, receiver))
    in_force = thing.disclosures.in_force(at).filter(sender=actor.organisation, receiver=receiver)
    if (present := in_force.first()) is not None:
        return present
    disclosure = Disclosure.objects.create(
        case=thing.case,
        contribution=thing if isinstance(thing, Contribution) else None,
        subject=thing if isinstance(thing, Subject) else None,
        sender=actor.organisation,
        receiver=receiver,
        purpose=basis.purpose,
        sender_ground=basis.sender_ground,
        receiver_ground=basis.receiver_ground,
        necessity=basis.necessity,
        conditions=basis.conditions,
        given_by=actor.person,
        given_at=at,
    )
    record(
        actions.DISCLOSURE_GIVEN,
        actor=actor,
        at=at,
        thing=disclosure,
        case_reference=thing.case.reference,
        touched=[receiver.pk],
        ground=basis.sender_ground.article,
    )
    if is_told:
        _tell("disclosure_given", disclosure, actor, at)
    return disclosure


@transaction.atomic
def withdraw(*, disclosure: Disclosure, actor: Actor, at: datetime) -> Disclosure:
    """From this moment the receiver no longer sees it.

    :raises Refused: when another organisation gave it, or it was withdrawn already.
    """
    # Before it is locked too: the wall lets nobody but its sender do that.
    require(policies.why_not_withdraw(actor, disclosure))
    disclosure = Disclosure.objects.select_for_update().get(pk=disclosure.pk)
    require(policies.why_not_withdraw(actor, disclosure))
    disclosure.withdrawn_at = at
    disclosure.save(update_fields=["withdrawn_at"])
    reference = disclosure.case.reference
    record(
        actions.DISCLOSURE_WITHDRAWN,
        actor=actor,
        at=at,
        thing=disclosure,
        case_reference=reference,
        touched=[disclosure.receiver_id],
    )
    _tell("disclosure_withdrawn", disclosure, actor, at)
    return disclosure


def _tell(kind: str, disclosure: Disclosure, actor: Actor, at: datetime) -> None:
    reference = disclosure.case.reference
    tell(
        News(
            kind=kind,
            case_reference=reference,
            organisation_id=disclosure.receiver_id,
            roles=tuple(sorted(CASE_ROLES)),
            at=at,
            by=actor,
            link=f"/zaken/{reference}",
        )
    )
