"""Disclose one's own information to another partner, and take that back."""

from dataclasses import dataclass, replace
from datetime import datetime, time

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions, arrangement_policies, disclosing_policies, policies, secrecy
from casework.models import Arrangement, Consent, Contribution, Disclosure, Subject, Weighing
from casework.models.disclosure import seen_by
from casework.things import of_thing
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Ground, Organisation
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Refused, require


@dataclass(frozen=True)
class Basis:
    """Why this may be shared: purpose, the ground of both ends, necessity, conditions, how long.

    `receiver_ids` are the people at the receiver who alone get it; empty is all who work cases.
    `weighing` is the OM's own, made for this very disclosure; `consent` that of the bevoegd gezag.
    The `arrangement` it leans on is found where the ground asks for one.
    """

    purpose: str
    sender_ground: Ground
    receiver_ground: Ground
    necessity: str
    conditions: str = ""
    valid_until: datetime | None = None
    receiver_ids: tuple[int, ...] = ()
    weighing: Weighing | None = None
    consent: Consent | None = None
    arrangement: Arrangement | None = None


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

    :raises Refused: when it is not the actor's own, the receiver takes no part in the case, or the
        law keeps it from being given.
    """
    _require_lawful(thing, receiver, basis, actor)
    basis = _leaning(thing, receiver, basis, at)
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


@transaction.atomic
def extend(
    *,
    disclosure: Disclosure,
    ground: Ground,
    necessity: str,
    valid_until: datetime | None,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    """Another disclosure of the same, for longer, on a ground of its own.

    :raises Refused: when another gave it, it does not end, or the law does not let it go on.
    """
    require(disclosing_policies.why_not_extend(actor, disclosure))
    thing = disclosure.contribution or disclosure.subject
    if thing is None:
        raise Refused(_("Dit is niet meer te zien."))
    return disclose(
        thing=thing,
        receiver=disclosure.receiver,
        basis=Basis(
            purpose=disclosure.purpose,
            sender_ground=ground,
            receiver_ground=disclosure.receiver_ground,
            necessity=necessity,
            conditions=disclosure.conditions,
            valid_until=valid_until,
            receiver_ids=tuple(disclosure.receiver_ids),
        ),
        is_told=True,
        actor=actor,
        at=at,
    )


def tell_of_more(*, contribution: Contribution, actor: Actor, at: datetime) -> None:
    """Something was added to what was given: each who sees that hears so."""
    for disclosure in seen_by(contribution, at):
        _tell("disclosure_given", disclosure, actor, at)


def _require_lawful(
    thing: Contribution | Subject, receiver: Organisation, basis: Basis, actor: Actor
) -> None:
    require(disclosing_policies.why_not_disclose(actor, thing, receiver))
    require(disclosing_policies.why_not_give_blocked(thing))
    require(
        disclosing_policies.why_not_on_ground(
            thing,
            actor.organisation,
            basis.sender_ground,
            is_weighed=basis.weighing is not None,
            is_agreed=basis.consent is not None,
        )
    )
    require(secrecy.why_not_give_secret(thing, receiver, basis.sender_ground))


def _leaning(
    thing: Contribution | Subject, receiver: Organisation, basis: Basis, at: datetime
) -> Basis:
    """With the arrangement its ground asks for, whose purpose it takes over and with which it ends.

    :raises Refused: when none fits.
    """
    ground, on = basis.sender_ground, timezone.localdate(at)
    if not arrangement_policies.needs_arrangement(ground):
        return basis
    found = arrangement_policies.arrangement_for(thing, receiver, ground, on)
    if found is None:
        raise Refused(arrangement_policies.why_none(thing, receiver, ground, on))
    until = basis.valid_until
    if found.valid_until is not None:
        last = timezone.make_aware(datetime.combine(found.valid_until, time()))
        until = min(until, last) if until else last
    return replace(basis, arrangement=found, purpose=found.purpose, valid_until=until)


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
        **of_thing(thing),
        sender=actor.organisation,
        receiver=receiver,
        purpose=basis.purpose,
        sender_ground=basis.sender_ground,
        receiver_ground=basis.receiver_ground,
        necessity=basis.necessity,
        conditions=basis.conditions,
        valid_until=basis.valid_until,
        receiver_ids=sorted(basis.receiver_ids),
        weighing=basis.weighing,
        consent=basis.consent,
        arrangement=basis.arrangement,
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
