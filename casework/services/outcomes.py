"""Fill in what came of a case, against what was set before it began."""

from datetime import datetime

from django.db import transaction

from casework import actions
from casework.models import Case
from partners.actor import Actor
from partners.audit.recording import record


@transaction.atomic
def fill(*, case: Case, reached: dict[int, bool], actor: Actor, at: datetime) -> None:
    """`reached` says by outcome id whether it was."""
    for outcome in case.outcomes.filter(pk__in=reached):
        outcome.is_reached = reached[outcome.pk]
        outcome.filled_at = at
        outcome.save(update_fields=["is_reached", "filled_at"])
        record(
            actions.OUTCOME_FILLED,
            actor=actor,
            at=at,
            thing=outcome,
            case_reference=case.reference,
        )
