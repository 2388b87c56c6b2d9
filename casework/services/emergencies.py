"""Open what is closed in an emergency, end that, judge it, and remind who still has to."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions, emergency_policies
from casework.models import Case, Contribution, Emergency, Subject
from casework.models.emergency import JUDGED_WITHIN, LASTS, ClosedThing
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Membership, Organisation, Role
from partners.news import News, tell
from partners.refusals import Conflict, Refused, require

HEAR_OF_IT = (Role.COORDINATOR, Role.LIAISON, Role.PRIVACY_OFFICER)


def closed_things(case: Case) -> list[ClosedThing]:
    """What who acts knows to be there, oldest first; not which of it stays closed all the same."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT thing, key, organisation_id, created_at"
            " FROM casework_closed_things(%s) ORDER BY created_at, key",
            [case.pk],
        )
        rows = cursor.fetchall()
    owners = Organisation.objects.in_bulk({row[2] for row in rows})
    return [ClosedThing(thing, key, owners[owner], at) for thing, key, owner, at in rows]


@transaction.atomic
def open_in_emergency(
    *,
    case: Case,
    closed: ClosedThing,
    kind: Emergency.Kind,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Emergency:
    """For this person alone, four hours; both organisations hear of it at once.

    What stays closed in an emergency too is told and judged as well, and opens nothing: so nobody
    tries out, unseen, of which class something is.

    :raises Refused: when there is no emergency access in this case, or too much is unjudged.
    """
    _one_at_a_time(actor)
    require(emergency_policies.why_not_open_in_emergency(actor, case))
    which: dict[str, Any] = {
        "contribution_id": UUID(closed.key) if closed.thing == "contribution" else None,
        "subject_id": int(closed.key) if closed.thing == "subject" else None,
    }
    emergency = Emergency.objects.create(
        case=case,
        case_reference=case.reference,
        **which,
        viewer=actor.organisation,
        owner=closed.organisation,
        person=actor.person,
        kind=kind,
        reason=reason,
        opened_at=at,
        ends_at=at + LASTS,
    )
    emergency.refresh_from_db(fields=["information_class"])
    _record(actions.EMERGENCY_OPENED, emergency, actor, at)
    _tell("emergency_opened", emergency, emergency.owner_id, HEAR_OF_IT, actor, at)
    officers = (Role.PRIVACY_OFFICER,)
    _tell("emergency_opened", emergency, emergency.viewer_id, officers, actor, at)
    return emergency


def note_viewing(*, emergency: Emergency, actor: Actor, at: datetime) -> None:
    """A look at who took it and why, without what it opened."""
    _record(actions.EMERGENCY_VIEWED, emergency, actor, at)


def note_reading(*, emergency: Emergency, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when it is another's, or over.
    """
    require(emergency_policies.why_not_look_in_emergency(actor, emergency, at))
    _record(actions.EMERGENCY_READ, emergency, actor, at)


@transaction.atomic
def end(*, emergency: Emergency, actor: Actor, at: datetime) -> Emergency:
    """By who opened it, or by who judges it.

    :raises Refused: when it is over, or neither of these.
    """
    # Before it is locked too: the wall lets nobody else do that.
    require(emergency_policies.why_not_end_emergency(actor, emergency, at))
    emergency = _locked(emergency)
    require(emergency_policies.why_not_end_emergency(actor, emergency, at))
    emergency.ended_at, emergency.ended_by = at, actor.membership
    emergency.save(update_fields=["ended_at", "ended_by"])
    _note_end(emergency, actor, at)
    return emergency


def note_ends(*, thing: Contribution | Subject, actor: Actor, at: datetime) -> None:
    """Of all that the database ended, because the actor blocked this thing of its own."""
    which = {"contribution" if isinstance(thing, Contribution) else "subject": thing}
    rows = Emergency.objects.visible_to(actor).filter(**which)
    for emergency in rows.filter(ended_at=at, ended_by=actor.membership).order_by("pk"):
        _note_end(emergency, actor, at)


def _note_end(emergency: Emergency, actor: Actor, at: datetime) -> None:
    _record(actions.EMERGENCY_ENDED, emergency, actor, at)
    if actor.organisation_id == emergency.owner_id:
        _tell("emergency_ended", emergency, emergency.viewer_id, HEAR_OF_IT, actor, at)


@transaction.atomic
def judge(
    *,
    emergency: Emergency,
    verdict: Emergency.Verdict,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Emergency:
    """Once, by the privacy officer of the owner; what was unjustified and still runs, ends.

    :raises Refused: when judging is another's.
    :raises Conflict: when it was judged already.
    """
    require(emergency_policies.why_not_answer_for(actor, emergency))
    emergency = _locked(emergency)
    if emergency.judged_at is not None:
        raise Conflict(_("Over deze noodtoegang is al geoordeeld."))
    if verdict == Emergency.Verdict.UNJUSTIFIED and emergency.is_running(at):
        emergency = end(emergency=emergency, actor=actor, at=at)
    emergency.verdict, emergency.verdict_reason = verdict, reason
    emergency.judged_by, emergency.judged_at = actor.membership, at
    emergency.save(update_fields=["verdict", "verdict_reason", "judged_by", "judged_at"])
    _record(actions.EMERGENCY_JUDGED, emergency, actor, at)
    _tell("emergency_judged", emergency, emergency.viewer_id, HEAR_OF_IT, actor, at)
    return emergency


def remind(at: datetime) -> int:
    """Each privacy officer who is late hears so once a day; returns of how many emergencies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, owner_id FROM casework_unjudged(%s)", [at - JUDGED_WITHIN])
        late = cursor.fetchall()
    return sum(_remind(pk, owner, at) for pk, owner in late)


def _remind(pk: UUID, owner: int, at: datetime) -> bool:
    """As the officer, the way mail is sent: the walls let nobody tell as no one."""
    today = timezone.localdate(at)
    officer = (
        Membership.objects.in_force(today)
        .filter(organisation=owner, role=Role.PRIVACY_OFFICER, person__is_active=True)
        .select_related("person", "organisation")
        .first()
    )
    if officer is None:
        return False
    with acting_as(Actor(officer), at=at):
        late = Emergency.objects.unjudged().filter(pk=pk).exclude(reminded_on=today)
        found = late.select_for_update().first()
        if found is None:
            return False
        found.reminded_on = today
        found.save(update_fields=["reminded_on"])
        _record(actions.EMERGENCY_REMINDED, found, Actor(officer), at)
        _tell("emergency_unjudged", found, owner, (Role.PRIVACY_OFFICER,), None, at)
    return True


def _one_at_a_time(actor: Actor) -> None:
    """Who takes two in one instant is counted twice; the trigger takes the same lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('casework_emergency'), %s)", [actor.person.pk]
        )


def _locked(emergency: Emergency) -> Emergency:
    found = Emergency.objects.select_for_update().filter(pk=emergency.pk).first()
    if found is None:
        raise Refused(_("De noodtoegang is voorbij."))
    return found


def _record(action: str, emergency: Emergency, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=emergency,
        case_reference=emergency.case_reference,
        touched=[emergency.viewer_id, emergency.owner_id],
    )


def _tell(
    kind: str,
    emergency: Emergency,
    organisation_id: int,
    roles: tuple[Role, ...],
    by: Actor | None,
    at: datetime,
) -> None:
    """Who works cases there hears of it if named for what it opened; its officers always.

    They judge it, and are shown who took it and why, without the thing.
    """
    officers = tuple(one for one in roles if one == Role.PRIVACY_OFFICER)
    others = tuple(one for one in roles if one != Role.PRIVACY_OFFICER)
    for some, clearance in ((officers, ""), (others, emergency.needs_clearance)):
        if some:
            tell(
                News(
                    kind=kind,
                    case_reference=emergency.case_reference,
                    organisation_id=organisation_id,
                    roles=some,
                    at=at,
                    by=by,
                    link=f"/noodtoegang/{emergency.pk}",
                    clearance=clearance,
                )
            )
