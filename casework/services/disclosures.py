"""Disclose one's own information to another partner, and take that back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from casework import actions, policies, secrecy
from casework.models import Contribution, Disclosure, Subject
from casework.models.disclosure import seen_by
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Ground, Organisation
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import require


@dataclass(frozen=True)
class Basis:
    """Why this may be shared: purpose, the ground of both ends, necessity, conditions, how long.

    `receiver_ids` are the people at the receiver who alone get it; empty is all who work cases.
    """

    purpose: str
    sender_ground: Ground
    receiver_ground: Ground
    necessity: str
    conditions: str = ""
    valid_until: datetime | None = None
    receiver_ids: tuple[int, ...] = ()


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
    require(secrecy.why_not_give_secret(thing, receiver, basis.sender_ground))
    present = _present(thing, receiver, basis, actor, at)
    if present is not None:
        return present
    try:
        with transaction.atomic():
            disclosure = _give(thing, receiver, basis, actor, at)
    except IntegrityError:
        # A colleague gave it in the same instant.
        present = _present(thing, receiver, basis, actor, at)
        if present is None:
            raise
        return present
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
    """From this moment the receiver no longer sees it, in how many ways it was given too.

    :raises Refused: when another organisation gave it, or it was withdrawn already.
    """
    # Before it is locked too: the wall lets nobody but its sender do that.
    require(policies.why_not_withdraw(actor, disclosure))
    same = Disclosure.objects.filter(
        contribution=disclosure.contribution_id,
        subject=disclosure.subject_id,
        sender=actor.organisation,
        receiver=disclosure.receiver_id,
        withdrawn_at=None,
    )
    ended = list(same.select_for_update().order_by("pk"))
    disclosure.refresh_from_db(fields=["withdrawn_at"])
    require(policies.why_not_withdraw(actor, disclosure))
    for one in ended:
        one.withdrawn_at = at
        one.save(update_fields=["withdrawn_at"])
        record(
            actions.DISCLOSURE_WITHDRAWN,
            actor=actor,
            at=at,
            thing=one,
            case_reference=disclosure.case.reference,
            touched=[one.receiver_id],
        )
    _tell("disclosure_withdrawn", disclosure, actor, at)
    disclosure.withdrawn_at = at
    return disclosure


def tell_of_more(*, contribution: Contribution, actor: Actor, at: datetime) -> None:
    """Something was added to what was given: each who sees that hears so."""
    for disclosure in seen_by(contribution, at):
        _tell("disclosure_given", disclosure, actor, at)


def _present(
    thing: Contribution | Subject,
    receiver: Organisation,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Disclosure | None:
    """One that gives the same people, or the whole organisation, as much for at least as long."""
    rows = thing.disclosures.in_force(at).filter(
        sender=actor.organisation,
        receiver=receiver,
        receiver_ids__in=[[], sorted(basis.receiver_ids)],
    )
    lasting = Q(valid_until=None)
    if basis.valid_until is not None:
        lasting |= Q(valid_until__gte=basis.valid_until)
    return rows.filter(lasting).first()


def _give(
    thing: Contribution | Subject,
    receiver: Organisation,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    return Disclosure.objects.create(
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
        valid_until=basis.valid_until,
        receiver_ids=sorted(basis.receiver_ids),
        given_by=actor.person,
        given_at=at,
    )


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
            clearance=disclosure.needs_clearance,
        )
    )
