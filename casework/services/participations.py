"""Let an organisation take part in a case, in a role."""

from datetime import datetime

from django.db import transaction

from casework import actions
from casework.models import Case, Part, Participation
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation


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
    """Take part from now on; who takes part already keeps what it has."""
    present = case.participations.filter(organisation=organisation, until__isnull=True).first()
    if present is not None:
        return present
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
