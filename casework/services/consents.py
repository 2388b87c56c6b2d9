"""Ask the bevoegd gezag to agree with a disclosure, and agree or not (Wpg art. 19)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import consent_policies as policies
from casework import disclosing_actions as actions
from casework.disclosing_policies import (
    deciding_roles,
    why_not_decide_request,
    why_not_fit,
    why_not_give_blocked,
)
from casework.models import Consent, Contribution, DisclosureRequest, Subject
from casework.services.deciding import still_undecided
from casework.services.disclosure_requests import undecided
from casework.things import of_thing
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Ground, Organisation
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require

Status = Consent.Status


@dataclass(frozen=True)
class Question:
    """What the authority reads: never the thing itself. `interest` is the weighty one of Wpg 19."""

    about: str
    interest: str


@transaction.atomic
def ask(
    *,
    request: DisclosureRequest,
    thing: Contribution | Subject,
    authority: Organisation,
    question: Question,
    actor: Actor,
    at: datetime,
) -> Consent:
    """
    :raises Refused: when another holds it, it is blocked, or nobody there has that power.
    :raises Conflict: when it was decided, or the question is put already.
    """
    require(why_not_decide_request(actor, request))
    request = undecided(request)
    require(policies.why_not_ask_authority(request, authority, timezone.localdate(at)))
    require(why_not_fit(request, thing))
    require(why_not_give_blocked(thing))
    try:
        with transaction.atomic():
            consent = Consent.objects.create(
                case=request.case,
                request=request,
                holder=actor.organisation,
                receiver=request.asker,
                authority=authority,
                **of_thing(thing),
                ground=Ground.objects.get(code=policies.PER_CASE),
                about=question.about,
                purpose=request.purpose,
                interest=question.interest,
                asked_by=actor.membership,
                asked_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Deze vraag ligt al bij het bevoegd gezag.")) from error
    if request.status != DisclosureRequest.Status.ASKED_BACK:
        request.status = DisclosureRequest.Status.AUTHORITY
        request.save(update_fields=["status"])
    _record(actions.CONSENT_ASKED, consent, actor, at)
    _tell("consent_asked", consent, authority, actor, at)
    return consent


@transaction.atomic
def decide(
    *, consent: Consent, is_granted: bool, reason: str, actor: Actor, at: datetime
) -> Consent:
    """
    :raises Refused: when it was asked of another, or the actor has not that power.
    :raises Conflict: when somebody was first.
    """
    if consent.authority_id == actor.organisation_id:
        consent = _undecided(consent)
    require(policies.why_not_consent(actor, consent))
    consent.status = Status.GRANTED if is_granted else Status.REFUSED
    consent.decided_by = actor.membership
    consent.decided_at = at
    consent.reason = reason
    consent.save(update_fields=["status", "decided_by", "decided_at", "reason"])
    _record(actions.CONSENT_GRANTED if is_granted else actions.CONSENT_REFUSED, consent, actor, at)
    kind = "consent_granted" if is_granted else "consent_refused"
    _tell(kind, consent, consent.holder, actor, at)
    return consent


def note_reading(*, consent: Consent, actor: Actor, at: datetime) -> None:
    _record(actions.CONSENT_READ, consent, actor, at)


def granted_for(request: DisclosureRequest, thing: Contribution | Subject) -> Consent | None:
    """What lets this go on Wpg 19; consent to the whole holds for an extract of it."""
    rows = Consent.objects.filter(
        request=request, status=Status.GRANTED, holder=request.holder, receiver=request.asker
    )
    if isinstance(thing, Subject):
        return rows.filter(subject=thing).first()
    keys = [key for key in (thing.pk, thing.extract_of_id) if key is not None]
    return rows.filter(contribution__in=keys).first()


def _undecided(consent: Consent) -> Consent:
    rows = Consent.objects.select_for_update(of=("self",))
    return still_undecided(rows.select_related("case", "holder", "authority").get(pk=consent.pk))


def _record(action: str, consent: Consent, actor: Actor, at: datetime) -> None:
    """In the trails of the holder and the authority; the receiver hears what the holder decides."""
    record(
        action,
        actor=actor,
        at=at,
        thing=consent,
        case_reference=consent.case.reference,
        touched=[consent.holder_id, consent.authority_id],
        ground=consent.ground.article,
    )


def _tell(kind: str, consent: Consent, to: Organisation, actor: Actor, at: datetime) -> None:
    is_authority = to.pk == consent.authority_id
    roles = CASE_ROLES if is_authority else deciding_roles(to)
    link = (
        f"/instemmingen/{consent.pk}"
        if is_authority
        else f"/verstrekkingsverzoeken/{consent.request_id}"
    )
    tell(
        News(
            kind=kind,
            case_reference=consent.case.reference,
            organisation_id=to.pk,
            roles=tuple(sorted(roles)),
            at=at,
            by=actor,
            link=link,
            clearance=consent.needs_clearance,
        )
    )
