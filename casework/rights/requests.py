"""Register a request, extend its term, answer one's own part, and send the one answer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from casework.models import RightsItem, RightsRequest, RightsShare
from casework.rights import actions, policies
from casework.rights.telling import tell_of
from casework.rights.terms import term_ends
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Role
from partners.refusals import require

OFFICER = (Role.PRIVACY_OFFICER,)
GRANTING = (RightsShare.Outcome.GRANTED, RightsShare.Outcome.PART)


@dataclass(frozen=True)
class Asked:
    right: RightsRequest.Right
    label: str
    asked: str
    identity_check: RightsRequest.Check
    received_on: date


@dataclass(frozen=True)
class Answer:
    outcome: RightsShare.Outcome
    answer: str
    article: str
    may_be_told: bool
    chosen: frozenset[int] = frozenset()
    """The items that are granted; where all is granted they need not be named."""


@transaction.atomic
def register(*, given: Asked, actor: Actor, at: datetime) -> RightsRequest:
    """The database asks each partner that keeps something on this person; none of it is told here.

    :raises Refused: when the actor is no privacy officer.
    """
    require(policies.why_not_handle(actor), object_type="rightsrequest")
    made = RightsRequest.objects.create(
        organisation=actor.organisation,
        right=given.right,
        label=given.label,
        asked=given.asked,
        identity_check=given.identity_check,
        received_on=given.received_on,
        due_on=term_ends(given.received_on),
        registered_by=actor.membership,
        registered_at=at,
    )
    record(actions.REGISTERED, actor=actor, at=at, thing=made, ground=_ground(made))
    return made


@transaction.atomic
def extend(*, found: RightsRequest, reason: str, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when it is another's, answered, or extended before.
    """
    require(policies.why_not_extend_term(actor, found), object_type="rightsrequest")
    found.due_on = term_ends(found.received_on, is_extended=True)
    found.extended_at = at
    found.extension_reason = reason
    found.save(update_fields=["due_on", "extended_at", "extension_reason"])
    record(actions.EXTENDED, actor=actor, at=at, thing=found, ground="AVG art. 12 lid 3")


@transaction.atomic
def answer(*, share: RightsShare, given: Answer, actor: Actor, at: datetime) -> None:
    """For one's own data alone; who works its cases hears what is left to do.

    :raises Refused: when it is another's, answered already, or the choice is not what is answered.
    """
    require(policies.why_not_answer_share(actor, share), object_type="rightsshare")
    locked = RightsShare.objects.select_for_update().get(pk=share.pk)
    require(policies.why_not_answer_share(actor, locked), object_type="rightsshare")
    granted = _grant(share, given)
    locked.outcome = given.outcome
    locked.answer = given.answer
    locked.article = given.article
    locked.may_be_told = given.may_be_told or given.outcome in GRANTING
    locked.answered_by = actor.membership
    locked.answered_at = at
    fields = ["outcome", "answer", "article", "may_be_told", "answered_by", "answered_at"]
    locked.save(update_fields=fields)
    request = share.request
    is_told = locked.may_be_told
    record(
        actions.ANSWERED,
        actor=actor,
        at=at,
        thing=locked,
        touched=[request.organisation_id] if is_told else [],
        ground=given.article or _ground(request),
    )
    if given.outcome in GRANTING and request.right != RightsRequest.Right.ACCESS:
        tell_of(granted, share, actor, at)


@transaction.atomic
def send(*, found: RightsRequest, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when it is another's, sent already, or a partner has yet to answer.
    """
    complete = is_complete(found.pk)
    require(policies.why_not_send(actor, found, is_complete=complete), object_type="rightsrequest")
    found.answered_at = at
    found.save(update_fields=["answered_at"])
    record(actions.SENT, actor=actor, at=at, thing=found, ground=_ground(found))


def note_viewing(*, found: RightsRequest, actor: Actor, at: datetime) -> None:
    record(actions.VIEWED, actor=actor, at=at, thing=found, ground=_ground(found))


def is_complete(pk: UUID) -> bool:
    """Whether every partner that keeps something has answered; not which, and not how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_is_answered(%s)", [pk])
        row = cursor.fetchone()
    return bool(row and row[0])


def _grant(share: RightsShare, given: Answer) -> list[RightsItem]:
    items = list(RightsItem.objects.filter(share=share))
    chosen = [one for one in items if one.pk in given.chosen]
    right = RightsRequest.Right(share.request.right)
    require(
        policies.why_not_choose(right, given.outcome, chosen=len(chosen), kept=len(items)),
        object_type="rightsshare",
    )
    granted = items if given.outcome == RightsShare.Outcome.GRANTED else chosen
    RightsItem.objects.filter(pk__in=[one.pk for one in granted]).update(is_granted=True)
    return granted


def _ground(request: RightsRequest) -> str:
    return {
        RightsRequest.Right.ACCESS: "AVG art. 15",
        RightsRequest.Right.RECTIFICATION: "AVG art. 16",
        RightsRequest.Right.ERASURE: "AVG art. 17",
        RightsRequest.Right.RESTRICTION: "AVG art. 18",
        RightsRequest.Right.OBJECTION: "AVG art. 21",
    }[RightsRequest.Right(request.right)]
