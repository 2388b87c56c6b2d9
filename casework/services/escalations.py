"""Escalate a case, answer that, and step down again; where on the ladder a case stands."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from casework import actions, ladder_policies
from casework.models import Case, Escalation, Level, Part, StepDown
from casework.services import participations
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Organisation, Role
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require


@dataclass(frozen=True)
class Addressee:
    """Without a `role` anyone there who works cases may answer."""

    organisation: Organisation
    role: str = ""


def level_of(case: Case) -> Level:
    """Where its last step up or down took the case, as far as the actor may know."""
    up = Escalation.objects.filter(case=case).order_by("-raised_at").first()
    down = StepDown.objects.filter(case=case).order_by("-done_at").first()
    if up is None:
        return Level.OWN
    if down is not None and down.done_at >= up.raised_at:
        return Level(down.to_level)
    return Level(up.to_level)


@transaction.atomic
def escalate(
    *,
    case: Case,
    to_level: Level,
    reason: str,
    asked: str,
    addressee: Addressee,
    due_on: date,
    actor: Actor,
    at: datetime,
) -> Escalation:
    """Who is asked takes part from now on, to be informed and no more.

    :raises Refused: when the actor does not coordinate for the lead, the level is not higher, or
        nobody at the addressee may see a case.
    :raises Conflict: when the case is escalated to that level already.
    """
    present = level_of(_locked(case))
    require(ladder_policies.why_not_escalate(actor, case, present, to_level))
    require(ladder_policies.why_not_address(addressee.organisation, addressee.role, at))
    participations.begin(
        case=case,
        organisation=addressee.organisation,
        part=Part.INFORMED,
        has_overview=False,
        actor=actor,
        at=at,
    )
    try:
        with transaction.atomic():
            escalation = Escalation.objects.create(
                case=case,
                from_level=present,
                to_level=to_level,
                reason=reason,
                asked=asked,
                addressee=addressee.organisation,
                role=addressee.role,
                due_on=due_on,
                raised_by=actor.membership,
                raised_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Deze zaak is al naar deze trede opgeschaald.")) from error
    _record(actions.ESCALATION_RAISED, escalation, actor, at)
    _tell("escalation", escalation, actor, at)
    return escalation


@transaction.atomic
def answer(*, escalation: Escalation, text: str, actor: Actor, at: datetime) -> Escalation:
    """
    :raises Refused: when another was asked.
    :raises Conflict: when a colleague answered first, or it was withdrawn.
    """
    # Before it is locked too: the wall lets nobody but its two ends do that.
    require(ladder_policies.why_not_be_asked(actor, escalation))
    escalation = Escalation.objects.select_for_update(of=("self",)).get(pk=escalation.pk)
    if escalation.answered_by is not None and escalation.answered_at is not None:
        told = {
            "name": escalation.answered_by.person.name,
            "when": localtime(escalation.answered_at).strftime("%d-%m-%Y %H:%M"),
        }
        raise Conflict(_("%(name)s beantwoordde deze opschaling al op %(when)s.") % told)
    if (gone := ladder_policies.why_not_open_escalation(escalation)) is not None:
        raise Conflict(gone)
    escalation.answer, escalation.answered_by, escalation.answered_at = text, actor.membership, at
    escalation.save(update_fields=["answer", "answered_by", "answered_at"])
    _record(actions.ESCALATION_ANSWERED, escalation, actor, at)
    _tell_lead("escalation_answered", escalation, actor, at)
    return escalation


@transaction.atomic
def step_down(
    *, case: Case, to_level: Level, reason: str, result: str, actor: Actor, at: datetime
) -> StepDown:
    """What was asked above that level, and not answered, is withdrawn.

    :raises Refused: when the actor does not coordinate for the lead, or the level is not lower.
    """
    present = level_of(_locked(case))
    require(ladder_policies.why_not_step_down(actor, case, present, to_level))
    step = StepDown.objects.create(
        case=case,
        from_level=present,
        to_level=to_level,
        reason=reason,
        result=result,
        done_by=actor.membership,
        done_at=at,
    )
    record(actions.STEPPED_DOWN, actor=actor, at=at, thing=step, case_reference=case.reference)
    for asked in Escalation.objects.open().filter(case=case).select_for_update(of=("self",)):
        if Level(asked.to_level).height > to_level.height:
            asked.withdrawn_at = at
            asked.save(update_fields=["withdrawn_at"])
            _record(actions.ESCALATION_WITHDRAWN, asked, actor, at)
            _tell("escalation_withdrawn", asked, actor, at)
    return step


def _locked(case: Case) -> Case:
    """Two who climb at once take turns; the wall lets only the lead lock its case."""
    return Case.objects.select_for_update(of=("self",)).filter(pk=case.pk).first() or case


def _record(action: str, escalation: Escalation, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=escalation,
        case_reference=escalation.case.reference,
        touched=[escalation.addressee_id, escalation.case.lead_id],
    )


def _tell(kind: str, escalation: Escalation, actor: Actor, at: datetime) -> None:
    roles = (Role(escalation.role),) if escalation.role else tuple(sorted(CASE_ROLES))
    _send(kind, escalation, escalation.addressee_id, roles, actor, at)


def _tell_lead(kind: str, escalation: Escalation, actor: Actor, at: datetime) -> None:
    _send(kind, escalation, escalation.case.lead_id, (Role.COORDINATOR,), actor, at)


def _send(
    kind: str,
    escalation: Escalation,
    organisation_id: int,
    roles: tuple[Role, ...],
    actor: Actor,
    at: datetime,
) -> None:
    tell(
        News(
            kind=kind,
            case_reference=escalation.case.reference,
            organisation_id=organisation_id,
            roles=roles,
            at=at,
            by=actor,
            link=f"/opschalingen/{escalation.pk}",
        )
    )
