"""Decide on a disclosure request: give it, give a part of it, or refuse with a ground."""

from datetime import datetime

from django.db import transaction

from casework import disclosing_actions as actions
from casework import disclosing_policies as policies
from casework.models import Contribution, Disclosure, DisclosureRequest, RefusalGround, Subject
from casework.provisions import Part, Provision
from casework.services import disclosures, extracts
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
    settle(request, Status.REFUSED, actor, at)
    note(actions.DISCLOSURE_REFUSED, request, actor, at, ground=str(ground.label))
    inform("disclosure_refused", request, request.asker_id, actor, at)
    return request


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
