"""Block what is politie's or OM's own from being given or known, and lift that (Bpg art. 4:5)."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from casework import disclosing_actions as actions
from casework import disclosing_policies as policies
from casework.models import Blockade, Contribution, Subject
from casework.services import emergencies
from casework.things import of_thing
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, require


@transaction.atomic
def block(*, thing: Contribution | Subject, reason: str, actor: Actor, at: datetime) -> Blockade:
    """From now on nothing of it is given; who sees it already, keeps that until it is withdrawn.

    What is read of it in an emergency ends at once: nobody gave that.

    :raises Refused: when it is not the actor's own, or its organisation is neither of the two.
    :raises Conflict: when a colleague was first.
    """
    require(policies.why_not_block(actor, thing))
    try:
        with transaction.atomic():
            blockade = Blockade.objects.create(
                case=thing.case,
                **of_thing(thing),
                organisation=actor.organisation,
                reason=reason,
                set_by=actor.membership,
                set_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Dit is al geblokkeerd. Ververs de pagina.")) from error
    _record(actions.BLOCKADE_SET, blockade, reason, actor, at)
    emergencies.note_ends(thing=thing, actor=actor, at=at)
    return blockade


@transaction.atomic
def lift(*, blockade: Blockade, reason: str, actor: Actor, at: datetime) -> Blockade:
    """
    :raises Refused: when another organisation set it.
    :raises Conflict: when a colleague was first.
    """
    require(policies.why_not_lift(actor, blockade))
    rows = Blockade.objects.select_for_update(of=("self",)).select_related("case")
    blockade = rows.get(pk=blockade.pk)
    if blockade.lifted_at is not None:
        raise Conflict(_("Deze blokkade is al opgeheven. Ververs de pagina."))
    blockade.lifted_by = actor.membership
    blockade.lifted_at = at
    blockade.lift_reason = reason
    blockade.save(update_fields=["lifted_by", "lifted_at", "lift_reason"])
    _record(actions.BLOCKADE_LIFTED, blockade, reason, actor, at)
    return blockade


def in_force_on(thing: Contribution | Subject) -> Blockade | None:
    return thing.blockades.in_force().select_related("case", "set_by__person").first()


def _record(action: str, blockade: Blockade, reason: str, actor: Actor, at: datetime) -> None:
    """In its own trail alone: nobody else may know that there is something to block."""
    record(
        action,
        actor=actor,
        at=at,
        thing=blockade,
        case_reference=blockade.case.reference,
        payload={"reason": reason},
    )
