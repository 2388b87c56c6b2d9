"""Keep something longer after a weighing, and hold destruction back while a case is in dispute."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from casework.models import Case, Contribution, RetentionExtension, RetentionHold
from casework.retention import actions, policies
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, require


@transaction.atomic
def keep_longer(
    *, contribution: Contribution, until: date, weighing: str, actor: Actor, at: datetime
) -> RetentionExtension:
    """
    :raises Refused: when it is another's, or the law knows no extension for its class.
    """
    require(policies.why_not_keep_longer(actor, contribution), object_type="contribution")
    made = RetentionExtension.objects.create(
        contribution=contribution,
        organisation=actor.organisation,
        until=until,
        weighing=weighing,
        set_by=actor.membership,
        set_at=at,
    )
    record(
        actions.EXTENDED,
        actor=actor,
        at=at,
        thing=contribution,
        case_reference=contribution.case.reference,
        ground=contribution.retention_rule.source if contribution.retention_rule else "",
        payload={"until": until.isoformat(), "weighing": weighing},
    )
    return made


@transaction.atomic
def hold(*, case: Case, reason: RetentionHold.Reason, actor: Actor, at: datetime) -> RetentionHold:
    """
    :raises Refused: when the actor may not.
    :raises Conflict: when it is held already.
    """
    require(policies.why_not_hold(actor, case), object_type="case", object_id=case.reference)
    try:
        with transaction.atomic():
            made = RetentionHold.objects.create(
                case=case,
                organisation=actor.organisation,
                reason=reason,
                set_by=actor.membership,
                set_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Het vernietigen is al opgeschort.")) from error
    record(actions.HELD, actor=actor, at=at, thing=case, case_reference=case.reference)
    return made


@transaction.atomic
def lift(*, case: Case, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when the actor may not.
    :raises Conflict: when nothing is held.
    """
    require(policies.why_not_hold(actor, case), object_type="case", object_id=case.reference)
    running = RetentionHold.objects.visible_to(actor).running().filter(case=case)
    held = running.select_for_update().first()
    if held is None:
        raise Conflict(_("Het vernietigen is niet opgeschort."))
    held.lifted_at = at
    held.lifted_by = actor.membership
    held.save(update_fields=["lifted_at", "lifted_by"])
    record(actions.HOLD_LIFTED, actor=actor, at=at, thing=case, case_reference=case.reference)
