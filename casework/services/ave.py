"""Bring a case to a phase of AVE, up or down: who decided, why, and who leads from here on."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions, ave_policies
from casework.models import AvePhase, AveReason, Case
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Membership, Role
from partners.news import News, tell
from partners.refusals import Conflict, require


@transaction.atomic
def scale(
    *, case: Case, phase: int, reason: AveReason, leader: Membership, actor: Actor, at: datetime
) -> AvePhase:
    """End the phase in which the case is, if any, and begin another.

    :raises Refused: when the phase it is in is for others to scale, or `leader` cannot lead.
    :raises Conflict: when someone was first, or nothing would change.
    """
    today = timezone.localdate(at)
    require(ave_policies.why_not_scale(actor, case, today))
    require(ave_policies.why_not_lead(leader, case, phase, today))
    now = case.ave_phases.select_for_update().filter(ended_at__isnull=True).first()
    if now is not None:
        if (now.phase, now.leader_id) == (phase, leader.pk):
            raise Conflict(_("De zaak is al in deze fase, onder dezelfde leiding."))
        now.ended_at = at
        now.save(update_fields=["ended_at"])
    try:
        with transaction.atomic():
            begun = AvePhase.objects.create(
                case=case,
                phase=phase,
                reason=reason,
                leader=leader,
                decided_by=actor.membership,
                begun_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Iemand anders bracht de zaak net in een andere fase.")) from error
    _record(now, begun, actor, at)
    _tell(begun, actor, at)
    return begun


@transaction.atomic
def end(*, case: Case, actor: Actor, at: datetime) -> None:
    """The case closes, and with it the phase it is in."""
    now = case.ave_phases.select_for_update().filter(ended_at__isnull=True).first()
    if now is not None:
        now.ended_at = at
        now.save(update_fields=["ended_at"])


def _record(before: AvePhase | None, begun: AvePhase, actor: Actor, at: datetime) -> None:
    """In the trail of all who oversee the case."""
    action = actions.AVE_BEGUN
    if before is not None:
        action = actions.AVE_UP if begun.phase > before.phase else actions.AVE_DOWN
        action = actions.AVE_LEADER if begun.phase == before.phase else action
    record(
        action,
        actor=actor,
        at=at,
        thing=begun,
        case_reference=begun.case.reference,
        touched=sorted(begun.case.overview_ids),
    )


def _tell(begun: AvePhase, actor: Actor, at: datetime) -> None:
    """The colleagues of who leads from here on."""
    reference = begun.case.reference
    tell(
        News(
            kind="ave_phase",
            case_reference=reference,
            organisation_id=begun.leader.organisation_id,
            roles=(Role(begun.leader.role),),
            at=at,
            by=actor,
            link=f"/zaken/{reference}",
        )
    )
