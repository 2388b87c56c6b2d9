"""Take a decision: by who holds the power, once a step."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions, policies
from casework.models import Case, Contribution, Decision
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, require


@dataclass(frozen=True)
class Ruling:
    """`outcome` is what was decided, `ground` the article; between the dates it has effect.

    `retain_until` is when its papers are to be destroyed, where the law says so.
    """

    kind: str
    outcome: str
    ground: str
    effective_from: date | None = None
    effective_until: date | None = None
    retain_until: date | None = None


@transaction.atomic
def decide(
    *,
    case: Case,
    step: str,
    ruling: Ruling,
    contribution: Contribution,
    actor: Actor,
    at: datetime,
) -> Decision:
    """Decide at `step`, with the reasons in `contribution`: for the lead, which holds the power.

    :raises Refused: when the actor does not hold the power.
    :raises Conflict: when this step bears a decision already.
    """
    on = timezone.localdate(at)
    require(policies.why_not_decide(actor, case, kind=ruling.kind, on=on))
    is_own = actor.organisation_id == case.lead_id
    try:
        with transaction.atomic():
            decision = Decision.objects.create(
                case=case,
                step=step,
                kind=ruling.kind,
                organisation=case.lead,
                decided_by=actor.membership,
                mandate=None if is_own else policies.mandate_for(actor, case, ruling.kind, on),
                decided_at=at,
                outcome=ruling.outcome,
                effective_from=ruling.effective_from,
                effective_until=ruling.effective_until,
                retain_until=ruling.retain_until,
                contribution=contribution,
            )
    except IntegrityError as error:
        raise Conflict(_("Over deze stap is al besloten.")) from error
    record(
        actions.DECISION_TAKEN,
        actor=actor,
        at=at,
        thing=decision,
        case_reference=case.reference,
        touched=[case.lead_id],
        ground=ruling.ground,
    )
    return decision
