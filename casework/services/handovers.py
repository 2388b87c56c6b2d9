"""Offer the lead of a case to another organisation; it accepts or refuses, until then one revokes.

`workflows.services.handover` accepts: the open steps move along with the lead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions
from casework import handover_policies as policies
from casework.models import Case, Contribution, Handover, Subject
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Ground, Organisation, Role
from partners.news import News, tell
from partners.refusals import Conflict, require

Status = Handover.Status


@dataclass(frozen=True)
class Terms:
    """On which an offer is made; what is promised is of the sender's own."""

    reason: str
    afterwards: str
    afterwards_until: date | None
    promised: Iterable[Contribution]
    promised_subjects: Iterable[Subject]
    ground: Ground
    necessity: str


@transaction.atomic
def offer(
    *, case: Case, receiver: Organisation, terms: Terms, actor: Actor, at: datetime
) -> Handover:
    """
    :raises Refused: when the actor does not coordinate for the lead, or the receiver cannot lead.
    :raises Conflict: when a colleague offered it in the same instant.
    """
    require(policies.why_not_hand_over(actor, case))
    require(policies.why_not_receive(case, receiver, timezone.localdate(at)))
    try:
        with transaction.atomic():
            handover = _keep(case, receiver, terms, actor, at)
    except IntegrityError as error:
        raise Conflict(_("De zaak is al aangeboden. Ververs de pagina.")) from error
    note(actions.HANDOVER_OFFERED, handover, actor, at, payload={"reason": terms.reason})
    _tell("handover_offered", handover, handover.receiver_id, actor, at)
    return handover


@transaction.atomic
def revoke(*, handover: Handover, actor: Actor, at: datetime) -> Handover:
    """
    :raises Refused: when another offered it.
    :raises Conflict: when the receiver was first.
    """
    handover = still_open(handover)
    require(policies.why_not_revoke(actor, handover))
    settle(handover, Status.REVOKED, "", actor, at)
    note(actions.HANDOVER_REVOKED, handover, actor, at)
    _tell("handover_revoked", handover, handover.receiver_id, actor, at)
    return handover


@transaction.atomic
def refuse(*, handover: Handover, reason: str, actor: Actor, at: datetime) -> Handover:
    """
    :raises Refused: when it was offered to another.
    :raises Conflict: when the sender took it back first, or a colleague answered.
    """
    handover = still_open(handover)
    require(policies.why_not_answer_offer(actor, handover))
    settle(handover, Status.REFUSED, reason, actor, at)
    note(actions.HANDOVER_REFUSED, handover, actor, at, payload={"reason": reason})
    _tell("handover_refused", handover, handover.sender_id, actor, at)
    return handover


def note_viewing(*, handover: Handover, actor: Actor, at: datetime) -> None:
    note(actions.HANDOVER_VIEWED, handover, actor, at)


def promised(*, handover: Handover, actor: Actor) -> QuerySet[Contribution]:
    """What was promised, as far as the actor sees it: its sender, and the receiver once it is."""
    return Contribution.objects.visible_to(actor).filter(pk__in=handover.promised_ids)


def promised_subjects(*, handover: Handover, actor: Actor) -> QuerySet[Subject]:
    return Subject.objects.visible_to(actor).filter(pk__in=handover.promised_subject_ids)


def still_open(handover: Handover) -> Handover:
    """The offer, locked: of those who act on it at once one finds it open.

    :raises Conflict: when somebody was first.
    """
    found = Handover.objects.select_for_update().get(pk=handover.pk)
    if found.status != Status.OFFERED:
        raise Conflict(
            _("Over dit aanbod is al beslist: %(status)s.")
            % {"status": found.get_status_display().lower()}
        )
    return found


def settle(handover: Handover, status: Status, answer: str, actor: Actor, at: datetime) -> None:
    handover.status = status
    handover.answer = answer
    handover.settled_by = actor.membership
    handover.settled_at = at
    handover.save(update_fields=["status", "answer", "settled_by", "settled_at"])


def note(
    action: str,
    handover: Handover,
    actor: Actor,
    at: datetime,
    *,
    payload: dict[str, str] | None = None,
) -> None:
    """In the trails of both ends."""
    record(
        action,
        actor=actor,
        at=at,
        thing=handover,
        case_reference=handover.case_reference,
        touched=[handover.sender_id, handover.receiver_id],
        payload=payload,
    )


def _keep(case: Case, receiver: Organisation, terms: Terms, actor: Actor, at: datetime) -> Handover:
    return Handover.objects.create(
        case=case,
        case_reference=case.reference,
        theme=case.theme,
        stage=case.stage,
        sender=actor.organisation,
        receiver=receiver,
        reason=terms.reason,
        afterwards=terms.afterwards,
        afterwards_until=terms.afterwards_until,
        promised_ids=[one.pk for one in terms.promised],
        promised_subject_ids=[one.pk for one in terms.promised_subjects],
        ground=terms.ground,
        necessity=terms.necessity,
        offered_by=actor.membership,
        offered_at=at,
    )


def _tell(kind: str, handover: Handover, organisation_id: int, actor: Actor, at: datetime) -> None:
    tell(
        News(
            kind=kind,
            case_reference=handover.case_reference,
            organisation_id=organisation_id,
            roles=(Role.COORDINATOR,),
            at=at,
            by=actor,
            link=f"/overdrachten/{handover.pk}",
        )
    )
