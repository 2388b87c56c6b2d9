"""Let an organisation take part in a case, in a role, and let it go again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from casework import actions, handover_policies, policies
from casework.models import Case, Part, Participation
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation, Role
from partners.news import News, tell
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
    ends_at: datetime | None = None,
) -> Participation:
    """Take part from now on; who takes part already keeps what it has.

    :raises Refused: when the case is restricted, and nobody there is cleared for it.
    """
    present = case.participations.filter(organisation=organisation, until__isnull=True).first()
    if present is not None:
        return present
    require(policies.why_not_let_in(case, organisation, timezone.localdate(at)))
    participation = Participation.objects.create(
        case=case,
        organisation=organisation,
        part=part,
        has_overview=has_overview,
        since=at,
        ends_at=ends_at,
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


@transaction.atomic
def end(*, participation: Participation, reason: str, actor: Actor, at: datetime) -> None:
    """From this moment the partner sees nothing of the case but what it put in itself.

    :raises Refused: when the actor neither leads nor is that partner, or a request is still open.
    """
    require(handover_policies.why_not_end_participation(actor, participation))
    case, partner = participation.case, participation.organisation_id
    is_own = partner == actor.organisation_id
    record(
        actions.PARTICIPATION_WITHDRAWN if is_own else actions.PARTICIPATION_ENDED,
        actor=actor,
        at=at,
        thing=participation,
        case_reference=case.reference,
        touched=[partner, case.lead_id],
        payload={"reason": reason},
    )
    if is_own:
        _tell(case, case.lead_id, f"/zaken/{case.reference}", actor, at)
    participation.until = at
    participation.save(update_fields=["until"])
    if not is_own:
        # After the end, which shuts what was told before; nothing behind the link tells of it.
        _tell(case, partner, "/werkvoorraad", actor, at)


def _tell(case: Case, organisation_id: int, link: str, actor: Actor, at: datetime) -> None:
    tell(
        News(
            kind="participation_ended",
            case_reference=case.reference,
            organisation_id=organisation_id,
            roles=(Role.COORDINATOR, Role.LIAISON),
            at=at,
            by=actor,
            link=link,
        )
    )
