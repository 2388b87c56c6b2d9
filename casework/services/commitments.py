"""Propose a commitment; only its own party accepts it and reports it done."""

from datetime import date, datetime

from django.db import transaction

from casework import actions, ladder_policies, policies
from casework.models import Case, Commitment, Meeting
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import require


@transaction.atomic
def propose(
    *,
    case: Case,
    party: Organisation,
    text: str,
    due_on: date,
    meeting: Meeting | None = None,
    actor: Actor,
    at: datetime,
) -> Commitment:
    """`meeting` is where it was agreed, if anywhere.

    :raises Refused: when either organisation takes no part in the case, or the case did not
        stand on the agenda of that meeting.
    """
    require(policies.why_not_propose_commitment(actor, case, party))
    if meeting is not None:
        require(ladder_policies.why_not_agree_at(actor, meeting, case))
    commitment = Commitment.objects.create(
        case=case,
        party=party,
        text=text,
        due_on=due_on,
        meeting=meeting,
        proposed_by=actor.membership,
        proposed_at=at,
    )
    _record(actions.COMMITMENT_PROPOSED, commitment, actor, at)
    _tell(commitment, party.pk, actor, at)
    return commitment


@transaction.atomic
def settle(
    *, commitment: Commitment, status: Commitment.Status, actor: Actor, at: datetime
) -> Commitment:
    """Accept, refuse or report done.

    :raises Refused: when it is another's commitment, or the status does not follow.
    """
    # Before it is locked too: the wall lets nobody but its party do that.
    require(policies.why_not_settle_commitment(actor, commitment, status))
    commitment = Commitment.objects.select_for_update().get(pk=commitment.pk)
    require(policies.why_not_settle_commitment(actor, commitment, status))
    commitment.status = status
    commitment.settled_at = at
    if status == Commitment.Status.ACCEPTED:
        commitment.accepted_by = actor.membership
    commitment.save(update_fields=["status", "settled_at", "accepted_by"])
    _record(
        {
            Commitment.Status.ACCEPTED: actions.COMMITMENT_ACCEPTED,
            Commitment.Status.REFUSED: actions.COMMITMENT_REFUSED,
            Commitment.Status.DONE: actions.COMMITMENT_DONE,
        }[status],
        commitment,
        actor,
        at,
    )
    _tell(commitment, commitment.proposed_by.organisation_id, actor, at)
    return commitment


def _record(action: str, commitment: Commitment, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=commitment,
        case_reference=commitment.case.reference,
        touched=[commitment.party_id, commitment.proposed_by.organisation_id],
    )


def _tell(commitment: Commitment, organisation_id: int, actor: Actor, at: datetime) -> None:
    reference = commitment.case.reference
    tell(
        News(
            kind="commitment",
            case_reference=reference,
            organisation_id=organisation_id,
            roles=tuple(sorted(CASE_ROLES)),
            at=at,
            by=actor,
            link=f"/zaken/{reference}",
        )
    )
