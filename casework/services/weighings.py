"""The OM weighs a disclosure of its own data: never automatic, and never for two at once."""

from datetime import datetime

from django.db import transaction

from casework import disclosing_actions as actions
from casework import disclosing_policies as policies
from casework.models import Case, Contribution, DisclosureRequest, Subject, Weighing
from casework.provisions import Weighed
from casework.things import of_thing
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Ground, Organisation
from partners.refusals import require

Outcome = Weighing.Outcome


@transaction.atomic
def weigh_giving(
    *,
    thing: Contribution | Subject,
    receiver: Organisation,
    ground: Ground,
    weighed: Weighed,
    is_partial: bool,
    actor: Actor,
    at: datetime,
) -> Weighing:
    """
    :raises Refused: when the actor does not decide for the OM, or something was not weighed.
    """
    require(policies.why_not_weigh(actor))
    require(
        policies.why_not_weighed(weighed.necessity, weighed.proportionality, weighed.subsidiarity)
    )
    weighing = Weighing.objects.create(
        case=thing.case,
        organisation=actor.organisation,
        receiver=receiver,
        **of_thing(thing),
        outcome=Outcome.PARTIAL if is_partial else Outcome.GIVEN,
        ground=ground,
        necessity=weighed.necessity,
        proportionality=weighed.proportionality,
        subsidiarity=weighed.subsidiarity,
        decided_by=actor.membership,
        decided_at=at,
    )
    _record(weighing, actor, at, ground=ground.article)
    return weighing


@transaction.atomic
def weigh_withholding(
    *,
    case: Case,
    receiver: Organisation,
    outcome: Weighing.Outcome,
    reason: str,
    actor: Actor,
    at: datetime,
    asked: DisclosureRequest | None = None,
) -> Weighing:
    """Nothing is given: refused, or kept back by a sepot, an acquittal or a case undecided yet.

    Where one thing was `asked` for, the weighing is of that: as closed, and kept as long.

    :raises Refused: when the actor does not decide for the OM.
    """
    require(policies.why_not_weigh(actor))
    weighing = Weighing.objects.create(
        case=case,
        organisation=actor.organisation,
        receiver=receiver,
        contribution_id=asked.contribution_id if asked else None,
        subject_id=asked.subject_id if asked else None,
        outcome=outcome,
        reason=reason,
        decided_by=actor.membership,
        decided_at=at,
    )
    _record(weighing, actor, at)
    return weighing


def _record(weighing: Weighing, actor: Actor, at: datetime, ground: str = "") -> None:
    """In the OM's own trail: why it decided so is nobody else's."""
    record(
        actions.WEIGHED[Outcome(weighing.outcome)],
        actor=actor,
        at=at,
        thing=weighing,
        case_reference=weighing.case.reference,
        ground=ground,
    )
