"""Record whom or what a case is about, as one organisation knows it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from casework import actions, policies
from casework.models import Case, InformationClass, Subject, SubjectKind
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require


@transaction.atomic
def record_subject(
    *,
    case: Case,
    kind: SubjectKind,
    information_class: InformationClass,
    label: str,
    details: dict[str, Any],
    actor: Actor,
    at: datetime,
) -> Subject:
    """Keep it as this organisation's own; the same one recorded again is brought up to date.

    :raises Refused: when its class is for named people, and the actor is none of them.
    """
    require(policies.why_not_keep(actor, case, information_class))
    subject, is_new = Subject.objects.get_or_create(
        case=case,
        organisation=actor.organisation,
        kind=kind,
        label=label,
        defaults={
            "information_class": information_class,
            "details": details,
            "created_at": at,
        },
    )
    if not is_new:
        subject.information_class = information_class
        subject.details = details
        # update_or_create would write the day of the record as well, which nobody may.
        subject.save(update_fields=["information_class", "details"])
    record(
        actions.SUBJECT_RECORDED,
        actor=actor,
        at=at,
        thing=subject,
        case_reference=case.reference,
    )
    return subject


def note_reading(*, subject: Subject, actor: Actor, at: datetime) -> None:
    """Record a look, in the trail of the reader and of whose record it is."""
    record(
        actions.SUBJECT_READ,
        actor=actor,
        at=at,
        thing=subject,
        case_reference=subject.case.reference,
        touched=[subject.organisation_id],
    )
