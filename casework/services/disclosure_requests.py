"""Ask a partner for a disclosure; it may ask back first, and the asker answers or withdraws."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from casework import disclosing_actions as actions
from casework import disclosing_policies as policies
from casework.models import Case, DisclosureQuestion, DisclosureRequest
from casework.provisions import Want
from casework.services.deciding import still_undecided
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require

Status = DisclosureRequest.Status


@transaction.atomic
def ask(
    *, case: Case, holder: Organisation, want: Want, actor: Actor, at: datetime
) -> DisclosureRequest:
    """
    :raises Refused: when either takes no part in the case, or the asker knows only its lead.
    """
    require(policies.why_not_ask_for(actor, case, holder))
    request = DisclosureRequest.objects.create(
        case=case,
        asker=actor.organisation,
        holder=holder,
        contribution_id=want.thing.contribution_id if want.thing else None,
        subject_id=want.thing.subject_id if want.thing else None,
        about=want.about,
        purpose=want.purpose,
        receiver_ground=want.receiver_ground,
        necessity=want.necessity,
        receiver_ids=sorted(want.receiver_ids),
        asked_by=actor.membership,
        asked_at=at,
        first_due_at=want.due_at,
        due_at=want.due_at,
    )
    note(actions.DISCLOSURE_ASKED, request, actor, at, ground=want.receiver_ground.article)
    inform("disclosure_asked", request, holder.pk, actor, at)
    return request


@transaction.atomic
def ask_back(
    *, request: DisclosureRequest, text: str, actor: Actor, at: datetime
) -> DisclosureQuestion:
    """The term stands still until the asker answers.

    :raises Refused: when another holds it.
    :raises Conflict: when it was decided, or a colleague asked back first.
    """
    require(policies.why_not_decide_request(actor, request))
    request = undecided(request)
    try:
        with transaction.atomic():
            question = DisclosureQuestion.objects.create(
                request=request, text=text, asked_by=actor.membership, asked_at=at
            )
    except IntegrityError as error:
        raise Conflict(_("Er staat al een vraag open. Ververs de pagina.")) from error
    request.status = Status.ASKED_BACK
    request.paused_at = at
    request.save(update_fields=["status", "paused_at"])
    note(actions.DISCLOSURE_ASKED_BACK, request, actor, at)
    inform("disclosure_question", request, request.asker_id, actor, at)
    return question


@transaction.atomic
def answer_back(
    *, request: DisclosureRequest, text: str, actor: Actor, at: datetime
) -> DisclosureRequest:
    """The term goes on, with as much time as there was left.

    :raises Refused: when another asked, or there is no question.
    :raises Conflict: when it was decided, or a colleague answered first.
    """
    if request.asker_id == actor.organisation_id:
        request = undecided(request)
        if request.status != Status.ASKED_BACK:
            raise Conflict(_("Deze vraag is al beantwoord. Ververs de pagina."))
    require(policies.why_not_answer_back(actor, request))
    question = request.questions.select_for_update().get(answered_at=None)
    question.answer = text
    question.answered_by = actor.membership
    question.answered_at = at
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    request.status = Status.OPEN
    request.due_at += at - (request.paused_at or at)
    request.paused_at = None
    request.save(update_fields=["status", "due_at", "paused_at"])
    note(actions.DISCLOSURE_ANSWERED_BACK, request, actor, at)
    inform("disclosure_answered", request, request.holder_id, actor, at)
    return request


@transaction.atomic
def withdraw(*, request: DisclosureRequest, actor: Actor, at: datetime) -> DisclosureRequest:
    """
    :raises Refused: when another asked.
    :raises Conflict: when it was decided first.
    """
    if request.asker_id == actor.organisation_id:
        request = undecided(request)
    require(policies.why_not_withdraw_request(actor, request))
    settle(request, Status.WITHDRAWN, actor, at)
    note(actions.DISCLOSURE_REQUEST_WITHDRAWN, request, actor, at)
    inform("disclosure_request_withdrawn", request, request.holder_id, actor, at)
    return request


def note_reading(*, request: DisclosureRequest, actor: Actor, at: datetime) -> None:
    note(actions.DISCLOSURE_REQUEST_READ, request, actor, at)


def undecided(request: DisclosureRequest) -> DisclosureRequest:
    """The request, locked: of those who act on it at once one finds it undecided.

    :raises Conflict: when somebody was first; the reason says who and when.
    """
    rows = DisclosureRequest.objects.select_for_update(of=("self",))
    rows = rows.select_related("case", "holder", "asker", "receiver_ground")
    return still_undecided(rows.get(pk=request.pk))


def settle(request: DisclosureRequest, status: Status, actor: Actor, at: datetime) -> None:
    """Keep the decision, with what the caller filled in beside it."""
    request.status = status
    request.decided_by = actor.membership
    request.decided_at = at
    request.paused_at = None
    kept = ["status", "decided_by", "decided_at", "paused_at"]
    request.save(update_fields=[*kept, "refusal_ground", "reason", "disclosure"])


def note(
    action: str, request: DisclosureRequest, actor: Actor, at: datetime, ground: str = ""
) -> None:
    """In the trails of both ends."""
    record(
        action,
        actor=actor,
        at=at,
        thing=request,
        case_reference=request.case.reference,
        touched=[request.asker_id, request.holder_id],
        ground=ground,
    )


def inform(
    kind: str, request: DisclosureRequest, organisation_id: int, actor: Actor, at: datetime
) -> None:
    """Who answers for the holder hears of what it has to decide; at the asker who works cases."""
    is_holder = organisation_id == request.holder_id
    roles = policies.deciding_roles(request.holder) if is_holder else CASE_ROLES
    tell(
        News(
            kind=kind,
            case_reference=request.case.reference,
            organisation_id=organisation_id,
            roles=tuple(sorted(roles)),
            at=at,
            by=actor,
            link=f"/verstrekkingsverzoeken/{request.pk}",
            due_at=request.due_at if is_holder and not request.is_decided else None,
            clearance=request.needs_clearance,
        )
    )
