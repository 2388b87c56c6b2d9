"""Ask a partner, answer, decline, and ask for more time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework import actions, policies
from casework.models import Case, Contribution, Extension, Request
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation, Role
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require


@dataclass(frozen=True)
class Question:
    kind: str
    text: str
    due_at: datetime


@transaction.atomic
def ask(
    *, case: Case, asked: Organisation, question: Question, actor: Actor, at: datetime
) -> Request:
    """
    :raises Refused: when the actor does not lead the case, or `asked` takes no part in it.
    """
    require(policies.why_not_ask(actor, case, asked))
    request = Request.objects.create(
        case=case,
        asker=actor.organisation,
        asked=asked,
        kind=question.kind,
        question=question.text,
        asked_at=at,
        first_due_at=question.due_at,
        due_at=question.due_at,
    )
    _record(actions.REQUEST_ASKED, request, actor, at)
    return request


@transaction.atomic
def answer(*, request: Request, contribution: Contribution, actor: Actor, at: datetime) -> Request:
    """
    :raises Refused: when another was asked.
    :raises Conflict: when a colleague settled it first.
    """
    request = _unsettled(request)
    require(policies.why_not_answer(actor, request))
    request.status = Request.Status.ANSWERED
    request.settled_at = at
    request.answer = contribution
    request.save(update_fields=["status", "settled_at", "answer"])
    _record(actions.REQUEST_ANSWERED, request, actor, at)
    _tell_asker("request_answered", request, actor, at)
    return request


@transaction.atomic
def decline(*, request: Request, ground: str, reason: str, actor: Actor, at: datetime) -> Request:
    """
    :raises Refused: when another was asked.
    :raises Conflict: when a colleague settled it first.
    """
    request = _unsettled(request)
    require(policies.why_not_answer(actor, request))
    request.status = Request.Status.DECLINED
    request.settled_at = at
    request.decline_ground = ground
    request.decline_reason = reason
    request.save(update_fields=["status", "settled_at", "decline_ground", "decline_reason"])
    _record(actions.REQUEST_DECLINED, request, actor, at, ground=ground)
    _tell_asker("request_declined", request, actor, at)
    return request


@transaction.atomic
def ask_more_time(
    *, request: Request, until: datetime, reason: str, actor: Actor, at: datetime
) -> Extension:
    """
    :raises Refused: when another was asked, it is settled, or an answer is awaited already.
    """
    request = Request.objects.select_for_update().get(pk=request.pk)
    require(policies.why_not_ask_more_time(actor, request))
    extension = Extension.objects.create(request=request, until=until, reason=reason, asked_at=at)
    _record(actions.EXTENSION_ASKED, request, actor, at)
    _tell_asker("extension_asked", request, actor, at)
    return extension


@transaction.atomic
def settle_extension(
    *, extension: Extension, is_granted: bool, actor: Actor, at: datetime
) -> Extension:
    """
    :raises Refused: when another asked the question, or this was settled already.
    """
    # Before it is locked too: the wall lets nobody but who asked the question do that.
    require(policies.why_not_settle_extension(actor, extension))
    extension = Extension.objects.select_for_update().get(pk=extension.pk)
    request = extension.request
    require(policies.why_not_settle_extension(actor, extension))
    extension.status = Extension.Status.GRANTED if is_granted else Extension.Status.REFUSED
    extension.settled_at = at
    extension.save(update_fields=["status", "settled_at"])
    if is_granted:
        request.due_at = extension.until
        request.save(update_fields=["due_at"])
    _record(
        actions.EXTENSION_GRANTED if is_granted else actions.EXTENSION_REFUSED, request, actor, at
    )
    tell(
        News(
            kind="extension_granted" if is_granted else "extension_refused",
            case_reference=request.case.reference,
            organisation_id=request.asked_id,
            roles=(Role.COORDINATOR, Role.LIAISON),
            at=at,
            by=actor,
            link=f"/verzoeken/{request.pk}",
            due_at=request.due_at,
        )
    )
    return extension


def move_due(*, request: Request, due_at: datetime) -> None:
    """The calendar moved its day; who moves it along with the step records that."""
    request.due_at = due_at
    request.save(update_fields=["due_at"])


def overtake_open(*, case: Case) -> None:
    """The chair closed the round (Awb 3:6): what is open stays welcome, and blocks nothing."""
    case.requests.filter(status=Request.Status.OPEN).update(status=Request.Status.OVERTAKEN)


def note_reading(*, request: Request, actor: Actor, at: datetime) -> None:
    _record(actions.REQUEST_READ, request, actor, at)


def _unsettled(request: Request) -> Request:
    found = Request.objects.select_for_update().get(pk=request.pk)
    if found.is_settled:
        raise Conflict(_("Dit verzoek is al afgehandeld."))
    return found


def _record(action: str, request: Request, actor: Actor, at: datetime, ground: str = "") -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=request,
        case_reference=request.case.reference,
        touched=[request.asker_id, request.asked_id],
        ground=ground,
    )


def _tell_asker(kind: str, request: Request, actor: Actor, at: datetime) -> None:
    tell(
        News(
            kind=kind,
            case_reference=request.case.reference,
            organisation_id=request.asker_id,
            roles=tuple(sorted(CASE_ROLES - {Role.DECISION_MAKER})),
            at=at,
            by=actor,
            link=f"/verzoeken/{request.pk}",
        )
    )
