"""What changes of a case when another organisation takes the lead."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions
from casework import handover_policies as policies
from casework.models import Case, Disclosure, Handover, Part, Request
from casework.services import handovers, participations
from partners.actor import Actor
from partners.audit.recording import record
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require


def accept(*, handover: Handover, actor: Actor, at: datetime) -> Case:
    """Take the lead and own the case; to be called where the engine sees it.

    What the sender made and received stays its own, but for what it promised to disclose.

    :raises Refused: when it was offered to another.
    :raises Conflict: when the sender revoked it first, or the case is no longer its to give.
    """
    handover = handovers.still_open(handover)
    require(policies.why_not_answer_offer(actor, handover))
    case = Case.objects.select_for_update().get(pk=handover.case_id)
    if case.closed_at is not None or case.lead_id != handover.sender_id:
        raise Conflict(_("Deze zaak kan niet meer worden overgedragen."))
    _change_parts(handover, case, actor, at)
    case.lead, case.owner = handover.receiver, actor.membership
    case.save(update_fields=["lead", "owner"])
    unsettled = [Request.Status.OPEN, Request.Status.OVERTAKEN]
    case.requests.filter(asker=handover.sender_id, status__in=unsettled).update(
        asker=handover.receiver_id
    )
    for contribution_id in handover.promised_ids:
        _receive(handover, {"contribution_id": contribution_id}, actor, at)
    for subject_id in handover.promised_subject_ids:
        _receive(handover, {"subject_id": subject_id}, actor, at)
    handovers.settle(handover, Handover.Status.ACCEPTED, "", actor, at)
    handovers.note(actions.HANDOVER_ACCEPTED, handover, actor, at)
    _tell_all(handover, case, actor, at)
    return case


def _change_parts(handover: Handover, case: Case, actor: Actor, at: datetime) -> None:
    """Whoever took part already begins anew in its new part."""
    ends = [handover.sender_id, handover.receiver_id]
    for present in case.participations.filter(until=None, organisation__in=ends):
        present.until = at
        present.save(update_fields=["until"])
    participations.begin(
        case=case,
        organisation=handover.receiver,
        part=Part.LEAD,
        has_overview=True,
        actor=actor,
        at=at,
    )
    if handover.afterwards != Handover.Afterwards.NOTHING:
        participations.begin(
            case=case,
            organisation=handover.sender,
            part=Part.INFORMED,
            has_overview=True,
            ends_at=_end_of_view(handover),
            actor=actor,
            at=at,
        )


def _end_of_view(handover: Handover) -> datetime | None:
    """The first moment after the last day."""
    if handover.afterwards_until is None:
        return None
    day = handover.afterwards_until + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time()))


def _receive(handover: Handover, thing: dict[str, Any], actor: Actor, at: datetime) -> None:
    """The disclosure that the sender promised in the offer, and gives by it."""
    disclosure = Disclosure.objects.create(
        case_id=handover.case_id,
        **thing,
        sender=handover.sender,
        receiver=handover.receiver,
        purpose=_("Overdracht van de regie"),
        sender_ground=handover.ground,
        receiver_ground=handover.ground,
        necessity=handover.necessity,
        given_by=handover.offered_by.person,
        given_at=at,
    )
    record(
        actions.DISCLOSURE_RECEIVED,
        actor=actor,
        at=at,
        thing=disclosure,
        case_reference=handover.case_reference,
        touched=[handover.sender_id],
        ground=handover.ground.article,
    )


def _tell_all(handover: Handover, case: Case, actor: Actor, at: datetime) -> None:
    """Whoever has the overview, and the sender even where it no longer takes part."""
    for organisation_id in sorted({handover.sender_id, *case.overview_ids}):
        is_sender = organisation_id == handover.sender_id
        tell(
            News(
                kind="handover_accepted",
                case_reference=handover.case_reference,
                organisation_id=organisation_id,
                roles=tuple(sorted(CASE_ROLES)),
                at=at,
                by=actor,
                link=f"/overdrachten/{handover.pk}"
                if is_sender
                else f"/zaken/{handover.case_reference}",
            )
        )
