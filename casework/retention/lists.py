"""Propose what is due, and decide on what another proposed."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext as _

from casework.models import DestructionLine, DestructionList
from casework.retention import actions, policies
from casework.retention.due import Item
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Role
from partners.news import News, tell
from partners.refusals import Conflict, require


@transaction.atomic
def propose(*, items: Iterable[Item], actor: Actor, at: datetime) -> DestructionList:
    """
    :raises Refused: when the actor's role does not propose.
    :raises Conflict: when one of them is no longer due, or stands on another list.
    """
    require(policies.why_not_propose(actor), object_type="destructionlist")
    made = DestructionList.objects.create(
        organisation=actor.organisation,
        proposed_by=actor.membership,
        proposer=actor.person,
        proposer_role=actor.role,
        proposed_at=at,
    )
    try:
        with transaction.atomic():
            DestructionLine.objects.bulk_create(
                DestructionLine(
                    listing=made,
                    organisation=actor.organisation,
                    kind=one.kind,
                    object_id=one.object_id,
                    case_reference=one.case_reference,
                    information_class=one.information_class,
                )
                for one in items
            )
    except (IntegrityError, ProgrammingError) as error:
        # The wall refuses what is not due, and the constraint what stands on another list.
        raise Conflict(
            _("Iets op uw lijst is niet meer aan de beurt, of staat al op een andere lijst.")
        ) from error
    record(actions.PROPOSED, actor=actor, at=at, thing=made)
    _tell("destruction_proposed", made, (Role.PRIVACY_OFFICER,), actor, at)
    return made


@transaction.atomic
def decide(
    *, found: DestructionList, is_approved: bool, reason: str, actor: Actor, at: datetime
) -> None:
    """What is approved is destroyed by a job; what is not, may be proposed again.

    :raises Refused: when the actor may not decide on it.
    """
    require(policies.why_not_decide_list(actor, found), object_type="destructionlist")
    locked = DestructionList.objects.select_for_update().get(pk=found.pk)
    require(policies.why_not_decide_list(actor, locked), object_type="destructionlist")
    locked.decided_by = actor.membership
    locked.decided_at = at
    locked.is_approved = is_approved
    locked.reason = reason
    locked.save(update_fields=["decided_by", "decided_at", "is_approved", "reason"])
    action = actions.APPROVED if is_approved else actions.REFUSED
    record(action, actor=actor, at=at, thing=locked)
    _tell("destruction_decided", locked, (Role(locked.proposer_role),), actor, at)


def _tell(
    kind: str, found: DestructionList, roles: tuple[Role, ...], actor: Actor, at: datetime
) -> None:
    tell(
        News(
            kind=kind,
            case_reference="",
            organisation_id=found.organisation_id,
            roles=roles,
            at=at,
            by=actor,
            link=f"/vernietigen/{found.pk}",
        )
    )
