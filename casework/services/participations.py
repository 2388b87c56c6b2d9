"""Let an organisation take part in a case, in a role."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from casework import actions, policies
from casework.models import Case, Part, Participation
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation
from partners.refusals import require


@transaction.atomic
def begin(
    *,
    case: Case,
    organisation: Organisation,
    part: Part,
    has_overview: bool,
    actor: Actor,
    at: datetime,
) -> Participation:
    """Take part from now on; who takes part already keeps what it has.

    :raises Refused: when the case is restricted, and nobody there is cleared for it.
    """
    present = case.participations.filter(organisation=organisation, until__isnull=True).first()
    if present is not None:
        return present
    require(policies.why_not_let_in(case, organisation, timezone.localdate(at)))
    participation = Participation.objects.create(
        case=case, organisation=organisation, part=part, has_overview=has_overview, since=at
    )
    record(
        actions.PARTICIPATION_BEGUN,
        actor=actor,
        at=at,
        thing=participation,
        case_reference=case.reference,
        touched=[organisation.pk],
    )
    case.refresh_from_db(fields=["party_ids", "overview_ids"])
    return participation
