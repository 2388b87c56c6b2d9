"""A look at the register of disclosures, and taking it along, are on record."""

from datetime import datetime

from casework import disclosing_actions as actions
from casework.register import MOST, Line, Wanted, lines, why_not_see_register
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require


def view(*, wanted: Wanted, offset: int, actor: Actor, at: datetime) -> list[Line]:
    """
    :raises Refused: when the role of the actor has no part in it.
    """
    require(why_not_see_register(actor))
    found = lines(wanted, offset=offset)
    _record(actions.REGISTER_VIEWED, wanted, actor, at)
    return found


def export(*, wanted: Wanted, actor: Actor, at: datetime) -> list[Line]:
    """
    :raises Refused: when the role of the actor has no part in it.
    """
    require(why_not_see_register(actor))
    found = lines(wanted, limit=MOST)
    _record(actions.REGISTER_EXPORTED, wanted, actor, at)
    return found


def _record(action: str, wanted: Wanted, actor: Actor, at: datetime) -> None:
    kept = {name: str(value) for name, value in vars(wanted).items() if value}
    record(
        action,
        actor=actor,
        at=at,
        thing=("disclosureregister", actor.organisation.code),
        payload=kept or None,
    )
