"""Record a case, give it an owner, move and close it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from casework import actions, policies
from casework.models import Case, CaseNumber, Outcome, Part, Priority, Stage
from casework.services import participations
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Kind, Membership, Organisation, Region, Role
from partners.news import News, tell
from partners.refusals import require


@transaction.atomic
def report(
    *,
    theme: str,
    title: str,
    region: Region,
    lead: Organisation,
    actor: Actor,
    at: datetime,
    is_restricted: bool = False,
) -> Case:
    """Record a case for `lead`; until that organisation opens it, the reporter is its owner.

    Politie sees the course of each case it takes part in (domain brief 1.6, class N).

    :raises Refused: when it is restricted, and nobody is cleared for its theme here or there.
    """
    require(policies.why_not_come_near(actor, theme if is_restricted else ""))
    case = Case.objects.create(
        reference=_next_reference(region, at),
        theme=theme,
        is_restricted=is_restricted,
        title=title,
        region=region,
        lead=lead,
        owner=actor.membership,
        opened_at=at,
        party_ids=[actor.organisation_id],
    )
    require(policies.why_not_let_in(case, lead, timezone.localdate(at)))
    record(actions.CASE_REPORTED, actor=actor, at=at, thing=case, case_reference=case.reference)
    participations.begin(
        case=case,
        organisation=actor.organisation,
        part=Part.LEAD if actor.organisation == lead else Part.REPORTER,
        has_overview=actor.organisation == lead or actor.organisation.kind == Kind.POLITIE,
        actor=actor,
        at=at,
    )
    return case


@transaction.atomic
def open_case(
    *,
    case: Case,
    woonkern: str,
    priority: Priority,
    indicators: tuple[str, ...],
    actor: Actor,
    at: datetime,
) -> Case:
    """Take the lead: from here on the coordinator who opens it is the accountable owner."""
    case.owner = actor.membership
    case.woonkern = woonkern
    case.priority = priority
    case.save(update_fields=["owner", "woonkern", "priority"])
    Outcome.objects.bulk_create(Outcome(case=case, indicator=one) for one in indicators)
    record(actions.CASE_OPENED, actor=actor, at=at, thing=case, case_reference=case.reference)
    return case


@transaction.atomic
def change_owner(*, case: Case, owner: Membership, actor: Actor, at: datetime) -> Case:
    """
    :raises Refused: when the actor does not coordinate for the lead, or the case is closed.
    """
    require(policies.why_not_change_owner(actor, case))
    case.owner = owner
    case.save(update_fields=["owner"])
    record(actions.OWNER_CHANGED, actor=actor, at=at, thing=case, case_reference=case.reference)
    return case


def note_viewing(*, case: Case, actor: Actor, at: datetime) -> None:
    record(actions.CASE_VIEWED, actor=actor, at=at, thing=case, case_reference=case.reference)


def enter_stage(*, case: Case, stage: Stage) -> None:
    """The process moved on; the step that did so is the entry in the trail."""
    if case.stage != stage:
        case.stage = stage
        case.save(update_fields=["stage"])


def mark_urgent(*, case: Case) -> None:
    case.priority = Priority.URGENT
    case.save(update_fields=["priority"])


@transaction.atomic
def close(*, case: Case, actor: Actor, at: datetime) -> Case:
    """Those who only took part see nothing of it any more; the database ends that with the case.

    Lead and owner keep the file. Each party has the closing in its trail, and hears of it.
    """
    parties = list(case.party_ids)
    record(
        actions.CASE_CLOSED,
        actor=actor,
        at=at,
        thing=case,
        case_reference=case.reference,
        touched=parties,
    )
    case.stage = Stage.CLOSED
    case.closed_at = at
    case.save(update_fields=["stage", "closed_at"])
    for organisation_id in parties:
        if organisation_id != actor.organisation_id:
            _tell_closed(case, organisation_id, actor, at)
    return case


def _tell_closed(case: Case, organisation_id: int, actor: Actor, at: datetime) -> None:
    """After the end, which shuts what was told before; nothing behind the link tells of it."""
    tell(
        News(
            kind="case_closed",
            case_reference=case.reference,
            organisation_id=organisation_id,
            roles=(Role.COORDINATOR, Role.LIAISON),
            at=at,
            by=actor,
            link="/werkvoorraad",
        )
    )


def _next_reference(region: Region, at: datetime) -> str:
    year = timezone.localtime(at).year
    CaseNumber.objects.get_or_create(region=region, year=year)
    number = CaseNumber.objects.select_for_update().get(region=region, year=year)
    number.last += 1
    number.save(update_fields=["last"])
    return f"{year}-{region.code}-{number.last:06d}"
