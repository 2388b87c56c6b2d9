"""Decide on a disclosure request: give it, give a part of it, or refuse with a ground."""

from datetime import datetime

from django.db import transaction

from casework import disclosing_actions as actions
from casework import disclosing_policies as policies
from casework.consent_policies import PER_CASE
from casework.models import (
    Contribution,
    Disclosure,
    DisclosureRequest,
    RefusalGround,
    Subject,
    Weighing,
)
from casework.provisions import Part, Provision
from casework.services import consents, disclosures, documents, extracts, weighings
from casework.services.disclosure_requests import inform, note, settle, undecided
from casework.services.disclosures import Basis
from partners.actor import Actor
from partners.refusals import require

Status = DisclosureRequest.Status


@transaction.atomic
def give(
    *,
    request: DisclosureRequest,
    thing: Contribution | Subject,
    provision: Provision,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    """
    :raises Refused: when another holds it, or the law does not let it go.
    :raises Conflict: when it was decided first.
    """
    request = _for_decision(request, actor)
    return _provide(request, thing, provision, Status.GIVEN, actor, at)


@transaction.atomic
def give_part(
    *,
    request: DisclosureRequest,
    contribution: Contribution,
    part: Part,
    provision: Provision,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    """Give an extract; the contribution itself stays as it is, and with its holder alone.

    :raises Refused: when another holds it, nothing would be left, or the law does not let it go.
    :raises Conflict: when it was decided first.
    """
    request = _for_decision(request, actor)
    made = extracts.extract(
        contribution=contribution, names=part.names, hidden=part.hidden, actor=actor, at=at
    )
    documents.take_along(documents=part.documents, extract=made, actor=actor, at=at)
    return _provide(request, made, provision, Status.PARTIAL, actor, at)


@transaction.atomic
def refuse(
    *,
    request: DisclosureRequest,
    ground: RefusalGround,
    reason: str,
    actor: Actor,
    at: datetime,
) -> DisclosureRequest:
    """
    :raises Refused: when another holds it.
    :raises Conflict: when it was decided first.
    """
    request = _for_decision(request, actor)
    request.refusal_ground = ground
    request.reason = reason
    if policies.why_not_weigh(actor) is None:
        told = f"{ground.label}. {reason}".strip()
        _withhold(request, Weighing.Outcome.REFUSED, told, actor, at)
    settle(request, Status.REFUSED, actor, at)
    note(actions.DISCLOSURE_REFUSED, request, actor, at, ground=str(ground.label))
    inform("disclosure_refused", request, request.asker_id, actor, at)
    return request


@transaction.atomic
def find_contraindication(
    *, request: DisclosureRequest, reason: str, actor: Actor, at: datetime
) -> DisclosureRequest:
    """A sepot, an acquittal or a case undecided yet keeps the OM from giving it.

    The reason stays in the OM's own weighing: the asker hears the outcome alone.

    :raises Refused: when another holds it, or the holder is not the OM.
    :raises Conflict: when it was decided first.
    """
    request = _for_decision(request, actor)
    _withhold(request, Weighing.Outcome.CONTRA, reason, actor, at)
    settle(request, Status.CONTRA, actor, at)
    note(actions.DISCLOSURE_CONTRA, request, actor, at)
    inform("disclosure_refused", request, request.asker_id, actor, at)
    return request


def _withhold(
    request: DisclosureRequest,
    outcome: Weighing.Outcome,
    reason: str,
    actor: Actor,
    at: datetime,
) -> None:
    weighings.weigh_withholding(
        case=request.case,
        receiver=request.asker,
        asked=request,
        outcome=outcome,
        reason=reason,
        actor=actor,
        at=at,
    )


def _for_decision(request: DisclosureRequest, actor: Actor) -> DisclosureRequest:
    """Locked first, so that who comes second hears who was first."""
    if request.holder_id == actor.organisation_id:
        request = undecided(request)
    require(policies.why_not_decide_request(actor, request))
    return request


def _provide(
    request: DisclosureRequest,
    thing: Contribution | Subject,
    provision: Provision,
    status: Status,
    actor: Actor,
    at: datetime,
) -> Disclosure:
    require(policies.why_not_fit(request, thing))
    ground = provision.sender_ground
    weighing = None
    if provision.weighed is not None and policies.needs_weighing(thing, request.holder, ground):
        weighing = weighings.weigh_giving(
            thing=thing,
            receiver=request.asker,
            ground=ground,
            weighed=provision.weighed,
            is_partial=status == Status.PARTIAL,
            actor=actor,
            at=at,
        )
    disclosure = disclosures.disclose(
        thing=thing,
        receiver=request.asker,
        basis=Basis(
            purpose=request.purpose,
            sender_ground=provision.sender_ground,
            receiver_ground=request.receiver_ground,
            necessity=provision.necessity,
            conditions=provision.conditions,
            valid_until=provision.valid_until,
            receiver_ids=tuple(request.receiver_ids),
            weighing=weighing,
            consent=consents.granted_for(request, thing) if ground.code == PER_CASE else None,
        ),
        is_told=False,
        actor=actor,
        at=at,
    )
    request.disclosure = disclosure
    settle(request, status, actor, at)
    is_whole = status == Status.GIVEN
    action = actions.DISCLOSURE_GRANTED if is_whole else actions.DISCLOSURE_GRANTED_PARTLY
    note(action, request, actor, at, ground=provision.sender_ground.article)
    inform("disclosure_granted", request, request.asker_id, actor, at)
    return disclosure
