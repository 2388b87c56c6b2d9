"""Refer a case sideways, and record the feedback; the lead stays involved."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework import actions, ladder_policies
from casework.models import Case, Part, Referral
from casework.services import participations
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation, Role
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require


@transaction.atomic
def refer(
    *,
    case: Case,
    domain: Referral.Domain,
    organisation: Organisation | None,
    reason: str,
    due_on: date,
    actor: Actor,
    at: datetime,
) -> Referral:
    """An `organisation` takes part from now on, to be informed and no more.

    :raises Refused: when the actor does not coordinate for the lead, or nobody there sees cases.
    """
    require(ladder_policies.why_not_climb(actor, case))
    if organisation is not None:
        require(ladder_policies.why_not_address(organisation, "", at))
        participations.begin(
            case=case,
            organisation=organisation,
            part=Part.INFORMED,
            has_overview=False,
            actor=actor,
            at=at,
        )
    referral = Referral.objects.create(
        case=case,
        domain=domain,
        organisation=organisation,
        reason=reason,
        due_on=due_on,
        referred_by=actor.membership,
        referred_at=at,
    )
    _record(actions.REFERRAL_MADE, referral, actor, at)
    if organisation is not None:
        _tell("referral", referral, organisation.pk, tuple(sorted(CASE_ROLES)), actor, at)
    return referral


@transaction.atomic
def feed_back(*, referral: Referral, text: str, actor: Actor, at: datetime) -> Referral:
    """
    :raises Refused: when the actor neither got nor leads the case.
    :raises Conflict: when someone gave feedback first.
    """
    # Before it is locked too: the wall lets nobody but its two ends do that.
    require(ladder_policies.why_not_tell_of_referral(actor, referral))
    referral = Referral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    if referral.answered_at is not None:
        raise Conflict(_("Over deze doorverwijzing is al teruggekoppeld."))
    referral.feedback, referral.answered_by, referral.answered_at = text, actor.membership, at
    referral.save(update_fields=["feedback", "answered_by", "answered_at"])
    _record(actions.REFERRAL_ANSWERED, referral, actor, at)
    _tell("referral_answered", referral, referral.case.lead_id, (Role.COORDINATOR,), actor, at)
    return referral


def _record(action: str, referral: Referral, actor: Actor, at: datetime) -> None:
    touched = [referral.case.lead_id]
    if referral.organisation_id is not None:
        touched.append(referral.organisation_id)
    record(
        action,
        actor=actor,
        at=at,
        thing=referral,
        case_reference=referral.case.reference,
        touched=touched,
    )


def _tell(
    kind: str,
    referral: Referral,
    organisation_id: int,
    roles: tuple[Role, ...],
    actor: Actor,
    at: datetime,
) -> None:
    tell(
        News(
            kind=kind,
            case_reference=referral.case.reference,
            organisation_id=organisation_id,
            roles=roles,
            at=at,
            by=actor,
            link=f"/doorverwijzingen/{referral.pk}",
        )
    )
